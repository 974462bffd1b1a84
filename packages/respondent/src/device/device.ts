import type { Outbox, Waiting } from "../outbox/index.ts";
import type { Draft } from "./draft.ts";

/** What this phone or computer remembers between two visits: one draft and one waiting response a wave. */
export interface Device extends Outbox {
  draft(wave: string): Promise<Draft | undefined>;
  /** Resolves when the draft is on disk, not before. */
  saveDraft(draft: Draft): Promise<void>;
  /** The interview is over: the response goes into the outbox and the draft goes away, both or neither. */
  handOver(waiting: Waiting): Promise<void>;
  /** Removes everything of this wave; when nothing else is kept, removes the database itself. */
  forget(wave: string): Promise<void>;
}
