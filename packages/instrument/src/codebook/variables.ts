import type { Choice, Code, Instrument, Item, Localized, MissingReason } from "../definition/index.ts";

/**
 * One column of the data an instrument yields. Own-words items yield none: their answers are not counted.
 * Items that only say why another is empty yield none either: they become the missing reason of that other.
 */
export interface VariableDescription {
  /** Item name; `item.code` for an option of a multiple-choice item; `item.row` for a row of a matrix. */
  readonly name: string;
  readonly item: string;
  /** The option or row this variable is about; absent where the item is one variable. */
  readonly part?: Code;
  /** Words for this variable: the item's, the option's or the row's. */
  readonly labels: Localized;
  /** The question as the respondent meets it. */
  readonly itemLabels: Localized;
  /** "code": one of `codes`; "number": the number itself, also for ratings whose rungs are numbers. */
  readonly kind: "code" | "number";
  /** Substantive codes in questionnaire order; 1 and 0 (chosen, not chosen) for an option; rungs of a rating; else empty. */
  readonly codes: readonly { readonly code: Code; readonly labels: Localized }[];
  /** Codes by which a respondent says why there is no answer. In a multiple-choice item they make every option missing. */
  readonly missing: readonly {
    readonly code: Code;
    readonly reason: MissingReason & ("refused" | "dont-know");
  }[];
  /** The item that asks for the reason when this one is left empty. */
  readonly explainedBy?: string;
}

/** The variables of an instrument in questionnaire order. */
export function variablesOf(instrument: Pick<Instrument, "items">): VariableDescription[] {
  const explainedBy = new Map(
    instrument.items.flatMap((item) => (item.measure.explains ? [[item.measure.explains, item.name]] : [])),
  );
  return instrument.items.filter(isCounted).flatMap((item) => {
    const companion = explainedBy.get(item.name);
    return partsOf(item).map((variable) =>
      companion === undefined ? variable : { ...variable, explainedBy: companion },
    );
  });
}

function isCounted({ kind, measure }: Item): boolean {
  return kind !== "text" && measure.role !== "missing-reason";
}

function partsOf(item: Item): VariableDescription[] {
  const whole = {
    name: item.name,
    item: item.name,
    labels: item.titles,
    itemLabels: item.titles,
    missing: missingCodes(item),
  };
  switch (item.kind) {
    case "single":
      return [{ ...whole, kind: "code", codes: substantive(item) }];
    case "rating":
      return [{ ...whole, kind: isNumeric(item) ? "number" : "code", codes: substantive(item) }];
    case "number":
      return [{ ...whole, kind: "number", codes: [] }];
    case "matrix":
      return item.rows.map((row) => ({
        ...whole,
        ...partOf(item, row),
        kind: "code",
        codes: substantive(item),
      }));
    case "multiple":
      return substantive(item).map((option) => ({
        ...whole,
        ...partOf(item, option),
        kind: "code",
        codes: chosenOrNot,
      }));
    default:
      return [];
  }
}

const chosenOrNot = [
  { code: 1, labels: { default: "chosen", en: "chosen", lt: "pasirinkta" } },
  { code: 0, labels: { default: "not chosen", en: "not chosen", lt: "nepasirinkta" } },
];

function partOf(item: Item, { code, labels }: Choice): Pick<VariableDescription, "name" | "labels" | "part"> {
  return { name: `${item.name}.${code}`, part: code, labels };
}

function substantive(item: Item): Choice[] {
  return item.choices.filter((choice) => choice.missing === undefined);
}

function missingCodes(item: Item): VariableDescription["missing"] {
  return item.choices.flatMap(({ code, missing }) => (missing ? [{ code, reason: missing }] : []));
}

function isNumeric(item: Item): boolean {
  return substantive(item).every(({ code }) => typeof code === "number");
}
