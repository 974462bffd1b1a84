import type { PublicWave } from "@tiltas/contract/waves";
import type { Draft } from "./device/index.ts";
import type { Waiting } from "./outbox/index.ts";

export type Trouble = "unreachable" | "unknown" | "closed" | "version";

/** Where a person is on the way from the link to the receipt. */
export type Place =
  | { readonly screen: "loading" | "language" | "notice" | "consent" | "consents" | "declined" | "elsewhere" }
  | { readonly screen: "unavailable"; readonly trouble: Trouble; readonly hasDraft?: boolean }
  | { readonly screen: "interview"; readonly draft: Draft }
  | { readonly screen: "sending"; readonly waiting: Waiting; readonly isOnDisk: boolean }
  | {
      readonly screen: "office";
      readonly number: string;
      readonly municipality: string | undefined;
      readonly nothingLeft: boolean;
    }
  | {
      readonly screen: "receipt";
      readonly code: string;
      readonly origin: string;
      readonly municipality: string | undefined;
      readonly nothingLeft: boolean;
    };

/** What is on this device when the link is opened. */
export interface Remembered {
  readonly draft?: Draft | undefined;
  readonly waiting?: Waiting | undefined;
}

/**
 * Where to begin: a response that still has to be sent comes first, then an interview that was interrupted,
 * then the beginning. A wave that is not open still lets a waiting response try.
 */
export function placeToBegin(
  wave: PublicWave,
  language: string | undefined,
  { draft, waiting }: Remembered,
): Place {
  if (waiting !== undefined) return { screen: "sending", waiting, isOnDisk: true };
  if (!wave.open) return { screen: "unavailable", trouble: "closed", hasDraft: draft !== undefined };
  if (draft !== undefined) return { screen: "interview", draft };
  return { screen: language === undefined ? "language" : "notice" };
}

/** The code of the municipality that was answered: the actual place, else the declared one. */
export function municipalityAnswered(
  { municipalityItems }: PublicWave,
  answers: Draft["answers"],
): string | undefined {
  return municipalityItems
    .map((item) => answers[item])
    .find((code): code is string => typeof code === "string" && /^\d{2}$/.test(code));
}

/** The language a person was using before counts more than the link's. */
export function languageRemembered({ draft, waiting }: Remembered): string | undefined {
  return draft?.language ?? waiting?.afterwards?.language;
}
