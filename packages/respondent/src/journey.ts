import type { PublicWave } from "@tiltas/contract/waves";
import type { Draft, Ownership } from "./device/index.ts";
import type { Waiting } from "./outbox/index.ts";
import { isSomebodyElses } from "./silent-delivery.ts";

export type Trouble = "unreachable" | "unknown" | "closed" | "version";

/**
 * How an interview comes to this screen: resumed after a while, unless the light page (its "Continue" was pressed:
 * goes-on) or another screen of the same visit (returned) leads to it.
 */
export type Opened = "resumed" | "goes-on" | "returned";

/** Where a person is on the way from the link to the receipt. */
export type Place =
  /** begin-anew: there is nothing to go on with, and the light page begins with its notice. */
  | { readonly screen: "loading" | "begin-anew" | "withdrawn" | "elsewhere" }
  | { readonly screen: "unavailable"; readonly trouble: Trouble; readonly hasDraft?: boolean }
  | { readonly screen: "interview"; readonly draft: Draft; readonly opened?: Opened }
  /** Asks whether the answers so far shall go to another device; and, on that device, for their code. */
  | { readonly screen: "move"; readonly draft: Draft }
  | { readonly screen: "moved"; readonly code: string; readonly nothingLeft: boolean }
  | { readonly screen: "code" }
  /** The questions were for other people. */
  | {
      readonly screen: "for-others";
      readonly municipality: string | undefined;
      readonly nothingLeft: boolean;
    }
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

/** What is on this device when the link is opened, and whose it is. */
export interface Remembered {
  readonly ownership: Ownership;
  readonly draft?: Draft | undefined;
  readonly waiting?: Waiting | undefined;
  /** Set by the light page, for a draft of this visit: "Continue" was pressed on its first page, or it had none. */
  readonly goesOn?: boolean;
}

/**
 * Where to begin: a response that still has to be sent comes first, then an interview that was interrupted,
 * then the beginning. A wave that is not open still lets a waiting response try. On a device that many people use, what
 * others left to be sent is nobody's first screen.
 */
export function placeToBegin(wave: PublicWave, { draft, waiting, ownership, goesOn }: Remembered): Place {
  if (waiting !== undefined && ownership === "personal" && !isSomebodyElses(waiting))
    return { screen: "sending", waiting, isOnDisk: true };
  if (!wave.open) return { screen: "unavailable", trouble: "closed", hasDraft: draft !== undefined };
  if (draft !== undefined)
    return {
      screen: "interview",
      draft,
      opened: goesOn === undefined ? "resumed" : goesOn ? "goes-on" : "returned",
    };
  return { screen: "begin-anew" };
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
export function languageRemembered({
  draft,
  waiting,
}: Pick<Remembered, "draft" | "waiting">): string | undefined {
  return draft?.language ?? waiting?.afterwards?.language;
}
