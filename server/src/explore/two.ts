import type { ComparedTwo, ExploreCell, ExploreTable } from "@tiltas/contract/explore";
import { Refusal } from "@tiltas/contract/problems";
import type { FrameFile } from "../computing/explore-files.ts";

type Row = ExploreTable["rows"][number];

/** Two cells of one table in a sentence; what is hidden stays hidden, with its reason. */
export function compared(
  frame: FrameFile,
  { measure, crossing, rows }: ExploreTable,
  one: string,
  other: string,
): ComparedTwo {
  const [first, second] = [rowOf(rows, one), rowOf(rows, other)];
  const sides = { one: sideOf(first), other: sideOf(second) };
  const told = (language: "lt" | "en") =>
    sentence(frame, { measure, crossing, rows: [first, second] }, language);
  return { measure, crossing, ...sides, difference: null, sentence: { lt: told("lt"), en: told("en") } };
}

const sideOf = ({ domain, cell }: Row) => ({ domain, cell });

function rowOf(rows: readonly Row[], domain: string): Row {
  const found = rows.find((row) => row.domain.join() === domain);
  if (!found) throw new Refusal("not-in-lattice", "This cut has no such domain. Choose two from its list.");
  return found;
}

function sentence(
  frame: FrameFile,
  {
    measure,
    crossing,
    rows: [first, second],
  }: { measure: string; crossing: readonly string[]; rows: [Row, Row] },
  language: "lt" | "en",
): string {
  const label = frame.measures.find(({ id }) => id === measure)?.label[language] ?? measure;
  const named = ({ domain }: Row) =>
    domain.map((code, at) => labelOf(frame, crossing[at] ?? "", code, language)).join(", ");
  return `${label}: ${named(first)} – ${said(first.cell, language)}; ${named(second)} – ${said(second.cell, language)}.`;
}

function labelOf({ dimensions }: FrameFile, dimension: string, code: string, language: string): string {
  const codes = dimensions.find(({ id }) => id === dimension)?.codes;
  return codes?.find((one) => one.code === code)?.label[language] ?? code;
}

const hidden = {
  "too-few": { lt: "per mažai atsakiusiųjų", en: "too few respondents" },
  protected: { lt: "nerodoma, kad nebūtų atpažinti žmonės", en: "hidden to protect people" },
  "left-out": { lt: "rodiklis ne apie šiuos žmones", en: "the indicator is not about these people" },
  "not-shown-here": { lt: "čia nerodoma", en: "not shown here" },
  "not-estimable": { lt: "negalima apskaičiuoti", en: "cannot be estimated" },
} as const;

function said(cell: ExploreCell, language: "lt" | "en"): string {
  if (cell.state !== "published" && cell.state !== "few-observations") return hidden[cell.state][language];
  const value = new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(cell.value);
  return `${value} (n = ${cell.respondents})`;
}
