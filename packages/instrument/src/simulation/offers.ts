import {
  given,
  type Instrument,
  type Item,
  numberGiven,
  type OutlineNode,
  readOutline,
  stringGiven,
} from "../definition/index.ts";
import { type Answers, conditionOf, type Holds } from "../drawing/index.ts";
import { ExpressionError } from "../expressions/index.ts";
import type { Random } from "./random.ts";

/** Which options and rows an item offers one respondent, and how many may be chosen. */
export interface Limited {
  offered(answers: Answers): Item;
  /** An answer of several codes, cut to the most that may be chosen. */
  shortened(answer: unknown, random: Random): unknown;
}

/** How long a list of entries may be. */
export interface Length {
  readonly fewest: number;
  readonly most: number;
}

/** What stands in the questionnaire about options, rows and lists beside the items themselves. */
export interface Offers {
  /** undefined where everybody is offered everything. */
  limited(item: Item): Limited | undefined;
  length(item: Item): Length;
  /** Whether a part of an entry is asked, given the other answers of the entry; `panel`, `row` as conditions call it. */
  isAskedIn(part: Item, answers: Answers, entry: Answers): boolean;
}

/** Reads conditions on options and rows of a questionnaire. A condition that is none lets everything through. */
export function offersOf({ questionnaire }: Pick<Instrument, "questionnaire">): Offers {
  const byPath = new Map(readOutline(questionnaire).nodes.map((node) => [node.path, node]));
  const conditions = new Map<string, Holds | undefined>();
  const holds = (text: string): Holds | undefined => {
    if (!conditions.has(text)) conditions.set(text, read(text));
    return conditions.get(text);
  };
  return {
    limited: (item) => {
      const node = byPath.get(item.path);
      return node && limitedBy(node, item, holds);
    },
    length: (item) => lengthOf(byPath.get(item.path)),
    isAskedIn: (part, answers, entry) =>
      part.conditions.every(
        (text) => holds(text)?.({ ...answers, panel: entry, row: entry, composite: entry }) ?? true,
      ),
  };
}

function read(text: string): Holds | undefined {
  try {
    return conditionOf(text);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

type Offered = (code: unknown, answers: Answers) => boolean;

function limitedBy(
  node: OutlineNode,
  item: Item,
  holds: (text: string) => Holds | undefined,
): Limited | undefined {
  const columns = item.kind === "matrix";
  const choice = offeredIn(
    node,
    columns ? "columns" : "choices",
    columns ? "columnsVisibleIf" : "choicesVisibleIf",
    holds,
  );
  const row = offeredIn(node, "rows", "rowsVisibleIf", holds);
  const most = numberGiven(node, "maxSelectedChoices") ?? 0;
  if (choice === undefined && row === undefined && most <= 0) return undefined;
  return {
    offered: (answers) => ({
      ...item,
      choices: choice ? item.choices.filter(({ code }) => choice(code, answers)) : item.choices,
      rows: row ? item.rows.filter(({ code }) => row(code, answers)) : item.rows,
    }),
    shortened: (answer, random) => {
      if (most <= 0 || !Array.isArray(answer)) return answer;
      const kept = [...answer];
      while (kept.length > most) kept.splice(random.index(kept.length), 1);
      return kept;
    },
  };
}

/** Each option's own condition, that of all options about `{item}`, and options taken over as chosen elsewhere. */
function offeredIn(
  node: OutlineNode,
  slot: string,
  forAll: string,
  holds: (text: string) => Holds | undefined,
): Offered | undefined {
  const all = stringGiven(node, forAll);
  const own = new Map(
    node.children
      .filter((child) => child.slot === slot)
      .flatMap((child) => {
        const text = stringGiven(child, "visibleIf");
        return text === undefined ? [] : [[String(child.json.value), text]];
      }),
  );
  const source = slot === "choices" ? stringGiven(node, "choicesFromQuestion") : undefined;
  const mode = given(node, "choicesFromQuestionMode");
  const carried = source !== undefined && (mode === "selected" || mode === "unselected");
  if (all === undefined && own.size === 0 && !carried) return undefined;
  return (code, answers) => {
    const text = own.get(String(code));
    const inMode = !carried || isChosen(answers[source], code) === (mode === "selected");
    return (
      inMode &&
      (text === undefined || (holds(text)?.(answers) ?? true)) &&
      (all === undefined || (holds(all)?.({ ...answers, item: code, choice: code }) ?? true))
    );
  };
}

function isChosen(answer: unknown, code: unknown): boolean {
  return Array.isArray(answer) ? answer.includes(code) : answer === code;
}

function lengthOf(node: OutlineNode | undefined): Length {
  const number = (names: readonly string[], otherwise: number) =>
    names.map((name) => node && numberGiven(node, name)).find((value) => value !== undefined) ?? otherwise;
  return {
    fewest: number(["minPanelCount", "minRowCount"], 0),
    most: number(["maxPanelCount", "maxRowCount"], 4),
  };
}
