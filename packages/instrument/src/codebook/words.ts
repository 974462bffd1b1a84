import type { AskedIn, CodebookVariable, EmptyReason, VariableKind } from "./codebook.ts";
import { english } from "./english.ts";
import { lithuanian } from "./lithuanian.ts";

/** The words a codebook is written in; Lithuanian, or English for every other language. */
export interface CodebookWords {
  readonly codebook: string;
  readonly responses: string;
  /** Heads what every response carries beside its answers. */
  readonly collected: string;
  readonly missing: Readonly<Record<"refused" | "dont-know", string>>;
  readonly empty: Readonly<Record<EmptyReason, string>>;
  readonly kinds: Readonly<Record<VariableKind, string>>;
  readonly levels: Readonly<Record<CodebookVariable["level"], string>>;
  readonly standings: Readonly<Record<AskedIn["standing"], string>>;
  called(name: string): string;
  readonly yes: string;
  readonly isReversed: string;
  readonly isRandom: string;
  readonly sheets: {
    readonly about: string;
    readonly variables: string;
    readonly codes: string;
    readonly collected: string;
    readonly versions: string;
    /** What each sheet holds. */
    readonly explained: readonly (readonly [name: string, text: string])[];
  };
  readonly columns: Readonly<Record<CodebookColumn, string>>;
}

export type CodebookColumn =
  | "title"
  | "instrument"
  | "version"
  | "universe"
  | "licence"
  | "variables"
  | "topic"
  | "text"
  | "name"
  | "table"
  | "item"
  | "label"
  | "question"
  | "kind"
  | "level"
  | "width"
  | "characters"
  | "bytes"
  | "range"
  | "minimum"
  | "maximum"
  | "asked"
  | "empty"
  | "explainedBy"
  | "concept"
  | "domain"
  | "role"
  | "reversed"
  | "randomOrder"
  | "purpose"
  | "dataClass"
  | "versions"
  | "code"
  | "missing"
  | "digest"
  | "languages";

export function codebookWords(language: string): CodebookWords {
  return language === "lt" ? lithuanian : english;
}

/** A version that asked a variable, with what one must know before comparing: "0.1.0 (with a note: …)". */
export function sayAsked({ version, standing, called, notes }: AskedIn, words: CodebookWords): string {
  const remarks = [
    ...(called === undefined ? [] : [words.called(called)]),
    ...(standing === "comparable" ? [] : [words.standings[standing]]),
    ...notes,
  ];
  return remarks.length === 0 ? version : `${version} (${remarks.join("; ")})`;
}
