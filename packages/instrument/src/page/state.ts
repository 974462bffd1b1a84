import type { ConsentId } from "../definition/index.ts";
import type { Beforehand } from "./known.ts";

/** The whole application, as the light page brings it after consent. */
export interface ApplicationFiles {
  /** The module that is run at "Continue", and the styles that go before it. */
  readonly script: string;
  readonly styles: readonly string[];
  /** Everything the first screens of the application need, the script included. */
  readonly files: readonly string[];
}

/** What a build made: the files of the application, with those that only some languages need. */
export interface BuiltApplication extends ApplicationFiles {
  readonly byLanguage: Readonly<Record<string, readonly string[]>>;
  readonly fonts: readonly string[];
}

/** What the small script has to know, in the data block `tiltas` of the light page. Its words have places: {0}, {1}. */
export interface LightState extends Readonly<Record<keyof Beforehand, string>> {
  readonly wave: string;
  readonly open: boolean;
  /** Digest of the version on which the interview starts. */
  readonly instrument: string;
  readonly notice: number;
  readonly noticeDigest: string;
  readonly language: string;
  /** The separate consents in the order of the notice; null where it asks for none. */
  readonly consents: readonly ConsentId[] | null;
  /** Name of the first page; null where the light page cannot show it and hands over at consent. */
  readonly page: string | null;
  readonly application: ApplicationFiles & {
    /** What the application asks the server for at its start. */
    readonly data: readonly string[];
    /** What may come after everything else, such as fonts. */
    readonly later: readonly string[];
  };
  readonly words: Readonly<
    Record<
      "saved" | "saving" | "notSaved" | "notLoaded" | "borrowed" | "onThisPhone" | "onThisDevice",
      string
    >
  >;
}

/** Id of the data block. */
export const stateBlock = "tiltas";

/** On a kiosk: id of the block with the address of the application, which sends what others have left there. */
export const kioskBlock = "tiltas-kiosk";
