import type { Item } from "../../definition/index.ts";
import type { Objection, Rule } from "../rule.ts";

/** Most columns and rows that a phone shows without scrolling sideways or losing sight of the question. Our measure. */
const mostColumns = { matrix: 7, grid: 4 } as const;
const mostRows = 10;

/** Matrices that become long lists on a phone. */
export const wideMatrix: Rule = {
  id: "wide-matrix",
  severity: "advice",
  reason: {
    en: "On a phone a matrix is shown row by row; with many columns or rows people answer down the line without reading, and straightlining rises.",
    lt: "Telefone lentelė rodoma eilutė po eilutės; kai stulpelių ar eilučių daug, žmonės žymi iš eilės neskaitydami.",
  },
  *check({ items }) {
    for (const item of items) {
      if (item.kind !== "matrix" && item.kind !== "grid") continue;
      const columns = item.kind === "matrix" ? item.choices.length : (item.parts?.length ?? 0);
      if (columns > mostColumns[item.kind]) yield tooMany(item, columns, mostColumns[item.kind], "columns");
      if (item.rows.length > mostRows) yield tooMany(item, item.rows.length, mostRows, "rows");
    }
  },
};

function tooMany({ path, name }: Item, count: number, most: number, what: "columns" | "rows"): Objection {
  const lt = what === "columns" ? "Stulpelių" : "Eilučių";
  return {
    path,
    says: {
      en: [`${name} has ${count} ${what}; a phone takes ${most}.`, "Split it, or ask single items."],
      lt: [
        `${lt} klausime ${name} – ${count}; telefonui tinka iki ${most}.`,
        "Padalykite arba klauskite atskirais klausimais.",
      ],
    },
  };
}
