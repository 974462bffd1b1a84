import type { Draft } from "../device/draft.ts";

/** What the light page leaves to the application, once it is there. */
export interface HandOver {
  /** The interview as it stands; undefined where the device knew of one before, which the application finds itself. */
  readonly draft: Draft | undefined;
  /** True when "Continue" was pressed on the first page, so that the next one is wanted. */
  readonly goesOn: boolean;
  /** True when this tab holds the interview already. */
  readonly isHeld: boolean;
  /** Set by the application: another tab has taken the interview over. */
  onLost: () => void;
  /** Answers of the server that were fetched ahead, by address. */
  readonly fetched: ReadonlyMap<string, Promise<Response>>;
}

declare global {
  var tiltasHandOver: HandOver | undefined;
}
