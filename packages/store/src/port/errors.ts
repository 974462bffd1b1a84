/** The folder is held by another server; `holder` says who. */
export class FolderHeldError extends Error {
  readonly holder: string;
  constructor(folder: string, holder: string) {
    super(
      `The data folder ${folder} is in use by ${holder}. Stop that server first, or choose another folder with --data.`,
    );
    this.name = "FolderHeldError";
    this.holder = holder;
  }
}

/** The folder cannot be made, written or locked at all: permissions, a read-only disk, a file in its place. */
export class FolderUnusableError extends Error {
  constructor(folder: string, reason: string) {
    super(
      `The data folder ${folder} cannot be used (${reason}). Check that it belongs to this user and that its disk is writable and not full.`,
    );
    this.name = "FolderUnusableError";
  }
}

/** There is no space left; what was not committed was not acknowledged. */
export class StorageFullError extends Error {
  constructor() {
    super(
      "There is no space left on the disk that holds the data folder. Free some space; the server goes on by itself.",
    );
    this.name = "StorageFullError";
  }
}

/** What is not as it should be when nothing can be kept. */
export type OutOfOrder = "writer" | "disk" | "database";

/** Nothing can be kept at this moment. The message is for whoever runs the server. */
export class UnavailableError extends Error {
  readonly outOfOrder: OutOfOrder;
  constructor(message: string, outOfOrder: OutOfOrder = "writer") {
    super(message);
    this.name = "UnavailableError";
    this.outOfOrder = outOfOrder;
  }
}
