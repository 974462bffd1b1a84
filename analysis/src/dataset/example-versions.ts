import { type Instrument, readQuestionnaire } from "@tiltas/instrument/definition";
import { digest } from "@tiltas/instrument/versions";
import { type Columns, missingReasons, type ResponseForAnalysis } from "./dataset.ts";

/** A version of a tiny instrument. */
export function version(number: string, ...elements: readonly object[]): Instrument {
  const questionnaire = { locale: "en", pages: [{ name: "one", elements }] };
  const items = readQuestionnaire(questionnaire, ["en"]);
  return {
    manifest: {
      id: "tiny",
      version: number,
      title: { en: "Tiny" },
      languages: ["en"],
      universe: { en: "Everybody" },
      population: { minimumAge: 18, euCitizens: "in", residence: "actual" },
      licence: "MIT",
    },
    digest: digest(questionnaire),
    questionnaire,
    ...items,
  };
}

/** One that entered, with these answers. */
export function aResponse(
  answers: object,
  { digest: instrument }: Instrument,
  number = 0,
): ResponseForAnalysis {
  return {
    ...{ responseId: `r${number}`, revision: 1, hash: "h", instrument, language: "en", mode: "web" },
    leftOut: null,
    answers: JSON.stringify(answers),
  };
}

/** What stands in a column: numbers, codes, or the reason why there is none. */
export function cells(dataset: Columns | undefined, variable: string): (number | string)[] {
  const column = dataset?.columns.get(variable);
  if (!column) throw new Error(`There is no column ${variable}.`);
  return [...column.missing].map((reason, row) => {
    if (reason !== 0) return missingReasons[reason] ?? "";
    const value = column.values[row] ?? Number.NaN;
    return column.variable.kind === "code" ? (column.variable.codes[value]?.code ?? "") : value;
  });
}
