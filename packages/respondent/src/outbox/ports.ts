import type { ProblemCode } from "@tiltas/contract/problems";
import type { ResponseUpload } from "@tiltas/contract/responses";
import type { SealedResponse } from "@tiltas/contract/sealing";
import type { Reply } from "./sync-decision.ts";

/** What travels: sealed to the key of the study; plain only where the study has no key. */
export type Message = SealedResponse | ResponseUpload;

/** A finished response that has not been acknowledged yet. */
export interface Waiting {
  readonly message: Message;
  /** Hour in which the interview ended, UTC. */
  readonly madeAt: string;
  /** Set when the server refused it and a person has to help. */
  readonly setAside?: ProblemCode | undefined;
  /** For the last screen, once it is delivered; on a personal device only. */
  readonly afterwards?: Afterwards | undefined;
}

export interface Afterwards {
  readonly language: string;
  /** Code of the municipality that was answered, for the list of those who help there. */
  readonly municipality: string | undefined;
}

/** Names a waiting response on the device: "<responseId>/<revision>". */
export function idOf({ responseId, revision }: Pick<Message, "responseId" | "revision">): string {
  return `${responseId}/${revision}`;
}

/** Responses waiting to be delivered; what is in it survives a closed browser. */
export interface Outbox {
  /** The one of a wave that waits; the oldest where there are several. */
  waiting(wave: string): Promise<Waiting | undefined>;
  /** All of them, oldest first. */
  queue(): Promise<readonly Waiting[]>;
  /** Whether this one still waits: another tab may have been quicker. */
  holds(waiting: Waiting): Promise<boolean>;
  put(waiting: Waiting): Promise<void>;
  /** The server has it, or the person took it back: see `ownership` for what stays. */
  release(waiting: Waiting, isDelivered: boolean): Promise<void>;
}

/** The way to the server. Never throws: being offline is a reply too. */
export interface Collector {
  /** @param proof  what the server asked for before it takes the message, "<challenge>.<nonce>" */
  send(message: Message, proof?: string): Promise<Reply>;
}
