/** The contrast speaks of an estimate that is not there, or cannot be read. */
export class ContrastError extends Error {
  override readonly name = "ContrastError";
}
