import { hashOfNone, hashWith } from "./known-texts.ts";

const [quote, comma, colon, backslash] = [0x22, 0x2c, 0x3a, 0x5c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const space = 0x20;

/** Which names may come next. */
export interface ExpectedNames {
  /** @returns where the name ends, behind its quote, if it is an expected one; else -1 */
  endOfExpected(bytes: Uint8Array, from: number): number;
}

/**
 * Walks the fields of one JSON record that was written without blanks, telling where each name and value lies among the
 * bytes. Nothing is made of them.
 */
export class JsonFields {
  /**
   * Of the field met last: from its first byte to before the byte after its last, quotes included, and a hash; of an
   * expected name there is none.
   */
  nameFrom = 0;
  nameTo = 0;
  nameHash = 0;
  from = 0;
  to = 0;
  hash = 0;
  /** Whether the walk ended at the end of the record; if not, it is not written like that, or no record. */
  isWhole = false;
  readonly #names: ExpectedNames;
  #bytes: Uint8Array = new Uint8Array(0);
  #length = 0;
  #at = 0;

  constructor(names: ExpectedNames) {
    this.#names = names;
  }

  begin(bytes: Uint8Array, length: number): void {
    [this.#bytes, this.#length, this.#at] = [bytes, length, 0];
    this.isWhole = false;
  }

  /** @returns false at the end, and where it cannot go on */
  next(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    if (at >= this.#length) return false;
    if (bytes[at] === closeBrace || (at === 0 && bytes[1] === closeBrace)) {
      this.isWhole = (at === 0 ? 2 : at + 1) === this.#length;
      return false;
    }
    if (bytes[at] !== (at === 0 ? openBrace : comma) || bytes[++at] !== quote) return false;
    this.nameFrom = at;
    at = this.#endOfName(at);
    this.nameTo = at;
    if (bytes[at] !== colon) return false;
    this.from = ++at;
    this.to = this.#endOfValue(at);
    this.#at = this.to;
    return this.to > this.from;
  }

  #endOfName(from: number): number {
    const expected = this.#names.endOfExpected(this.#bytes, from);
    if (expected >= 0) return expected;
    const end = this.#endOfText(from);
    this.nameHash = this.hash;
    return end;
  }

  #endOfValue(from: number): number {
    const first = this.#bytes[from];
    if (first === quote) return this.#endOfText(from);
    return first === openBrace || first === openBracket ? this.#endOfNested(from) : this.#endOfWord(from);
  }

  /** @param from its first quote; @returns `from` where it does not end */
  #endOfText(from: number): number {
    const bytes = this.#bytes;
    const length = this.#length;
    let hash = hashOfNone;
    for (let at = from + 1; at < length; at++) {
      const byte = bytes[at]!;
      if (byte === quote) {
        this.hash = hash;
        return at + 1;
      }
      hash = hashWith(hash, byte);
      if (byte === backslash) hash = hashWith(hash, bytes[++at]!);
    }
    return from;
  }

  #endOfNested(from: number): number {
    const bytes = this.#bytes;
    const length = this.#length;
    let hash = hashOfNone;
    let depth = 0;
    let isInText = false;
    for (let at = from; at < length; at++) {
      const byte = bytes[at]!;
      hash = hashWith(hash, byte);
      if (byte === quote) isInText = !isInText;
      else if (isInText) {
        if (byte === backslash) hash = hashWith(hash, bytes[++at]!);
      } else if (byte === openBrace || byte === openBracket) depth++;
      else if ((byte === closeBrace || byte === closeBracket) && --depth === 0) {
        this.hash = hash;
        return at + 1;
      }
    }
    return from;
  }

  /** Of a number, true, false or null. */
  #endOfWord(from: number): number {
    const bytes = this.#bytes;
    const length = this.#length;
    let hash = hashOfNone;
    for (let at = from; at < length; at++) {
      const byte = bytes[at]!;
      if (byte === comma || byte === closeBrace) {
        this.hash = hash;
        return at;
      }
      if (byte <= space || byte === quote) return from;
      hash = hashWith(hash, byte);
    }
    return from;
  }
}
