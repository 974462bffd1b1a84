import { isKindOf, type OutlineNode } from "../definition/index.ts";

/** Types that show words or pictures, or compute; nobody answers them. */
const unnumbered = ["nonvalue", "expression", "empty"];

export function isNumbered({ type, json }: OutlineNode): boolean {
  return (
    isKindOf(type, "question") && !unnumbered.some((kind) => isKindOf(type, kind)) && json.visible !== false
  );
}

/**
 * Numbers as printed: 1, 2, 3; a question asked only because of the answer to the one before gets its number with a
 * letter: 3a. Questions inside an entry of a roster are 5.1, 5.2.
 *
 * @param namesIn  the items a condition refers to
 */
export function numberItems(
  survey: OutlineNode,
  namesIn: (condition: string) => readonly string[],
): ReadonlyMap<OutlineNode, string> {
  const numbers = new Map<OutlineNode, string>();
  number(survey, {
    prefix: "",
    conditions: [],
    namesIn,
    numbers,
    state: { main: 0, letter: 0, family: new Set() },
  });
  return numbers;
}

interface Numbering {
  readonly prefix: string;
  /** Conditions around the part. */
  readonly conditions: readonly string[];
  readonly namesIn: (condition: string) => readonly string[];
  readonly numbers: Map<OutlineNode, string>;
  /** The last main number, the last letter below it, and the names of both. */
  readonly state: { main: number; letter: number; family: Set<string> };
}

function number(node: OutlineNode, around: Numbering): void {
  const conditions =
    typeof node.json.visibleIf === "string" ? [...around.conditions, node.json.visibleIf] : around.conditions;
  const here = { ...around, conditions };
  if (isNumbered(node)) around.numbers.set(node, around.prefix + next(node, here));
  for (const child of node.children) {
    const isTemplate = child.slot === "templateElements" || child.slot === "detailElements";
    if (!isTemplate) number(child, here);
  }
  numberEntries(node, around);
}

function numberEntries(node: OutlineNode, around: Numbering): void {
  const inside = node.children.filter(({ slot }) => slot === "templateElements" || slot === "detailElements");
  const state = { main: 0, letter: 0, family: new Set<string>() };
  const prefix = `${around.numbers.get(node) ?? ""}.`;
  for (const child of inside) number(child, { ...around, prefix, conditions: [], state });
}

function next(node: OutlineNode, { conditions, namesIn, state }: Numbering): string {
  const names = conditions.flatMap((condition) => namesIn(condition));
  const follows = names.length > 0 && names.every((name) => state.family.has(name));
  if (follows) state.letter++;
  else Object.assign(state, { main: state.main + 1, letter: 0, family: new Set() });
  if (node.name !== undefined) state.family.add(node.name);
  return follows ? `${state.main}${lettersOf(state.letter)}` : String(state.main);
}

/** a … z, aa … */
export function lettersOf(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest > 0 ? lettersOf(rest) : "") + String.fromCharCode(97 + ((count - 1) % 26));
}
