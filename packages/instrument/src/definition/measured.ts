import type { Measure } from "./item.ts";
import type { Measures } from "./measures.ts";
import type { OutlineNode } from "./outline.ts";
import type { Findings } from "./refusal.ts";

interface Context {
  readonly measures: Measures | undefined;
  readonly findings: Findings;
}

/** What an item measures. Reading goes on without a measure, so that all findings come at once. */
export function measureOf(node: OutlineNode, { measures, findings }: Context): Measure {
  const name = node.name ?? "";
  const measure = measures && ownMeasure(measures, name);
  if (measures && !measure)
    findings.add(node.path, `The item ${name} has no entry in measures.json; say there what it measures.`);
  return measure ?? unmeasured;
}

/** What a part measures: its own entry `item.part`, or what the whole item does. */
export function partMeasure(
  item: string,
  part: OutlineNode,
  whole: Measure,
  { measures }: Pick<Context, "measures">,
): Measure {
  return (measures && ownMeasure(measures, `${item}.${part.name ?? ""}`)) ?? whole;
}

/** Nothing is known of what an item of a foreign file measures: all words are empty. */
export const unmeasured: Measure = {
  concept: "",
  domain: "",
  level: "nominal",
  purpose: "",
  dataClass: "ordinary",
};

function ownMeasure({ items }: Measures, name: string): Measure | undefined {
  return Object.hasOwn(items, name) ? items[name] : undefined;
}
