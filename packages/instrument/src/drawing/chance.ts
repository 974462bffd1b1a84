/**
 * A uniform number in (0, 1) that depends on these words only, the same everywhere: FNV-1a over UTF-16 code units,
 * mixed to the end. No cryptography.
 *
 * @source  G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a (32 bits); A. Appleby, MurmurHash3, finaliser of 32 bits
 */
export function uniformOf(...words: readonly string[]): number {
  return (mixed(hash(words.join("\u0000"))) + 0.5) / 2 ** 32;
}

/** 32-bit FNV-1a over UTF-16 code units. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

function mixed(word: number): number {
  let value = word;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
