import { type Field, validatorsOf } from "./fields.ts";

/** The limits of a number or date, just inside, at and just outside. */
export function edgesOf(field: Field): unknown[] {
  const { min, max } = field.json;
  const numeric = validatorsOf(field).flatMap(({ minValue, maxValue }) => [minValue, maxValue]);
  return [min, max, ...numeric].flatMap((edge) => {
    if (edge === undefined || edge === null) return [];
    const number = typeof edge === "number" ? edge : Number(edge);
    if (Number.isFinite(number)) return [number, number + 1, number - 1, number + 0.5, String(number)];
    return [edge, ...yearsAround(String(edge))];
  });
}

/** A day, month, week or moment a year before and after. */
function yearsAround(date: string): string[] {
  const [year] = /^\d{4}/.exec(date) ?? [];
  return year === undefined ? [] : [-1, 1].map((step) => `${Number(year) + step}${date.slice(4)}`);
}

/** Words as people write them. */
export const words: readonly unknown[] = ["words", "Vilnius", "a@b.lt", "12", "Ąžuolas", "x y", "0"];
/** Words that look like something else. */
export const unusual: readonly unknown[] = [
  "  ",
  "",
  " x ",
  "007",
  "-5",
  "1e3",
  "12abc",
  0,
  -1,
  3.7,
  1e21,
  true,
  false,
  "true",
  "null",
  "it's",
  '"q"',
  "x".repeat(400),
  "a@b",
  "2024-02-30",
  "2024-13-01",
  "2024-01-15T10:00",
  "10,5",
  "0x10",
  "{name}",
  "undefined",
  "NaN",
];
/** What devices send for each inputType. */
export const ordinary: Readonly<Record<string, readonly unknown[]>> = {
  number: [0, 1, 2, 5, 10, 18, 100, -3, 2.5, "7", 65, 1000],
  range: [0, 1, 50, 100],
  date: ["2024-02-29", "2026-11-22", "1990-05-17", "2030-01-01", "2026-11-21"],
  "datetime-local": ["2024-02-29T10:30", "2026-11-22T12:00", "1990-05-17T00:00"],
  time: ["10:30", "00:00", "23:59"],
  month: ["2024-02", "2026-11"],
  week: ["2024-W07", "2026-W47"],
  email: ["a@b.lt", "first.last@example.org", "a@b"],
  tel: ["+37060000000", "860000000"],
  url: ["https://example.org", "example"],
  color: ["#ff0000", "#123456"],
};
