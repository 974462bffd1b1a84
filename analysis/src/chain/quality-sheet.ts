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

type Asked = Pick<Instrument, "items" | "pages">;

/**
 * What a reader of figures should know of the answers they rest on.
 *
 * @param fewest respondents that a count or a share rests on; smaller ones are left out
 * @param inside rows of those who belong to the population: they alone are counted by how they answered
 */
export function qualitySheet(
  dataset: Dataset,
  instrument: Asked,
  fewest: number,
  inside: Int32Array,
): QualitySheet {
  const { items, pages } = instrument;
  const { missing, leftAt } = lookOnce(dataset, instrument);
  return {
    exclusions: dataset.exclusions,
    counts: Object.entries(counted).flatMap(([dimension, column]) =>
      countsOf(dataset, column, fewest, inside).map((count) => ({ dimension, ...count })),
    ),
    items: items.flatMap(({ name, titles }) => {
      const counts = missing.get(name);
      const nonresponse = counts ? nonresponseIn(counts, fewest) : null;
      return nonresponse === null ? [] : [{ item: name, label: titles, nonresponse }];
    }),
    breakOff: breakOffs(dataset.rows, pages, leftAt, fewest),
  };
}

/** What no circle of readers changes. */
interface Looked {
  /** By item: respondents by missing reason; of an item of several variables by its first. */
  readonly missing: ReadonlyMap<string, Uint32Array>;
  /** By page: who left there and answered nothing more. */
  readonly leftAt: readonly number[];
}

const looked = new WeakMap<Dataset, Looked>();

/** Every column is gone through once, for all circles of readers. */
function lookOnce(dataset: Dataset, instrument: Asked): Looked {
  const known = looked.get(dataset) ?? look(dataset, instrument);
  looked.set(dataset, known);
  return known;
}

function look({ columns, rows }: Dataset, { items, pages }: Asked): Looked {
  const lastPage = new Int32Array(rows).fill(pages.length);
  const pageOf = new Map(items.map(({ name, page }) => [name, pages.findIndex((one) => one.name === page)]));
  const counts = new Map<string, Uint32Array>();
  for (const [name, { variable, missing }] of columns) {
    const page = pageOf.get(variable.item) ?? -1;
    const reasons = new Uint32Array(missingReasons.length);
    for (let row = 0; row < missing.length; row++) {
      const why = missing[row]!;
      reasons[why]!++;
      if (why === notReached && page >= 0 && page < lastPage[row]!) lastPage[row] = page;
    }
    if (name === variable.item || !counts.has(variable.item)) counts.set(variable.item, reasons);
  }
  const leftAt = pages.map(() => 0);
  for (const page of lastPage) if (page < pages.length) leftAt[page]!++;
  return { missing: counts, leftAt };
}

/** Of the population alone, as in the tables: others could be told by what is left. */
function countsOf(dataset: Dataset, name: string, fewest: number, inside: Int32Array) {
  const column = dataset.columns.get(name);
  if (!column) return [];
  const counts = column.variable.codes.map(() => 0);
  for (const row of inside) {
    const value = column.values[row]!;
    if (value >= 0) counts[value]!++;
  }
  return column.variable.codes.flatMap(({ code }, i) =>
    counts[i]! >= fewest ? [{ code: String(code), respondents: counts[i]! }] : [],
  );
}

/** The share of those who came to the item and gave no answer. */
function nonresponseIn(counts: Uint32Array, fewest: number): number | null {
  const empty = withoutAnswer.reduce((sum, why) => sum + counts[why]!, 0);
  const came = counts[answered]! + empty;
  return came < fewest ? null : rounded(empty / came);
}

/** By page: of those who came to it, the share who left there and answered nothing more. */
function breakOffs(
  rows: number,
  pages: Instrument["pages"],
  leftAt: readonly number[],
  fewest: number,
): QualitySheet["breakOff"] {
  let came = rows;
  return pages.flatMap(({ name, titles }, page) => {
    const reached = came;
    came -= leftAt[page]!;
    if (reached < fewest) return [];
    return [{ page: name, label: titles, share: rounded(leftAt[page]! / reached) }];
  });
}

/** Six decimals, and never a negative zero. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6 + 0;
