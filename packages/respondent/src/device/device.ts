import type { Outbox, Waiting } from "../outbox/index.ts";
import type { Draft } from "./draft.ts";
import type { KeptBatch } from "./paradata-store.ts";
import type { StorageState } from "./storage-state.ts";

/**
 * Whose device this is decides what stays on it.
 * personal: nothing after the receipt. paired: the sealed response for seven more days.
 * kiosk: drafts in memory only, finished responses sealed until they are delivered, nothing else.
 */
export type Ownership = "personal" | "paired" | "kiosk";

/** What this phone, tablet or computer remembers between two visits. */
export interface Device extends Outbox {
  readonly ownership: Ownership;
  /** The open draft of a wave; the newest where there are several, as on an interviewer's tablet. */
  draft(wave: string): Promise<Draft | undefined>;
  /** All open drafts, newest first. */
  drafts(): Promise<readonly Draft[]>;
  /** Resolves when the draft is on disk, sealed, not before. */
  saveDraft(draft: Draft): Promise<void>;
  removeDraft(responseId: string): Promise<void>;
  /** The interview is over: the response goes into the outbox and its draft goes away, both or neither. */
  handOver(waiting: Waiting): Promise<void>;
  /** Removes everything of this wave; when nothing else is kept, removes the database itself. */
  forget(wave: string): Promise<void>;
  /** Counts for the queue screen and the report to the office. */
  counts(): Promise<{ readonly open: number; readonly waiting: number; readonly kept: number }>;
  /** Removes what was kept for its seven days. */
  removeOutlived(): Promise<void>;
  /**
   * Writes, reads, opens and deletes as every answer will be, and asks a paired tablet's browser never to clear by
   * itself. Only after consent, or on a paired tablet: it leaves the key of the device behind.
   */
  selfTest(): Promise<StorageState>;
  putParadata(responseId: string, batch: unknown): Promise<void>;
  /** Ids of responses that left this device while their paradata did not. */
  paradataDue(): Promise<readonly string[]>;
  paradata(responseId: string): Promise<readonly KeptBatch[]>;
  dropParadata(responseId: string): Promise<void>;
  /** A setting such as the pairing, under the device key. */
  setting(name: string): Promise<unknown>;
  keepSetting(name: string, value: unknown): Promise<void>;
  dropSetting(name: string): Promise<void>;
}
