import type { Instrument } from "@tiltas/instrument/definition";

/** Codes that stand for an answer, of each item by which margins may count. */
export function codesByRole({ items }: Instrument): Readonly<Record<string, (string | number)[]>> {
  return Object.fromEntries(
    items.flatMap(({ measure: { role }, choices }) =>
      role === undefined || role === "missing-reason"
        ? []
        : [[role, choices.filter(({ missing }) => missing === undefined).map(({ code }) => code)]],
    ),
  );
}
