import type { Rule } from "../rule.ts";

/** Options that a server elsewhere decides. */
export const choicesByUrl: Rule = {
  id: "choices-by-url",
  severity: "error",
  reason: {
    en: "Options from an address change without a new version, need the network on a tablet without one, and tell a stranger who is answering.",
    lt: "Iš adreso gaunami variantai keičiasi be naujos versijos, planšetėje be tinklo jų nėra, o svetimas serveris sužino, kas atsakinėja.",
  },
  *check({ outline, isFolder }) {
    for (const { type, path, json } of outline.nodes) {
      if (type.toLowerCase() !== "choicesbyurl" || Object.keys(json).length === 0) continue;
      const url = typeof json.url === "string" ? json.url : "";
      yield {
        path,
        severity: isFolder ? "error" : "warning",
        says: {
          en: [`The options come from an address (${url}).`, "Write them under choices."],
          lt: [`Variantai imami iš adreso (${url}).`, "Surašykite juos po choices."],
        },
      };
    }
  },
};
