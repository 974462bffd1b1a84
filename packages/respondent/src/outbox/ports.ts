import type { ProblemCode } from "@tiltas/contract/problems";
import type { ResponseUpload } from "@tiltas/contract/responses";
import type { Reply } from "./sync-decision.ts";

/** A finished response that has not been acknowledged yet. */
export interface Waiting {
  readonly upload: ResponseUpload;
  /** Set when the server refused it and a person has to help. */
  readonly setAside?: ProblemCode;
}

/** Responses waiting to be delivered; what is in it survives a closed browser. */
export interface Outbox {
  waiting(wave: string): Promise<Waiting | undefined>;
  put(waiting: Waiting): Promise<void>;
}

/** The way to the server. Never throws: being offline is a reply too. */
export interface Collector {
  send(upload: ResponseUpload): Promise<Reply>;
}
