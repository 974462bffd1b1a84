import { ExpressionError } from "../refusal.ts";

/** A text with a place in it; what could not be read furthest on is what the writer is told about. */
export class Scanner {
  readonly text: string;
  /** Next character, from 0. */
  place = 0;
  private furthest = 0;
  private expected = "";

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.place >= this.text.length;
  }

  /** Passes blanks. */
  skip(): void {
    while (isBlank(this.text.charCodeAt(this.place))) this.place += 1;
  }

  sees(sign: string): boolean {
    return this.text.startsWith(sign, this.place);
  }

  /** Takes a sign as it is written. */
  takes(sign: string): boolean {
    if (!this.sees(sign)) return false;
    this.place += sign.length;
    return true;
  }

  /** Takes a word in small or capital letters; nothing need part it from what follows. */
  takesWord(word: string): boolean {
    if (this.text.slice(this.place, this.place + word.length).toLowerCase() !== word) return false;
    this.place += word.length;
    return true;
  }

  /** Takes what a sticky pattern finds here. */
  takesLike(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.place;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.place += found.length;
    return found;
  }

  /** Notes what could stand here; always false, so that it ends an attempt. */
  misses(expected: string, place = this.place): false {
    if (place > this.furthest || this.expected === "") {
      this.furthest = place;
      this.expected = expected;
    }
    return false;
  }

  error(): ExpressionError {
    return new ExpressionError(this.furthest + 1, "syntax", `${this.expected}.`);
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
