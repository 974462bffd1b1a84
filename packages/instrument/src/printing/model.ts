/** Languages in which skips, notes and fixed words are written; the questions themselves come in any language. */
export type NotesLanguage = "lt" | "en";

/** A questionnaire as a committee reads it on paper: everything said in words, nothing left to software. */
export interface PrintedQuestionnaire {
  /** Language of the questions. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Language of skips and notes. */
  readonly notes: NotesLanguage;
  readonly title: string;
  readonly description?: string;
  /** `tcn-integration 0.1.0`; absent for a questionnaire that lies in no instrument folder. */
  readonly version?: string;
  /** SHA-256 of the questionnaire. */
  readonly digest: string;
  /** Who may answer, in words. */
  readonly universe?: string;
  readonly notice?: PrintedNotice;
  readonly sections: readonly PrintedSection[];
  /** Calculated values, triggers and what else happens unseen, in words. */
  readonly unseen: readonly string[];
  /** What the reader of this print should know, such as languages without a text. */
  readonly remarks: readonly string[];
}

/** What people are told, and the consents they are asked for; what a study fills in is named in brackets. */
export interface PrintedNotice {
  readonly title: string;
  readonly points: readonly { readonly heading: string; readonly detail: string }[];
  readonly question: string;
  readonly agree: string;
  readonly decline: string;
  /** Asked after taking part was agreed to, each on its own; none where the notice asks for no more. */
  readonly consents: readonly { readonly question: string; readonly detail?: string }[];
}

/** One page of the questionnaire. */
export interface PrintedSection {
  readonly name: string;
  /** "A", "B" … */
  readonly letter: string;
  readonly title?: string;
  readonly description?: string;
  /** Who is asked this page; absent where everybody is. */
  readonly askedIf?: string;
  readonly notes: readonly string[];
  readonly blocks: readonly PrintedBlock[];
}

export type PrintedBlock = PrintedItem | PrintedGroup | PrintedText;

/** A panel with words or a condition of its own. */
export interface PrintedGroup {
  readonly kind: "group";
  readonly title?: string;
  readonly description?: string;
  readonly askedIf?: string;
  readonly notes: readonly string[];
  readonly blocks: readonly PrintedBlock[];
}

/** Words between questions. */
export interface PrintedText {
  readonly kind: "text";
  readonly paragraphs: readonly string[];
  readonly askedIf?: string;
}

export interface PrintedItem {
  readonly kind: "item";
  /** "7", "7a", "7.2" (second question of each entry of 7). */
  readonly number: string;
  /** Item name: what the variable is called. */
  readonly name: string;
  readonly wording: string;
  readonly help?: string;
  /** Its own condition in words; absent where everybody who is asked the section or panel is asked. */
  readonly askedIf?: string;
  /** Everybody, whatever stands around it: the page and panels have no condition either. */
  readonly askAll: boolean;
  /** For the interviewer: one answer, required, checks, random order … */
  readonly notes: readonly string[];
  readonly answer: PrintedAnswer;
}

/** The place for an answer. */
export type PrintedAnswer =
  | { readonly kind: "options"; readonly mark: Mark; readonly options: readonly PrintedOption[] }
  | {
      readonly kind: "scale";
      readonly low?: string;
      readonly high?: string;
      readonly points: readonly PrintedOption[];
      /** "Don't know" and others beside the scale. */
      readonly beside: readonly PrintedOption[];
    }
  | { readonly kind: "line"; readonly lines: number; readonly unit?: string }
  | {
      readonly kind: "table";
      readonly columns: readonly PrintedColumn[];
      readonly rows: readonly PrintedRow[];
    }
  | { readonly kind: "parts"; readonly parts: readonly PrintedRow[] }
  | { readonly kind: "entries"; readonly blocks: readonly PrintedBlock[] }
  | { readonly kind: "none" };

/** one: a circle, one answer · several: a box · rank: a line for a number. */
export type Mark = "one" | "several" | "rank";

export interface PrintedOption {
  /** As stored. */
  readonly code: string;
  readonly label: string;
  /** Says why there is no answer, or stands apart from the others. */
  readonly apart: boolean;
  /** "only if …", "on its own", "please write" */
  readonly notes: readonly string[];
  /** "go to Q9"; absent where the next question follows. */
  readonly goTo?: string;
  readonly writeIn: boolean;
}

export interface PrintedColumn {
  readonly label: string;
  readonly code: string;
  /** box: marked in each row; line: written in each row. */
  readonly cell: Mark | "line";
  /** Codes that may be written into a line: "1 = yes". */
  readonly key: readonly string[];
  readonly notes: readonly string[];
  readonly apart: boolean;
}

export interface PrintedRow {
  readonly label: string;
  readonly code: string;
  readonly notes: readonly string[];
}
