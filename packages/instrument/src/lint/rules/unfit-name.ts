import { namesIn, namesUnfit, renamingFor } from "../../definition/index.ts";
import type { Rule } from "../rule.ts";

/** Names that conditions, datasets or people would misread. */
export const unfitName: Rule = {
  id: "unfit-name",
  severity: "error",
  reason: {
    en: "The name of an item becomes the name of a variable: it must mean the same in conditions, SPSS, Stata and R, and no two may differ only in case.",
    lt: "Klausimo vardas tampa kintamojo vardu: sąlygose, SPSS, Stata ir R jis turi reikšti tą patį, ir jokie du negali skirtis vien raidžių dydžiu.",
  },
  *check({ items, isFolder }) {
    const offered = renamingFor(namesIn(items));
    for (const { path, name, message } of namesUnfit({ items })) {
      if (name === "") continue;
      yield {
        path: `${path}.name`,
        severity: isFolder ? "error" : "warning",
        says: {
          en: [
            message,
            `Rename it, for instance to ${offered.get(name) ?? "another word"}; conditions and texts that name it have to follow.`,
          ],
          lt: [
            `Vardas ${name} netinka: vardas prasideda raide, jame iki 32 lotyniškų raidžių, skaitmenų ir _, jis nėra rezervuotas žodis ir nuo kitų skiriasi ne vien raidžių dydžiu.`,
            `Pervadinkite, pavyzdžiui, į ${offered.get(name) ?? "kitą žodį"}; kartu turi keistis sąlygos ir tekstai, kurie jį mini.`,
          ],
        },
      };
    }
  },
};
