import type { Workbook } from "exceljs";
import type { WorkbookSheet } from "./workbook-sheet.ts";
import { cellText } from "./workbook-text.ts";

/** The hidden sheet on which long lists stand; readers pass over it. */
export const listSheet = "_lists";

/** Excel takes a list inside a cell's rule only up to this length, and only without commas and quotes in its values. */
const longestRule = 250;

/** The rules for the lists of options in a workbook, and what has to stand on the hidden sheet for them. */
export class ListRules {
  readonly #rules = new Map<string, string>();
  readonly #long: (readonly string[])[] = [];

  constructor(sheets: readonly WorkbookSheet[]) {
    for (const { options } of sheets.flatMap(({ columns }) => columns)) {
      if (options === undefined || options.length === 0 || this.find(options) !== undefined) continue;
      const fits = options.every((option) => !/[,"\n]/.test(option) && option.trim() === option);
      const rule = options.join(",");
      this.#rules.set(
        keyOf(options),
        fits && rule.length <= longestRule ? `"${rule}"` : this.#reference(options),
      );
    }
  }

  find(options: readonly string[]): string | undefined {
    return this.#rules.get(keyOf(options));
  }

  write(workbook: Workbook): void {
    if (this.#long.length === 0) return;
    const sheet = workbook.addWorksheet(listSheet, { state: "veryHidden" });
    for (const [i, options] of this.#long.entries())
      for (const [j, option] of options.entries()) sheet.getCell(j + 1, i + 1).value = cellText(option);
  }

  #reference(options: readonly string[]): string {
    const column = letterOf(this.#long.push(options));
    return `${listSheet}!$${column}$1:$${column}$${options.length}`;
  }
}

function keyOf(options: readonly string[]): string {
  return JSON.stringify(options);
}

function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letterOf(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
