import type { Item } from "../definition/index.ts";
import type { Answers } from "../drawing/index.ts";
import type { Offers } from "./offers.ts";
import type { Answering, Respondent } from "./respondent.ts";

type AnsweringOf = (part: Item) => Answering;
/** Answers to the parts of one row or entry. */
type Entry = (respondent: Respondent) => Record<string, unknown>;

/** Named parts: each answered on its own. The two ends of a range come in order. */
export function compositeOf({ parts = [] }: Item, answeringOf: AnsweringOf): Answering {
  const answer = entryOf(parts, answeringOf, undefined);
  const isRange = parts.length === 2 && parts.every(({ name }, i) => name === String(i));
  return (respondent) => {
    const entry = answer(respondent);
    if (!isRange) return unlessEmpty(entry);
    const ends = [entry["0"], entry["1"]].filter((end) => typeof end === "number");
    return ends.length === 2 ? ends.sort((a, b) => a - b) : undefined;
  };
}

/** Rows, each with the same parts. */
export function gridOf({ rows, parts = [] }: Item, offers: Offers, answeringOf: AnsweringOf): Answering {
  const answer = entryOf(parts, answeringOf, offers);
  return (respondent) => {
    const entries = rows.flatMap(({ code }) => {
      const entry = answer(respondent);
      return Object.keys(entry).length === 0 ? [] : [[String(code), entry] as const];
    });
    return unlessEmpty(Object.fromEntries(entries));
  };
}

/** A list as long as the person makes it: mostly one or two entries, within what the questionnaire takes. */
export function rosterOf(item: Item, offers: Offers, answeringOf: AnsweringOf): Answering {
  const { fewest, most } = offers.length(item);
  const answer = entryOf(item.parts ?? [], answeringOf, offers);
  return (respondent) => {
    const wanted = 1 + Math.floor(-Math.log(1 - respondent.random.unit()) * 0.9);
    const length = Math.min(Math.max(wanted, fewest), most);
    return length === 0 ? undefined : Array.from({ length }, () => answer(respondent));
  };
}

function entryOf(parts: readonly Item[], answeringOf: AnsweringOf, offers: Offers | undefined): Entry {
  const asked = parts.map((part) => ({ part, answer: answeringOf(part) }));
  return (respondent) => {
    const entry: Record<string, unknown> = {};
    for (const { part, answer } of asked) {
      if (offers && !offers.isAskedIn(part, respondent.answers, entry)) continue;
      const value = answer({ ...respondent, answers: inside(respondent.answers, entry) });
      if (value !== undefined) entry[part.name] = value;
    }
    return entry;
  };
}

/** Conditions inside an entry call it by several names. */
function inside(answers: Answers, entry: Answers): Answers {
  return { ...answers, panel: entry, row: entry };
}

function unlessEmpty(entry: Answers): unknown {
  return Object.keys(entry).length === 0 ? undefined : entry;
}
