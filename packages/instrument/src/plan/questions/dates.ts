/** A day without a time, such as 2026-05-01, begins at midnight where the device is. */
const day = /\d{4}-\d{2}-\d{2}/;

/**
 * @source survey-core 3.0.0, createDate
 */
export function dateOf(value: unknown, now: Date): Date {
  if (!value) return now;
  if (value instanceof Date) return value;
  if (typeof value === "number") return new Date(value);
  if (typeof value === "boolean") return new Date(1);
  if (typeof value !== "string") return new Date(Number.NaN);
  const isDay = value.indexOf("T") <= 0 && day.test(value) && !Number.isNaN(new Date(value).getTime());
  return new Date(isDay ? `${value}T00:00:00` : value);
}

/** A date as the input writes it; anything else as it is. */
export function dateText(value: unknown, inputType: string): unknown {
  if (!(value instanceof Date)) return value;
  const written = `${value.getFullYear()}-${twoDigits(value.getMonth() + 1)}-${twoDigits(value.getDate())}`;
  if (inputType !== "datetime-local") return written;
  return `${written}T${twoDigits(value.getHours())}:${twoDigits(value.getMinutes())}`;
}

/** Year and month of an answer, such as 2026-05; "" of what is no date. */
export function monthOf(value: unknown, now: Date): unknown {
  const date = dateOf(value, now);
  if (Number.isNaN(date.getTime())) return value;
  const isUniversal =
    typeof value === "string" && date.toISOString().startsWith(value) && !value.includes("T");
  const year = isUniversal ? date.getUTCFullYear() : date.getFullYear();
  const month = isUniversal ? date.getUTCMonth() : date.getMonth();
  return `${String(year).padStart(4, "0")}-${twoDigits(month + 1)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
