/** Base32 (RFC 4648): no 0, 1, 8 or 9, so nothing can be mistaken for a letter. */
export const codeAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Written as people write it: any case, blanks and hyphens, 0 for O, 1 for I, 8 for B. @returns the bare characters */
export function bareCode(written: string): string {
  const lookAlikes: Readonly<Record<string, string>> = { "0": "O", "1": "I", "8": "B" };
  return written
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replace(/[018]/g, (digit) => lookAlikes[digit] ?? digit);
}

/** A sum in GF(32), doubled at every place: finds every single slip and every swap of neighbours. */
export function checkCharacter(bare: string): string {
  let sum = 0;
  for (const character of bare) sum = doubled(sum) ^ codeAlphabet.indexOf(character);
  return codeAlphabet.charAt(doubled(sum));
}

/** Times x modulo x⁵ + x² + 1. */
const doubled = (element: number) => (element & 16 ? (element << 1) ^ 0b100101 : element << 1);

/** In groups, as it is shown and printed. */
export function grouped(bare: string, size: number): string {
  return (bare.match(new RegExp(`.{1,${size}}`, "g")) ?? []).join("-");
}
