/** By what a secret that lies in a file beside the database is known; nothing of it can be learnt from its mark. */
export interface KeyMark {
  readonly name: string;
  readonly mark: string;
}

export interface NewKeyMark extends KeyMark {
  /** Marks which this one may follow. */
  readonly after: readonly string[];
}

/** Servers that share a database must hold the same secrets; each says which it holds. */
export interface KeyMarks {
  listKeyMarks(): Promise<readonly KeyMark[]>;
  /** The first mark under a name stays, unless the new one may follow it. @returns what stands now */
  markKey(mark: NewKeyMark): Promise<string>;
}
