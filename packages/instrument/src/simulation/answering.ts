import type { Choice, Code, Item } from "../definition/index.ts";
import { compositeOf, gridOf, rosterOf } from "./entries.ts";
import { favourite, positionOn, quantityOf, severalOf, substantive } from "./leanings.ts";
import type { Offers } from "./offers.ts";
import type { Random } from "./random.ts";
import type { Answering } from "./respondent.ts";
import { drawSentence } from "./speech.ts";
import { type Tendencies, tending } from "./tendencies.ts";

/** What bends or limits the answers to all items. */
export interface Surroundings {
  readonly offers: Offers;
  readonly tendencies: Tendencies;
}

/** How answers to one item are invented, among the options that are offered; undefined is "left empty". */
export function answeringOf(item: Item, around: Surroundings): Answering {
  const { offers } = around;
  const whole = answeringAll(item, around);
  const limited = offers.limited(item);
  if (limited === undefined) return whole;
  const known = new Map<string, Answering>();
  return (respondent) => {
    const offered = limited.offered(respondent.answers);
    const key = JSON.stringify([offered.choices, offered.rows].map((list) => list.map(({ code }) => code)));
    const answering = known.get(key) ?? answeringAll(offered, around);
    known.set(key, answering);
    return limited.shortened(answering(respondent), respondent.aside);
  };
}

function answeringAll(item: Item, around: Surroundings): Answering {
  if (item.measure.role === "missing-reason") return ({ random }) => pick(random, item.choices, [6, 3], 0.1);
  const emptiness = item.required ? 0 : item.measure.dataClass === "ordinary" ? 0.006 : 0.012;
  const tendency = around.tendencies.items[item.name];
  const answer = (tendency && tending(item, tendency)) ?? substance(item, around);
  const reason = missingReasonOf(item, new Set(Object.keys(tendency?.shares ?? {})));
  return (respondent) =>
    respondent.random.chance(emptiness) ? undefined : (reason(respondent) ?? answer(respondent));
}

function substance(item: Item, around: Surroundings): Answering {
  const inEntries: Surroundings = { ...around, tendencies: { items: {} } };
  switch (item.kind) {
    case "single":
    case "rating":
      return isOrdered(item) ? positionOn(substantive(item.choices), item, item.name) : favourite(item);
    case "matrix":
      return rowsOf(item);
    case "multiple":
      return severalOf(item);
    case "number":
      return quantityOf(item);
    case "text":
      return ({ random, language }) =>
        random.chance(0.25) ? drawSentence(random, language).slice(0, item.maximumLength) : undefined;
    case "composite":
      return compositeOf(item, (part) => answeringOf(part, inEntries));
    case "grid":
      return gridOf(item, around.offers, (part) => answeringOf(part, inEntries));
    case "roster":
      return rosterOf(item, around.offers, (part) => answeringOf(part, inEntries));
    default:
      return () => undefined;
  }
}

/** "refused" and "dont-know", where the item offers them; sensitive items twice as often. */
function missingReasonOf(item: Item, settled: ReadonlySet<string>): Answering {
  if (item.kind === "matrix") return () => undefined;
  const often = item.measure.dataClass === "ordinary" ? 1 : 2;
  const rates = item.choices.flatMap(({ code, missing }) =>
    missing && !settled.has(String(code))
      ? [{ code, rate: often * (missing === "refused" ? 0.005 : 0.009) }]
      : [],
  );
  return ({ random }) => {
    const code = rates.find(({ rate }) => random.chance(rate))?.code;
    return code !== undefined && item.kind === "multiple" ? [code] : code;
  };
}

function isOrdered({ kind, measure }: Item): boolean {
  return kind === "rating" || measure.level !== "nominal";
}

function rowsOf(item: Item): Answering {
  const codes = substantive(item.choices);
  const unknown = item.choices.find(({ missing }) => missing !== undefined)?.code;
  const rows = item.rows.map(({ code }) => ({
    row: String(code),
    draw: positionOn(codes, item, `${item.name}.${code}`),
  }));
  return (respondent) => {
    const answer: Record<string, Code> = {};
    for (const { row, draw } of rows) {
      if (!item.required && respondent.random.chance(0.015)) continue;
      const code = unknown !== undefined && respondent.random.chance(0.05) ? unknown : draw(respondent);
      if (code !== undefined) answer[row] = code;
    }
    return Object.keys(answer).length === 0 ? undefined : answer;
  };
}

function pick(
  random: Random,
  choices: readonly Choice[],
  weights: readonly number[],
  emptiness: number,
): Code | undefined {
  if (random.chance(emptiness)) return undefined;
  return choices[random.weighted(choices.map((_, i) => weights[i] ?? 1))]?.code;
}
