import { given, type OutlineNode } from "../definition/index.ts";
import { cellOf, flagIn, numberIn } from "./cell.ts";
import type { Draft } from "./draft.ts";
import type { AuthorColumn } from "./sheet.ts";
import { withWords, wordsIn } from "./words.ts";

/** One column: what a part shows in it, and how a changed cell is written back. */
export interface Column extends AuthorColumn {
  read(node: OutlineNode): string;
  /** @returns what is wrong with the text, in one sentence; undefined when it was written */
  write?(draft: Draft, text: string): string | undefined;
  /** The cell holds a condition or expression. */
  readonly isExpression?: true;
}

export type Look = Partial<Omit<AuthorColumn, "key" | "header" | "width">>;

/** Text as it stands. */
export function plainColumn(property: string, header: string, width: number, look: Look = {}): Column {
  return {
    ...look,
    key: property,
    header,
    width,
    read: (node) => cellOf(given(node, property)),
    write: (draft, text) => void draft.set(property, text === "" ? undefined : text),
  };
}

export function expressionColumn(property: string, header: string, note?: string): Column {
  return {
    ...plainColumn(property, header, 28, { wrap: true, ...(note === undefined ? {} : { note }) }),
    isExpression: true,
  };
}

export function flagColumn(property: string, header: string, note?: string): Column {
  return {
    key: property,
    header,
    width: 11,
    options: ["yes", "no"],
    ...(note === undefined ? {} : { note }),
    read: (node) => {
      const value = given(node, property);
      return typeof value === "boolean" ? (value ? "yes" : "no") : cellOf(value);
    },
    write: (draft, text) => {
      const flag = text === "" ? undefined : flagIn(text);
      if (text !== "" && flag === undefined)
        return `Write yes or no, or leave it empty; here stands "${text}".`;
      draft.set(property, flag);
      return undefined;
    },
  };
}

/** A number; what is no number before stays text, as the bounds of dates are. */
export function boundColumn(property: string, header: string): Column {
  return {
    key: property,
    header,
    width: 11,
    read: (node) => cellOf(given(node, property)),
    write: (draft, text) => void draft.set(property, text === "" ? undefined : (numberIn(text) ?? text)),
  };
}

export function numberColumn(property: string, header: string): Column {
  return {
    ...boundColumn(property, header),
    write: (draft, text) => {
      const number = text === "" ? undefined : numberIn(text);
      if (text !== "" && number === undefined) return `Write a number; here stands "${text}".`;
      draft.set(property, number);
      return undefined;
    },
  };
}

/** Which languages the workbook speaks, and which of them plain strings are written in. */
export interface Languages {
  readonly all: readonly string[];
  readonly standard: string;
}

/** One column for each language. */
export function wordColumns(
  property: string,
  header: string,
  { all, standard }: Languages,
  width = 36,
): Column[] {
  return all.map((language) => ({
    key: `${property}:${language}`,
    header: `${header} [${language}]`,
    width,
    wrap: true,
    ...(isRightToLeft(language) ? { rightToLeft: true } : {}),
    read: (node) => cellOf(wordsIn(given(node, property), language, standard)),
    write: (draft, text) =>
      void draft.set(property, withWords(draft.get(property), language, standard, text)),
  }));
}

function isRightToLeft(language: string): boolean {
  return ["ar", "fa", "he", "ps", "ur"].includes(language.split("-")[0] ?? "");
}
