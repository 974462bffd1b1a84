/** A numbered batch of what happened during one interview. */
export interface ParadataBatchRecord {
  readonly responseId: string;
  readonly batch: number;
  readonly wave: string;
  /** Digest of the version that was on screen. */
  readonly instrument: string;
  /** YYYY-MM-DD (UTC). */
  readonly receivedOn: string;
  /** JSON list of events, in their order. */
  readonly events: string;
}

/** Paradata lie beside the answers, in their own file or tables, on a connection of their own. */
export interface ParadataStore {
  /** The same batch again changes nothing. A crash of the machine may lose the last second: no answer hangs on it. */
  keep(batch: ParadataBatchRecord): Promise<void>;
  /** Batches of a wave by response and number, in pages that never hold the whole wave in memory. */
  batchesOfWave(wave: string): AsyncIterable<ParadataBatchRecord>;
  /** Responses of which there are paradata. */
  countResponses(wave: string): Promise<number>;
  /** Responses of which there are paradata, in the order of their ids, a page at a time. */
  responsesAfter(responseId: string, size: number): Promise<readonly string[]>;
  /** Removes everything about these responses, as after a withdrawal. @returns batches removed */
  forget(responseIds: readonly string[]): Promise<number>;
  /** Removes everything of a wave, as when its term has ended. @returns batches removed */
  forgetWave(wave: string): Promise<number>;
  close(): Promise<void>;
}
