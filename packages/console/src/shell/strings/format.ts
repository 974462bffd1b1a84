import type { ExploreFrame } from "@tiltas/contract/explore";

/** What a figure is counted in. */
export type FigureUnit = ExploreFrame["indicators"][number]["unit"];

/** How numbers, days and plurals are written in one language of the staff. */
export interface Format {
  /** 1204 → "1,204" (en) or "1 204" (lt). */
  number(value: number): string;
  /** 1.4 → "1.4" (en) or "1,4" (lt), with as many decimals as told. */
  decimal(value: number, decimals: number): string;
  /** 0.624 → "62.4%" (en) or "62,4 %" (lt). */
  share(value: number): string;
  /** A round figure on a scale, with as few decimals as it needs. */
  tick(value: number, unit: FigureUnit): string;
  /** A figure in its unit, with as many decimals as the workbook has. */
  figure(value: number, unit: FigureUnit): string;
  /** An interval in its unit: "58.1–66.9%". */
  interval(low: number, high: number, unit: FigureUnit): string;
  /** A difference with its sign, between percentages in percentage points. */
  difference(value: number, unit: FigureUnit): string;
  /** "2026-11-21" or an ISO time → the day in words, in Lithuanian time. */
  day(value: string): string;
  /** ISO time → day and clock time, in Lithuanian time. */
  moment(value: string): string;
  /** ISO time → clock time only. */
  clock(value: string): string;
  /** The word that fits the number; Lithuanian has three in use (1 anketa, 2 anketos, 10 anketų). */
  plural(value: number, words: { one: string; few: string; other: string }): string;
}

const timeZone = "Europe/Vilnius";
const percentagePoints = { "lt-LT": "proc. p.", "en-GB": "pp" };

export function formatFor(locale: "lt-LT" | "en-GB"): Format {
  const numbers = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const clocks = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone });
  const signed = new Intl.NumberFormat(locale, { ...oneDecimal, signDisplay: "exceptZero" });
  const signedSmall = new Intl.NumberFormat(locale, { ...twoDecimals, signDisplay: "exceptZero" });
  const decimal = (value: number, decimals: number) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value);
  const shares = new Intl.NumberFormat(locale, { style: "percent", ...oneDecimal });
  const share = (value: number) => minus(shares.format(value));
  const difference = (value: number, unit: FigureUnit) =>
    unit === "percent"
      ? `${minus(signed.format(value * 100))} ${percentagePoints[locale]}`
      : minus((small.includes(unit) ? signedSmall : signed).format(value));
  const figure = (value: number, unit: FigureUnit) => {
    if (unit === "percent") return share(value);
    if (unit === "points") return difference(value, unit);
    return minus(decimal(value, unit === "index-0-1" ? 2 : 1));
  };
  const ticks = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const shareTicks = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  return {
    number: (value) => numbers.format(value),
    tick: (value, unit) => minus((unit === "percent" ? shareTicks : ticks).format(value)),
    decimal: (value, decimals) => minus(decimal(value, decimals)),
    share,
    figure,
    interval: (low, high, unit) => {
      const first = unit === "percent" ? minus(decimal(low * 100, 1)) : figure(low, unit);
      // A dash between signs is read as another sign.
      return `${first}${low < 0 || unit === "points" ? " … " : "–"}${figure(high, unit)}`;
    },
    difference,
    day: (value) => days.format(noon(value)),
    moment: (value) => moments.format(new Date(value)),
    clock: (value) => clocks.format(new Date(value)),
    plural: (value, words) => {
      const rule = rules.select(value);
      return rule === "one" ? words.one : rule === "few" ? words.few : words.other;
    },
  };
}

/** Units in which a difference of a tenth is much. */
const small: readonly FigureUnit[] = ["index-0-1", "score-0-10", "number"];
const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const twoDecimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** A true minus, whichever sign the language's tables have. */
const minus = (words: string) => words.replace("-", "−");

/** A bare day is taken at noon, so that no time zone moves it to its neighbour. */
function noon(value: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00Z` : value);
}
