import type { Random } from "../simulation/random.ts";

/** A value as no respondent's device sends it: of another kind, nested, huge, or almost right. */
export function oddValue(random: Random, known: readonly unknown[]): unknown {
  const code = known[random.index(known.length)] ?? "x";
  const makers: readonly (() => unknown)[] = [
    ...fixed.map((value) => () => structuredClone(value)),
    () => [code],
    () => [[code]],
    () => ({ value: code }),
    () => [{ value: code }],
    () => String(code),
    () => Number(code),
    () => [code, code],
    () => ({ 0: code, length: 1 }),
    () => ({ [String(code)]: code }),
    () => Array.from({ length: 40 }, (_, i) => i),
  ];
  const value = makers[random.index(makers.length)]?.();
  return typeof value === "number" && Number.isNaN(value) ? null : value;
}

const fixed: readonly unknown[] = [
  "",
  " ",
  null,
  0,
  -1,
  1.5,
  1e308,
  true,
  false,
  [],
  {},
  [[]],
  [{}],
  [null],
  [""],
  "[object Object]",
  "undefined",
  "null",
  "x".repeat(2000),
  "'",
  '"',
  "\\",
  "{0}",
  "{q1}",
  "<b>x</b>",
  "\u0000",
  "\ud800",
  "🙂",
  "١٢",
  "ſ",
  "İ",
  "ß",
  { a: { b: { c: { d: 1 } } } },
  [[[[1]]]],
  { constructor: 1 },
  { toString: "x" },
  { length: 3 },
  { type: "panel" },
  "2024-02-30",
  "1e400",
  "Infinity",
  "-0",
  "0x1F",
  "00",
  "12px",
  [1, "a", null, {}],
];

/** A name that no questionnaire of good manners has. */
export function oddKey(random: Random): string {
  return oddKeys[random.index(oddKeys.length)] ?? "unknown";
}

const oddKeys = [
  "unknown",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "length",
  "0",
  "-1",
  "",
  " ",
  "a.b",
  "a[0]",
  "-Comment",
  "unknown-Comment",
  "-total",
  "question1-total",
  "PageNo",
  "locale",
  "{x}",
  "é",
];
