import type { Code, Draw, GivenField, Instrument } from "../definition/index.ts";

/**
 * What an instrument leaves to chance and to the application, as plain JSON: all that a respondent's device needs
 * beside the questionnaire.
 */
export interface DrawingRules {
  /** In the order of the questionnaire; a later draw may rest on an earlier one. */
  readonly drawn: readonly DrawnItem[];
  readonly given: readonly GivenItem[];
}

export interface DrawnItem {
  readonly item: string;
  /** The options in the order of the questionnaire. */
  readonly codes: readonly Code[];
  readonly draw: Draw;
}

export interface GivenItem {
  readonly item: string;
  readonly field: GivenField;
  readonly codes: readonly Code[];
}

/** The rules of draws and of given items of an instrument, for `drawingOf` and `givenBy`. */
export function drawingRulesOf({ items }: Pick<Instrument, "items">): DrawingRules {
  const codesOf = (item: Instrument["items"][number]) =>
    item.choices.filter(({ missing }) => missing === undefined).map(({ code }) => code);
  return {
    drawn: items.flatMap((item) => {
      const { role, draw } = item.measure;
      return role === "drawn" && draw ? [{ item: item.name, codes: codesOf(item), draw }] : [];
    }),
    given: items.flatMap((item) => {
      const { role, given } = item.measure;
      return role === "given" && given ? [{ item: item.name, field: given, codes: codesOf(item) }] : [];
    }),
  };
}
