import type { ConsentId } from "../definition/index.ts";
import type { Beforehand } from "./known.ts";

/** Files of the whole application, as the light page fetches them after consent. */
export interface ApplicationFiles {
  readonly script: string;
  readonly styles: readonly string[];
}

/** What the small script has to know, in the data block `tiltas` of the light page. Its words have places: {0}, {1}. */
export interface LightState extends Beforehand {
  readonly wave: string;
  /** Digest of the version on which the interview starts. */
  readonly instrument: string;
  readonly notice: number;
  readonly noticeDigest: string;
  readonly language: string;
  /** The separate consents in the order of the notice; null where it asks for none. */
  readonly consents: readonly ConsentId[] | null;
  /** Name of the first page; null where the light page cannot show it and hands over at consent. */
  readonly page: string | null;
  readonly application: ApplicationFiles;
  readonly words: Readonly<Record<"saved" | "saving" | "notSaved" | "onThisPhone" | "onThisDevice", string>>;
}

/** Id of the data block. */
export const stateBlock = "tiltas";
