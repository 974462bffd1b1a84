import type { Draft } from "../device/draft.ts";

/** Something of the first page, as paradata tell it; never what was answered. */
export interface Happened {
  readonly at: number;
  readonly kind: "page-shown" | "answer-changed";
  readonly page: string;
  readonly item?: string;
  readonly language?: string;
}

/** What the light page leaves to the application, once it is there. */
export interface HandOver {
  /** The interview as it stands; undefined where the device knew of one before, which the application finds itself. */
  readonly draft: Draft | undefined;
  /** True when "Continue" was pressed on the first page, so that the next one is wanted. */
  readonly goesOn: boolean;
  /** True when this tab holds the interview already. */
  readonly isHeld: boolean;
  /** True when the person said that this device is not theirs: nothing of the interview may stay on it. */
  readonly isDisowned: boolean;
  /** What happened on the first page, by the clock of this document (`performance.now`). */
  readonly happened: readonly Happened[];
  /** Set by the application: another tab has taken the interview over. */
  onLost: () => void;
  /** There is nothing to go on with after all: the light page begins with its notice. */
  readonly giveBack: () => void;
  /** Answers of the server that were fetched ahead, by address. */
  readonly fetched: ReadonlyMap<string, Promise<Response>>;
}

/** What the application lends to the light page, once it has been run. */
export interface Application {
  start(handOver: HandOver): void;
}

declare global {
  var tiltasApplication: Application | undefined;
}
