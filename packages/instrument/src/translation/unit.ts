/** Where a respondent meets a text, so that a translator need not open the questionnaire. */
export interface UnitContext {
  /** Item the text belongs to; absent for texts of the survey, a page or a panel. */
  readonly item?: string;
  /** Title of that item in the source language, for texts that are a part of it. */
  readonly question?: string;
  /** survey-core's class of the item, or of the part itself: "radiogroup", "page" … */
  readonly type: string;
  /** The page, by name; absent for texts of the whole survey. */
  readonly page?: string;
  /** What kind of text it is: survey-core's property, with its slot for parts: "title", "choices text". */
  readonly kind: string;
  /** Value a choice, row or column stores. */
  readonly value?: string;
  /** Conditions under which the text is met, outermost first, as written. */
  readonly conditions: readonly string[];
  /** For a choice: the texts in the source language of its list, in order. */
  readonly options?: readonly string[];
}

/** One text to translate. */
export interface TranslationUnit {
  /** Stays the same when its item moves or its list is reordered. */
  readonly key: string;
  readonly from: "questionnaire" | "notice";
  /** Place in the questionnaire or notice: `pages[0].elements[2].title`. */
  readonly path: string;
  /** Text in the source language; "" when it has none. */
  readonly source: string;
  /** SHA-256 of `source`. */
  readonly digest: string;
  /** As written, by the file's own keys ("default" among them). */
  readonly written: Readonly<Record<string, string>>;
  readonly context: UnitContext;
}
