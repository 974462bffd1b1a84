/** Weights that cannot be made as asked; the message names the column, the category and the remedy. */
export class WeightingError extends Error {
  override readonly name: string = "WeightingError";
}
