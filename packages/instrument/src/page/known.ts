import type { ConsentId, Instrument, OutlineNode } from "../definition/index.ts";
import { stringGiven } from "../definition/index.ts";
import { type Answers, conditionOf, drawingOf, type Given } from "../drawing/index.ts";
import { ExpressionError, parseExpression, referencesIn } from "../expressions/index.ts";

/** What is known of an interview before its first question; the consents are decided on the page itself. */
export type Beforehand = Required<Omit<Given, "consents">>;

/** One way in which the separate consents can be decided, and what the application then fills in. */
interface Decision {
  readonly given: readonly ConsentId[];
  readonly answers: Answers;
}

/** Answers that the application fills in, for every way of deciding the separate consents. */
export interface Known {
  /** Names of the items that the application fills in. */
  readonly items: ReadonlySet<string>;
  readonly decisions: readonly Decision[];
}

export function knownBeforehand(
  instrument: Pick<Instrument, "items">,
  beforehand: Beforehand,
  consents: readonly ConsentId[],
): Known {
  const drawing = drawingOf({ drawn: [], given: givenIn(instrument) });
  return {
    items: new Set(
      instrument.items.filter(({ measure }) => measure.role === "given").map(({ name }) => name),
    ),
    decisions: subsets(consents).map((given) => ({
      given,
      answers: drawing.given({ ...beforehand, consents: given }),
    })),
  };
}

function givenIn({ items }: Pick<Instrument, "items">) {
  return items.flatMap(({ name, choices, measure: { role, given } }) =>
    role === "given" && given ? [{ item: name, field: given, codes: choices.map(({ code }) => code) }] : [],
  );
}

/** In the order of binary numbers: bit i says whether consent i was given. */
function subsets<One>(all: readonly One[]): One[][] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_one, i) => (bits >> i) & 1));
}

/** Whether a part is shown, by decision; "asks" where its condition looks at more than what is known. */
export function shownBy(node: OutlineNode, known: Known): readonly boolean[] | "asks" {
  const condition = stringGiven(node, "visibleIf");
  if (condition === undefined) return known.decisions.map(() => node.json.visible !== false);
  if (!looksAtKnownOnly(condition, known)) return "asks";
  const holds = conditionOf(condition);
  return known.decisions.map(({ answers }) => holds(answers));
}

function looksAtKnownOnly(condition: string, { items }: Known): boolean {
  try {
    return [...referencesIn(parseExpression(condition))].every(({ path }) => items.has(path[0]?.name ?? ""));
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}
