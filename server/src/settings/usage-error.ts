/** The server cannot start as it was asked to; the message is one sentence for the person at the keyboard. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "UsageError";
  }
}
