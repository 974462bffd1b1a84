import { isList, isObject } from "../definition/index.ts";
import { cellOf, numberIn } from "./cell.ts";
import type { Column } from "./columns.ts";

/** The code a choice stores. Quotes around it keep digits text. */
export const codeColumn: Column = {
  key: "value",
  header: "Code",
  width: 16,
  note: 'What is stored. Digits become a number where the other codes of the list are numbers; write "7" in quotes to keep them text.',
  read: ({ json }) => cellOf(json.value),
  write: (draft, text) => {
    if (text === "") return "Every option, row and column has a code.";
    const others = (draft.parent ? siblings(draft.parent.json) : []).filter(
      (code) => code !== draft.get("value"),
    );
    draft.set("value", codeIn(text, others));
    return undefined;
  },
};

/** A new code is of the kind the others are; in a new list, digits are numbers. */
function codeIn(text: string, others: readonly unknown[]): string | number {
  const quoted = /^"(.*)"$/.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  const number = /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/.test(text) ? numberIn(text) : undefined;
  if (number === undefined) return text;
  const hasTextDigits = others.some((code) => typeof code === "string" && /^\d+$/.test(code));
  return hasTextDigits ? text : number;
}

function siblings(parent: Readonly<Record<string, unknown>>): unknown[] {
  return ["choices", "rows", "columns", "rateValues"]
    .flatMap((slot) => (isList(parent[slot]) ? parent[slot] : []))
    .map((member) => (isObject(member) ? member.value : member));
}
