import type { Instrument } from "@tiltas/instrument/definition";
import { type Dataset, missingReasons } from "../dataset/index.ts";
import type { QualitySheet } from "../release/index.ts";

const answered = missingReasons.indexOf("answered");
const notReached = missingReasons.indexOf("not-reached");
/** Asked and reached, yet no answer. */
const withoutAnswer = (["refused", "dont-know", "no-answer"] as const).map((why) =>
  missingReasons.indexOf(why),
);

/** Columns that say how a response came about, by the name under which they are counted. */
const counted = {
  language: "interview_language",
  mode: "interview_mode",
  channel: "channel_kind",
} as const;

/**
 * What a reader of figures should know of the answers they rest on.
 *
 * @param fewest respondents that a count or a share rests on; smaller ones are left out
 */
export function qualitySheet(
  dataset: Dataset,
  { items, pages }: Pick<Instrument, "items" | "pages">,
  fewest: number,
): QualitySheet {
  return {
    exclusions: dataset.exclusions,
    counts: Object.entries(counted).flatMap(([dimension, column]) =>
      countsOf(dataset, column, fewest).map((count) => ({ dimension, ...count })),
    ),
    items: items.flatMap(({ name, titles }) => {
      const nonresponse = nonresponseOf(name, dataset, fewest);
      return nonresponse === null ? [] : [{ item: name, label: titles, nonresponse }];
    }),
    breakOff: breakOffs(dataset, { items, pages }, fewest),
  };
}

function countsOf(dataset: Dataset, name: string, fewest: number) {
  const column = dataset.columns.get(name);
  if (!column) return [];
  const counts = column.variable.codes.map(() => 0);
  for (const value of column.values) if (value >= 0) counts[value]!++;
  return column.variable.codes.flatMap(({ code }, i) =>
    counts[i]! >= fewest ? [{ code: String(code), respondents: counts[i]! }] : [],
  );
}

/** The share of those who came to the item and gave no answer; an item of several variables by its first. */
function nonresponseOf(name: string, dataset: Dataset, fewest: number): number | null {
  const column = dataset.columns.get(name) ?? firstOf(name, dataset);
  if (!column) return null;
  const counts = new Uint32Array(missingReasons.length);
  for (const why of column.missing) counts[why]!++;
  const empty = withoutAnswer.reduce((sum, why) => sum + counts[why]!, 0);
  const came = counts[answered]! + empty;
  return came < fewest ? null : rounded(empty / came);
}

/** Found by its name: columns are decoded when they are looked at. */
function firstOf(item: string, { columns }: Dataset) {
  for (const name of columns.keys()) if (name.startsWith(`${item}.`)) return columns.get(name);
  return undefined;
}

/** By page: of those who came to it, the share who left there and answered nothing more. */
function breakOffs(
  dataset: Dataset,
  { items, pages }: Pick<Instrument, "items" | "pages">,
  fewest: number,
): QualitySheet["breakOff"] {
  const leftAt = new Int32Array(dataset.rows).fill(pages.length);
  const pageOf = new Map(items.map(({ name, page }) => [name, pages.findIndex((one) => one.name === page)]));
  for (const { variable, missing } of dataset.columns.values()) {
    const page = pageOf.get(variable.item);
    if (page === undefined || page < 0) continue;
    for (let row = 0; row < missing.length; row++)
      if (missing[row] === notReached && page < leftAt[row]!) leftAt[row] = page;
  }
  const left = pages.map(() => 0);
  for (const page of leftAt) if (page < pages.length) left[page]!++;
  let came = dataset.rows;
  return pages.flatMap(({ name, titles }, page) => {
    const reached = came;
    came -= left[page]!;
    if (reached < fewest) return [];
    return [{ page: name, label: titles, share: rounded(left[page]! / reached) }];
  });
}

/** Six decimals, and never a negative zero. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6 + 0;
