import { dateOf, joined, numberOf } from "../values/index.ts";
import type { Timed } from "./kinds.ts";

/**
 * Dates and ages. A date without time is midnight where the device stands; what is no date gives NaN.
 *
 * @source survey-core 3.0.0, FunctionFactory
 */
export const dateFunctions: Readonly<Record<string, Timed>> = {
  getDate: ([date], now) => (date ? dateOf(date, now) : null),
  currentDate: (_, now) => new Date(now.getTime()),
  currentYear: (_, now) => now.getFullYear(),
  today: (values, now) => {
    const day = midnight(now);
    if (values.length === 1) day.setDate(numberOf(joined(day.getDate(), values[0])));
    return day;
  },
  getYear: (values, now) =>
    values.length === 1 && values[0] ? dateOf(values[0], now).getFullYear() : undefined,
  year: ([date], now) => dateOrToday(date, now).getFullYear(),
  month: ([date], now) => dateOrToday(date, now).getMonth() + 1,
  day: ([date], now) => dateOrToday(date, now).getDate(),
  weekday: ([date], now) => dateOrToday(date, now).getDay(),
  age: ([birth, unit], now) => (birth ? periodBetween(birth, undefined, unit || "years", now) : null),
  diffDays: (values, now) => (values.length === 2 ? daysBetween(values[0], values[1], now) : 0),
  dateDiff: ([from, to, unit], now) => (from && to ? difference(from, to, unit || "days", now) : null),
  dateAdd: ([date, amount, unit], now) =>
    date && amount ? moved(dateOf(date, now), amount, unit || "days") : null,
};

function midnight(now: Date): Date {
  const day = new Date(now.getTime());
  day.setHours(0, 0, 0, 0);
  return day;
}

function dateOrToday(date: unknown, now: Date): Date {
  return date ? dateOf(date, now) : midnight(now);
}

const milliseconds = new Map<unknown, number>([
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1000],
]);

function difference(from: unknown, to: unknown, unit: unknown, now: Date): number {
  const length = milliseconds.get(unit);
  if (length === undefined) return periodBetween(from, to, unit, now);
  return Math.ceil(Math.abs(dateOf(to, now).getTime() - dateOf(from, now).getTime()) / length);
}

/** Completed months, or completed years for every other unit; age() in days is 0, for want of a second date. */
function periodBetween(from: unknown, to: unknown, unit: unknown, now: Date): number {
  if (unit === "days") return daysBetween(from, to, now);
  const start = dateOf(from, now);
  const end = dateOf(to, now);
  const begun = (end.getFullYear() - start.getFullYear()) * 12 + end.getMonth() - start.getMonth();
  const months = end.getDate() < start.getDate() ? begun - 1 : begun;
  return unit === "months" ? months : ~~(months / 12);
}

/** Days in the calendar, whichever date comes first. */
function daysBetween(from: unknown, to: unknown, now: Date): number {
  if (!from || !to) return 0;
  const start = calendarDay(dateOf(from, now));
  const end = calendarDay(dateOf(to, now));
  return Math.ceil(Math.abs(end - start) / 86_400_000);
}

function calendarDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

/** An amount in text is written behind the number it should be added to, as JavaScript's + does. */
function moved(date: Date, amount: unknown, unit: unknown): Date {
  const to = (part: number) => numberOf(joined(part, amount));
  if (unit === "days") date.setDate(to(date.getDate()));
  if (unit === "months") date.setMonth(to(date.getMonth()));
  if (unit === "years") date.setFullYear(to(date.getFullYear()));
  if (unit === "hours") date.setHours(to(date.getHours()));
  if (unit === "minutes") date.setMinutes(to(date.getMinutes()));
  if (unit === "seconds") date.setSeconds(to(date.getSeconds()));
  return date;
}
