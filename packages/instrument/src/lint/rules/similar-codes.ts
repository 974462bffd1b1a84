import type { Rule } from "../rule.ts";

/** Codes of one list that differ only in case, or are the number and its digits. */
export const similarCodes: Rule = {
  id: "similar-codes",
  severity: "error",
  reason: {
    en: "Conditions do not tell “Yes” from “yes”, nor 1 from “1”: two such options route people alike and fall together in datasets.",
    lt: "Sąlygos neskiria „Yes“ nuo „yes“ nei 1 nuo „1“: du tokie variantai žmones veda vienodai ir duomenyse sutampa.",
  },
  *check({ everyItem }) {
    for (const { name, path, choices, rows } of everyItem)
      for (const list of [choices, rows]) {
        const seen = new Map<string, string | number>();
        for (const { code } of list) {
          const key = String(code).toLowerCase();
          const other = seen.get(key);
          if (other === undefined) seen.set(key, code);
          else if (other !== code)
            yield {
              path,
              says: {
                en: [
                  `The codes ${told(other)} and ${told(code)} of ${name} cannot be told apart.`,
                  "Write codes that differ in more than their case.",
                ],
                lt: [
                  `${name} kodų ${told(other)} ir ${told(code)} negalima atskirti.`,
                  "Parašykite kodus, besiskiriančius ne vien raidžių dydžiu.",
                ],
              },
            };
        }
      }
  },
};

function told(code: string | number): string {
  return typeof code === "number" ? String(code) : `“${code}”`;
}
