import type { Evidence, Figure, Unexamined, UnitVerdict, Unknown } from "@tiltas/analysis/pilot";
import type { CellValue } from "@tiltas/formats/tables";
import { english } from "./strings/en.ts";
import { lithuanian } from "./strings/lt.ts";
import { isShare, type PilotWords } from "./words.ts";

export const wordsIn: Readonly<Record<"lt" | "en", PilotWords>> = { lt: lithuanian, en: english };

/** A number as a cell holds it: rounded, shares in percent. */
export function cellOf(figure: Figure, words: PilotWords, decimals = 2, factor = 1): CellValue {
  return figure.known ? rounded(figure.value * factor, decimals) : reasonOf(figure, words);
}

export function percentCell(figure: Figure, words: PilotWords): CellValue {
  return cellOf(figure, words, 1, 100);
}

export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

/** Why there is no figure, in a few words: "too few: 12 of 30". Empty where a file was not given. */
export function reasonOf({ reason, n, needs }: Unknown, { reasons }: PilotWords): string | null {
  if (reason === "no-file" || reason === "not-applicable") return null;
  return needs === undefined ? reasons[reason] : `${reasons[reason]}: ${n} / ${needs}`;
}

/** A figure in a sentence: "12.4 % [10.1; 15.0], n = 653". */
export function sayFigure(
  figure: Figure,
  words: PilotWords,
  {
    percent = false,
    decimals = percent ? 1 : 2,
  }: { readonly percent?: boolean; readonly decimals?: number } = {},
): string {
  if (!figure.known) return reasonOf(figure, words) ?? words.notGiven;
  const say = (value: number) => words.number(percent ? 100 * value : value, decimals);
  const unit = percent ? " %" : "";
  const interval =
    figure.low === undefined || figure.high === undefined ? "" : ` [${say(figure.low)}; ${say(figure.high)}]`;
  return `${say(figure.value)}${unit}${interval}, n = ${figure.n}`;
}

/** One line of evidence: what was found where, how large, of how many, beyond which limit. */
export function sayEvidence(evidence: Evidence, words: PilotWords): string {
  const { rule, language, figure, limit, side, effect, scale, reference, codes } = evidence;
  const percent = isShare(rule);
  const about = [
    language,
    scale,
    reference === undefined ? undefined : words.comparedWith(reference),
    codes?.join(", "),
  ].filter((part) => part !== undefined);
  const place = about.length > 0 ? ` (${about.join("; ")})` : "";
  const bound =
    rule === "page-exits"
      ? ""
      : `; ${words.limit} ${side === "above" ? ">" : "<"} ${percent ? `${words.number(100 * limit, 0)} %` : words.number(limit, rule === "dif" ? 3 : 2)}`;
  const start = effect === "note" ? `${words.note}: ` : "";
  return `${start}${words.rules[rule]}${place}: ${sayFigure(figure, words, { percent })}${bound}`;
}

/** A p-value as people read it. */
export function sayP(value: number | null, words: PilotWords): CellValue {
  if (value === null) return null;
  return value < 0.001 ? `< ${words.number(0.001, 3)}` : rounded(value, 3);
}

/** A verdict, and of a whole item in which languages it holds where that is not all: "retranslate (ru)". */
export function sayVerdict(verdict: UnitVerdict | undefined, { verdicts }: PilotWords): string {
  if (!verdict) return verdicts["not-estimable"];
  const reasons = verdict.evidence.filter(({ effect }) => effect === verdict.verdict);
  const languages = new Set(reasons.map(({ language }) => language));
  const some = verdict.language === undefined && languages.size > 0 && !languages.has(undefined);
  return some ? `${verdicts[verdict.verdict]} (${[...languages].join(", ")})` : verdicts[verdict.verdict];
}

/** What could not be looked at, and why: "Item-rest r: too few: 62 / 100". */
export function sayUnexamined({ what, why }: Unexamined, words: PilotWords): string {
  const { heads, sheets } = words;
  const names: Readonly<Record<Unexamined["what"], string>> = {
    nonresponse: heads.nonresponse,
    "item-rest": heads.itemRest,
    dif: sheets.comparison,
    problems: heads.problemRate,
    relevance: heads.relevance,
    retest: heads.retest,
  };
  return `${names[what].replace(/, (%|r)$/, "")}: ${reasonOf(why, words) ?? words.notGiven}`;
}
