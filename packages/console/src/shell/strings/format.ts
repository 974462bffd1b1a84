/** How numbers, days and plurals are written in one language of the staff. */
export interface Format {
  /** 1204 → "1,204" (en) or "1 204" (lt). */
  number(value: number): string;
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

export function formatFor(locale: "lt-LT" | "en-GB"): Format {
  const numbers = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const clocks = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone });
  return {
    number: (value) => numbers.format(value),
    day: (value) => days.format(noon(value)),
    moment: (value) => moments.format(new Date(value)),
    clock: (value) => clocks.format(new Date(value)),
    plural: (value, words) => {
      const rule = rules.select(value);
      return rule === "one" ? words.one : rule === "few" ? words.few : words.other;
    },
  };
}

/** A bare day is taken at noon, so that no time zone moves it to its neighbour. */
function noon(value: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00Z` : value);
}
