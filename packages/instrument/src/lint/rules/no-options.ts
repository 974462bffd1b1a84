import { given, type OutlineNode } from "../../definition/index.ts";
import type { Rule } from "../rule.ts";

/** Questions to choose from that offer nothing to choose. */
export const noOptions: Rule = {
  id: "no-options",
  severity: "error",
  reason: {
    en: "Without options there is nothing to answer; a required question without options ends the interview.",
    lt: "Be variantų nėra į ką atsakyti; privalomas klausimas be variantų nutraukia apklausą.",
  },
  *check({ everyItem, outline }) {
    const nodes = new Map(outline.nodes.map((node) => [node.path, node]));
    for (const { kind, name, path, choices, rows } of everyItem) {
      const node = nodes.get(path);
      const isBare = ["single", "multiple", "ranking", "rating"].includes(kind) && choices.length === 0;
      const isHollow = kind === "matrix" && (choices.length === 0 || rows.length === 0);
      if ((!isBare && !isHollow) || node === undefined || comesFromElsewhere(node)) continue;
      yield {
        path,
        says: {
          en: [`${name} offers nothing to choose from.`, "Write its options, rows or columns."],
          lt: [`Klausime ${name} nėra iš ko rinktis.`, "Surašykite variantus, eilutes ar stulpelius."],
        },
      };
    }
  },
};

function comesFromElsewhere(node: OutlineNode): boolean {
  return ["choicesByUrl", "choicesFromQuestion", "choicesLazyLoadEnabled", "allowCustomChoices"].some(
    (property) =>
      given(node, property) !== undefined || (node.parent && given(node.parent, property) !== undefined),
  );
}
