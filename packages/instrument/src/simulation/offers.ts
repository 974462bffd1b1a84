import {
  type Instrument,
  type Item,
  numberGiven,
  type OutlineNode,
  readOutline,
} from "../definition/index.ts";
import type { Answers } from "../drawing/index.ts";
import { conditionOrAlways, type Offering, offeringsIn } from "../plan/index.ts";
import { remembered } from "./leanings.ts";
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

/** Reads conditions on options and rows of a questionnaire. */
export function offersOf({ questionnaire }: Pick<Instrument, "questionnaire">): Offers {
  const byPath = new Map(readOutline(questionnaire).nodes.map((node) => [node.path, node]));
  const offering = offeringsIn({ questionnaire });
  const condition = remembered(conditionOrAlways);
  return {
    limited: (item) => limitedBy(item, offering(item), byPath.get(item.path)),
    length: (item) => lengthOf(byPath.get(item.path)),
    isAskedIn: (part, answers, entry) =>
      part.conditions.every((text) =>
        condition(text)({ ...answers, panel: entry, row: entry, composite: entry }),
      ),
  };
}

function limitedBy(
  item: Item,
  { choices, rows }: Offering,
  node: OutlineNode | undefined,
): Limited | undefined {
  const most = (node && numberGiven(node, "maxSelectedChoices")) ?? 0;
  if (choices === undefined && rows === undefined && most <= 0) return undefined;
  return {
    offered: (answers) => ({
      ...item,
      choices: choices ? item.choices.filter(({ code }) => choices(code, answers)) : item.choices,
      rows: rows ? item.rows.filter(({ code }) => rows(code, answers)) : item.rows,
    }),
    shortened: (answer, random) => {
      if (most <= 0 || !Array.isArray(answer)) return answer;
      const kept = [...answer];
      while (kept.length > most) kept.splice(random.index(kept.length), 1);
      return kept;
    },
  };
}

function lengthOf(node: OutlineNode | undefined): Length {
  const number = (names: readonly string[], otherwise: number) =>
    names.map((name) => node && numberGiven(node, name)).find((value) => value !== undefined) ?? otherwise;
  return {
    fewest: number(["minPanelCount", "minRowCount"], 0),
    most: number(["maxPanelCount", "maxRowCount"], 4),
  };
}
