import {
  given,
  type Instrument,
  type Item,
  type OutlineNode,
  readOutline,
  stringGiven,
} from "../definition/index.ts";
import { conditionOf, type Holds, namesReadBy } from "../drawing/index.ts";
import { ExpressionError } from "../expressions/index.ts";
import type { Answers } from "./run/check.ts";

/** Whether an option or a row, by its code, is offered to someone with these answers. */
export type Offered = (code: unknown, answers: Answers) => boolean;

/** What one item offers; undefined where everybody who is asked is offered all of it. */
export interface Offering {
  /** Options; of a matrix, its columns. */
  readonly choices: Offered | undefined;
  readonly rows: Offered | undefined;
  /** Names, in small letters, of the answers that decide about rows. */
  readonly rowsRead: readonly string[];
}

/**
 * What the items of a questionnaire offer, given the answers alone: no calculated values, no clock. A condition that is
 * none lets everything through.
 */
export function offeringsIn({
  questionnaire,
}: Pick<Instrument, "questionnaire">): (item: Pick<Item, "path" | "kind">) => Offering {
  const byPath = new Map(readOutline(questionnaire).nodes.map((node) => [node.path, node]));
  return ({ path, kind }) => {
    const node = byPath.get(path);
    if (node === undefined) return { choices: undefined, rows: undefined, rowsRead: [] };
    const choices =
      kind === "matrix"
        ? offeredIn(node, "columns", "columnsVisibleIf")
        : offeredIn(node, "choices", "choicesVisibleIf");
    const rows = offeredIn(node, "rows", "rowsVisibleIf");
    return {
      choices,
      rows,
      rowsRead: rows ? conditionsOn(node, "rows", "rowsVisibleIf").flatMap(namesReadBy) : [],
    };
  };
}

/** A condition on the answers; a text that is none always holds. */
export function conditionOrAlways(text: string): Holds {
  try {
    return conditionOf(text);
  } catch (error) {
    if (error instanceof ExpressionError) return () => true;
    throw error;
  }
}

/** Each option's own condition, that of all options about `{item}`, and options taken over as chosen elsewhere. */
function offeredIn(node: OutlineNode, slot: string, forAll: string): Offered | undefined {
  const shared = stringGiven(node, forAll);
  const all = shared === undefined ? undefined : conditionOrAlways(shared);
  const own = new Map(node.children.filter((child) => child.slot === slot).flatMap(ownCondition));
  const source = slot === "choices" ? stringGiven(node, "choicesFromQuestion") : undefined;
  const mode = given(node, "choicesFromQuestionMode");
  const carried = source !== undefined && (mode === "selected" || mode === "unselected");
  if (all === undefined && own.size === 0 && !carried) return undefined;
  return (code, answers) =>
    (!carried || isChosen(answers[source], code) === (mode === "selected")) &&
    (own.get(String(code))?.(answers) ?? true) &&
    (all?.({ ...answers, item: code, choice: code }) ?? true);
}

function conditionsOn(node: OutlineNode, slot: string, forAll: string): string[] {
  const options = node.children.filter((child) => child.slot === slot);
  return [stringGiven(node, forAll), ...options.map((option) => stringGiven(option, "visibleIf"))].filter(
    (text) => text !== undefined,
  );
}

function ownCondition(option: OutlineNode): [string, Holds][] {
  const text = stringGiven(option, "visibleIf");
  return text === undefined ? [] : [[String(option.json.value), conditionOrAlways(text)]];
}

function isChosen(answer: unknown, code: unknown): boolean {
  return Array.isArray(answer) ? answer.includes(code) : answer === code;
}
