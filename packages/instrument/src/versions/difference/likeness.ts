/** Text as compared: one Unicode spelling, one kind of space, none at the ends. */
export function plainly(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}

/** The same without regard to case and punctuation, for likeness only. */
function baldly(text: string): string {
  return plainly(text.slice(0, longest))
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} ]+/gu, "");
}

/** Longer texts are compared by their beginning. */
const longest = 600;

/** Runs of three characters of a text. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const padded = ` ${baldly(text)} `;
  const trigrams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) trigrams.add(padded.slice(i, i + 3));
  return trigrams;
}

/**
 * How much two sets share, 0 to 1; two empty sets share everything.
 * @source  Dice (1945), Measures of the amount of ecologic association between species, Ecology 26(3)
 */
export function shared(one: ReadonlySet<unknown>, other: ReadonlySet<unknown>): number {
  if (one.size + other.size === 0) return 1;
  let both = 0;
  for (const member of one) if (other.has(member)) both++;
  return (2 * both) / (one.size + other.size);
}

/** How alike two texts are, 0 to 1, by the runs of three characters they share. */
export function likenessOf(one: string, other: string): number {
  return shared(trigramsOf(one), trigramsOf(other));
}
