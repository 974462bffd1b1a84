import type { Item, Localized } from "./item.ts";
import type { InstrumentManifest } from "./manifest.ts";

/** A page of the questionnaire, in the order respondents meet it. */
export interface Page {
  readonly name: string;
  readonly titles: Localized;
}

/** One version of a questionnaire, read and checked; everything later in the chain starts here. */
export interface Instrument {
  readonly manifest: InstrumentManifest;
  /** SHA-256 (lower-case hex) of the canonical questionnaire; a response pins it for life. */
  readonly digest: string;
  /** The SurveyJS JSON as published. */
  readonly questionnaire: unknown;
  readonly pages: readonly Page[];
  readonly items: readonly Item[];
}
