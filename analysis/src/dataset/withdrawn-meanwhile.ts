/** A row was wiped after the dataset was begun: its figures would speak of somebody who took everything back. */
export class WithdrawnMeanwhile extends Error {
  constructor() {
    super("Answers were withdrawn or replaced while figures were computed from them. Compute them again.");
    this.name = "WithdrawnMeanwhile";
  }
}

/** What `use` gives; where the files it reads were removed meanwhile, because somebody withdrew, that is said. */
export function unlessRemoved<Result>(use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    throw isGone(error) ? new WithdrawnMeanwhile() : error;
  }
}

export function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
