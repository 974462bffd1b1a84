import type { ReleasedComparison } from "../disclosure/released-tables.ts";
import { difference, differenceFormat, type Unit } from "./estimate-cells.ts";
import type { Page } from "./page.ts";
import type { CellStyle } from "./style.ts";
import type { Texts } from "./texts/index.ts";

/** ▲ or ▼ by where the figure went, and the word for whether that is better; only where the test supports it. */
export function verdictText({ verdict, difference: by }: ReleasedComparison, { verdicts }: Texts): string {
  const word = verdicts[verdict];
  if (verdict === "cannot-be-told-apart" || verdict === "tests-off") return word;
  return `${by > 0 ? "▲" : "▼"} ${word}`;
}

/** Coloured by whether it is better, not by whether it is up. */
export const verdictLook = ({ verdict }: ReleasedComparison): "better" | "worse" | "quiet" =>
  verdict === "better" ? "better" : verdict === "worse" ? "worse" : "quiet";

/** Writes a difference and its verdict into two neighbouring columns. */
export function writeChange(
  page: Page,
  column: number,
  comparison: ReleasedComparison | undefined,
  unit: Unit,
  base: Pick<CellStyle, "fill" | "line">,
): void {
  const { texts } = page.book;
  if (!comparison) {
    page.put(column, "", { ...base, look: "quiet" });
    page.put(column + 1, "", { ...base, look: "quiet" });
    return;
  }
  const by = difference(comparison.difference, unit);
  page.number(column, by, differenceFormat(unit, texts, by), { ...base, look: "quiet", align: "right" });
  page.put(column + 1, verdictText(comparison, texts), {
    ...base,
    look: verdictLook(comparison),
    indent: 1,
  });
}
