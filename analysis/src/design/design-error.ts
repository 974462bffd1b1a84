/** The design contradicts itself; the message names the row or stratum and the remedy. Rows count from 1. */
export class DesignError extends Error {
  override readonly name = "DesignError";
}
