import { textOf } from "./primitives.ts";

/**
 * A Date of any answer: a day without time begins at midnight of the device's own time zone, an empty value is now.
 * Always a new Date; one that is no date has the time NaN.
 *
 * @source survey-core 3.0.0, createDate with settings.storeUtcDates off
 */
export function dateOf(value: unknown, now: Date): Date {
  if (!value) return new Date(now.getTime());
  if (value instanceof Date) return new Date(value.getTime());
  if (typeof value === "number" || typeof value === "boolean") return new Date(Number(value));
  const text = textOf(value);
  return new Date(typeof value === "string" && isDay(value) ? `${text}T00:00:00` : text);
}

function isDay(text: string): boolean {
  return text.indexOf("T") <= 0 && /\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(new Date(text).getTime());
}

/**
 * A Date and a text beside it, made comparable: the text becomes a Date, and what the text or the Date does not tell
 * (milliseconds, the time of day) is left out of both. Other pairs stay as they are.
 *
 * @source survey-core 3.0.0, OperandMaker.convertValForDateCompare, which changes its Date in place; here it is a copy
 */
export function comparablePair(left: unknown, right: unknown, now: Date): readonly [unknown, unknown] {
  if (right instanceof Date && typeof left === "string")
    return [atPrecisionOf(right, left, now), wholeSeconds(right)];
  if (left instanceof Date && typeof right === "string") {
    const known = asPreciseAs(right, left);
    return [wholeSeconds(known), atPrecisionOf(known, right, now)];
  }
  return [left, right];
}

/** The text's Date; of its day only midnight when the other Date tells no time. */
function atPrecisionOf(date: Date, text: string, now: Date): Date {
  const found = dateOf(text, now);
  if (!(date.getHours() > 0 || date.getMinutes() > 0 || date.getSeconds() > 0)) found.setHours(0, 0, 0);
  return found;
}

function wholeSeconds(date: Date): Date {
  const whole = new Date(date.getTime());
  whole.setMilliseconds(0);
  return whole;
}

/** The Date without seconds, minutes or hours where the text is too short to tell them. */
function asPreciseAs(text: string, date: Date): Date {
  const known = new Date(date.getTime());
  if (text.length < 17) known.setSeconds(0, 0);
  if (text.length < 14) known.setMinutes(0, 0);
  if (text.length < 11) known.setHours(0, 0);
  return known;
}
