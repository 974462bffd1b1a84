/** A number as people write it, with a comma or a point; undefined where it is none. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
