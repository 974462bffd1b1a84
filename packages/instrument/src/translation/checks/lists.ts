import type { TranslationString } from "../status.ts";

/** An objection to the texts of one list, at the text it is about. */
export interface ListObjection {
  readonly string: TranslationString;
  readonly message: string;
}

/** Two answers with the same words cannot be told apart by those who choose. */
export function* sameWords(list: readonly TranslationString[]): Generator<ListObjection> {
  const met = new Map<string, TranslationString>();
  for (const string of list) {
    const words = string.text?.trim().toLowerCase();
    if (words === undefined) continue;
    const other = met.get(words);
    if (other !== undefined && other.unit.source.trim() !== string.unit.source.trim())
      yield { string, message: `The same words as for "${other.unit.source}".` };
    met.set(words, string);
  }
}

/** A list of which only some answers are translated asks another question than the source. */
export function* someMissing(list: readonly TranslationString[]): Generator<ListObjection> {
  const missing = list.filter(({ text }) => text === undefined);
  if (missing.length === 0 || missing.length === list.length) return;
  for (const string of missing) yield { string, message: "The other answers of this list are translated." };
}

/**
 * The same answer, such as "I do not know", translated in another way than in most lists. Where two answers are
 * swapped, which turns a scale around, both are found so.
 */
export function* unusualWords(lists: readonly (readonly TranslationString[])[]): Generator<ListObjection> {
  const uses = new Map<string, Map<string, number>>();
  const all = lists.flat().filter(({ text, unit }) => text !== undefined && unit.source.trim() !== "");
  for (const { unit, text = "" } of all) {
    const counts = uses.get(unit.source.trim()) ?? new Map<string, number>();
    counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1);
    uses.set(unit.source.trim(), counts);
  }
  for (const string of all) {
    const counts = [...(uses.get(string.unit.source.trim()) ?? [])].sort((a, b) => b[1] - a[1]);
    const [usual, next] = counts;
    if (usual && next && usual[1] > next[1] && string.text?.trim() !== usual[0])
      yield { string, message: `Elsewhere the same answer is "${usual[0]}".` };
  }
}
