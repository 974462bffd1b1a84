import { type Item, isKindOf, type Outline, type OutlineNode, readOutline } from "../definition/index.ts";

/** What is drawn for each respondent: the order of options, rows and questions, and the arms of split ballots. */
export interface Drawn {
  /** Items whose options, rows or place are in random order. */
  readonly inRandomOrder: ReadonlySet<string>;
  /** Hidden items that hold the arm of a split ballot. */
  readonly arms: ReadonlySet<string>;
  /** The hidden item that holds the number from which all orders follow. */
  readonly seed: string | undefined;
}

/** Names by which a questionnaire says that a hidden item is drawn, not answered: see docs/guides/author.md. */
export const seedName = "order_seed";
const armName = /^arm_[A-Za-z0-9_]+$/;

export function drawnIn(questionnaire: unknown): Drawn {
  const outline = readOutline(questionnaire);
  const hidden = outline.nodes.filter(
    ({ type, json }) => isKindOf(type, "question") && json.visible === false,
  );
  return {
    inRandomOrder: new Set(randomised(outline)),
    arms: new Set(hidden.flatMap(({ name }) => (name !== undefined && armName.test(name) ? [name] : []))),
    seed: hidden.some(({ name }) => name === seedName) ? seedName : undefined,
  };
}

function randomised({ survey }: Outline): string[] {
  const found: string[] = [];
  const visit = (node: OutlineNode, around: boolean) => {
    const { json } = node;
    const inside = says(json.questionOrder ?? json.questionsOrder) ?? around;
    const own = says(json.choicesOrder) || says(json.rowOrder ?? json.rowsOrder);
    if (isKindOf(node.type, "question") && node.name !== undefined && (own || around)) found.push(node.name);
    for (const child of node.children) visit(child, inside);
  };
  visit(survey, false);
  return found;
}

/** survey-core writes "random", "initial" or "default"; the last leaves it to what stands around. */
function says(order: unknown): boolean | undefined {
  if (typeof order !== "string" || order === "default") return undefined;
  return order.toLowerCase() === "random";
}

/** The part an item plays in drawing. */
export function roleIn(
  { arms, seed }: Drawn,
  item: Pick<Item, "name">,
): "split-ballot" | "order-seed" | undefined {
  if (arms.has(item.name)) return "split-ballot";
  return seed === item.name ? "order-seed" : undefined;
}
