/** The text is no expression that Tiltas takes; one sentence says what stands where. */
export class ExpressionError extends Error {
  /** Character of the text, from 1. */
  readonly position: number;
  /** Name of what is refused, such as "syntax", "length", "function foo". */
  readonly construct: string;

  constructor(position: number, construct: string, reason: string) {
    super(`At character ${position}: ${reason}`);
    this.name = "ExpressionError";
    this.position = position;
    this.construct = construct;
  }
}
