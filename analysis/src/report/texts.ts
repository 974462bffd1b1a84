import type { DisclosurePolicy } from "../disclosure/index.ts";
import type { IndicatorDefinition } from "../indicators/index.ts";
import type { Margin, RakeDiagnostics } from "../weighting/index.ts";
import type { Sample } from "./wave-report.ts";

/** A part of the method page: a heading and its paragraphs. */
export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** Facts the sentences of the method page rest on. */
export interface MethodFacts {
  /** Who may answer, in words. */
  readonly universe: string;
  readonly weighted: boolean;
  readonly sample: Sample;
  readonly indicators: readonly IndicatorDefinition[];
  /** People outside the population have a sheet of their own. */
  readonly withOutside: boolean;
  readonly policy: DisclosurePolicy;
}

/** All words of the workbook in one language; written for it, not translated word by word. */
export interface Texts {
  readonly language: "lt" | "en";
  readonly synthetic: string;
  readonly unweighted: string;
  /** On every sheet of a wave of clients. */
  readonly clientsOnly: string;
  readonly sheets: {
    readonly summary: string;
    readonly indicators: string;
    readonly method: string;
    readonly provenance: string;
  };
  readonly heads: Readonly<
    Record<
      | "indicator"
      | "estimate"
      | "interval"
      | "modelRange"
      | "from"
      | "to"
      | "respondents"
      | "n"
      | "note"
      | "direction"
      | "municipality"
      | "id"
      | "universe"
      | "measure"
      | "missingRule"
      | "nonresponse"
      | "prorated"
      | "designEffect"
      | "effective"
      | "source",
      string
    >
  >;
  readonly few: string;
  readonly notes: Readonly<Record<"hidden" | "nonresponse" | "noEstimate" | "manyMissing" | "drawn", string>>;
  readonly country: string;
  readonly noMunicipality: string;
  /** Names of places that are no municipality, by code; others go by the words of the questionnaire. */
  readonly otherPlaces: Readonly<Record<string, string>>;
  /** Names of groups outside the population, by code; others go by the words of the questionnaire. */
  readonly outsideGroups: Readonly<Record<string, string>>;
  /** One sentence over the sheet of such a group. */
  readonly outsideMessage: (respondents: number, policy: DisclosurePolicy) => string;
  readonly directions: Readonly<Record<IndicatorDefinition["direction"], string>>;
  /** Unit in brackets after an indicator's label. */
  readonly units: Readonly<Record<IndicatorDefinition["unit"], string>>;
  readonly measures: Readonly<Record<IndicatorDefinition["estimand"]["type"], string>>;
  readonly missing: {
    readonly dropped: string;
    readonly kept: string;
    readonly index: (atLeast: number, items: number) => string;
  };
  readonly indicatorsMessage: string;
  /** One sentence over the summary. */
  readonly answered: (respondents: number, sample: Sample) => string;
  /** The sentence of a workbook without estimates. */
  readonly tooFew: (limit: number) => string;
  readonly tooFewNext: string;
  /** One sentence over a domain's sheet. */
  readonly placesShown: (shown: number, all: number) => string;
  readonly continued: (part: number, parts: number) => string;
  readonly legend: (policy: DisclosurePolicy, sample: Sample) => readonly string[];
  /** Footer of printed pages; `&P` and `&N` are Excel's page number and number of pages. */
  readonly page: string;
  readonly fieldwork: (opens: string, closes: string) => string;
  readonly day: (iso: string) => string;
  readonly moment: (iso: string) => string;
  readonly number: (value: number, decimals: number) => string;
  readonly method: (facts: MethodFacts) => readonly Section[];
  readonly provenance: Readonly<
    Record<
      | "study"
      | "wave"
      | "fieldwork"
      | "instrument"
      | "indicators"
      | "margins"
      | "noMargins"
      | "data"
      | "respondents"
      | "exclusions"
      | "noExclusions"
      | "asOf"
      | "software"
      | "language"
      | "weighting"
      | "rule"
      | "digest"
      | "message",
      string
    >
  >;
  readonly fewerThan: (limit: number) => string;
  readonly marginsTotal: (total: number) => string;
  /** What a margin counts, of when, and how far it was from the total. */
  readonly margin: (margin: Margin) => string;
  readonly raking: (diagnostics: RakeDiagnostics) => string;
  readonly languageName: string;
  /** Reasons for which responses were left out, by the dataset's word. */
  readonly exclusion: (reason: string, count: number) => string;
  readonly rule: (policy: DisclosurePolicy) => string;
}
