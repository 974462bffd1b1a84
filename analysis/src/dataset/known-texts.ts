/**
 * Short texts that were met before, each with what it means, found by its bytes without making a string of them. It
 * holds so many and no more: what is met later is simply not known.
 */
export class KnownTexts<Meaning> {
  /** Texts at most. */
  static readonly most = 40_000;
  readonly #slots = new Int32Array(slots).fill(-1);
  readonly #hashes = new Int32Array(KnownTexts.most);
  /** Where the bytes of a text begin among all; one more at the end. */
  readonly #begins = new Int32Array(KnownTexts.most + 1);
  readonly #meanings: Meaning[] = [];
  #bytes = new Uint8Array(1 << 16);

  /** @returns its number; -1 for a text that is not known */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    for (let look = 0; look < looks; look++) {
      const number = this.#slots[(hash + look) & mask]!;
      if (number < 0) return -1;
      if (this.#hashes[number] === hash && this.#isSame(number, bytes, from, to)) return number;
    }
    return -1;
  }

  #isSame(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const begin = this.#begins[number]!;
    if (this.#begins[number + 1]! - begin !== to - from) return false;
    const known = this.#bytes;
    for (let i = to - from - 1; i >= 0; i--) if (known[begin + i] !== bytes[from + i]) return false;
    return true;
  }

  /** Where the text of this number ends among the bytes, if it begins there; else -1. */
  endAt(number: number, bytes: Uint8Array, from: number): number {
    const known = this.#bytes;
    const begin = this.#begins[number]!;
    const length = this.#begins[number + 1]! - begin;
    for (let i = 0; i < length; i++) if (known[begin + i] !== bytes[from + i]) return -1;
    return from + length;
  }

  /** A text that is not known yet. @returns its number; -1 where there is no room for it */
  add(bytes: Uint8Array, from: number, to: number, hash: number, meaning: Meaning): number {
    const slot = this.#freeSlot(hash);
    if (slot < 0 || this.#meanings.length === KnownTexts.most || to - from > longest) return -1;
    const number = this.#meanings.push(meaning) - 1;
    const begin = this.#begins[number]!;
    const end = begin + to - from;
    if (end > this.#bytes.length) this.#bytes = grown(this.#bytes);
    this.#bytes.set(bytes.subarray(from, to), begin);
    this.#begins[number + 1] = end;
    this.#hashes[number] = hash;
    this.#slots[slot] = number;
    return number;
  }

  #freeSlot(hash: number): number {
    for (let look = 0; look < looks; look++) {
      const slot = (hash + look) & mask;
      if (this.#slots[slot]! < 0) return slot;
    }
    return -1;
  }

  meaning(number: number): Meaning {
    return this.#meanings[number]!;
  }
}

const slots = 1 << 17;
const mask = slots - 1;
/** Places looked at: texts chosen to share one place cannot make looking up slow. */
const looks = 32;
/** Bytes of one text at most. */
const longest = 256;

function grown(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * bytes.length);
  larger.set(bytes);
  return larger;
}

/** FNV-1a over bytes, one at a time. */
export const hashOfNone = 0x811c9dc5 | 0;
export const hashWith = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);
