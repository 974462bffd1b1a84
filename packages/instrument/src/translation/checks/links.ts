import { surplus, type TranslationCheck, tally } from "./check.ts";

export const links: TranslationCheck = {
  id: "link",
  why: "A changed address leads people somewhere else, or nowhere.",
  severity: "warning",
  *check({ source, target }) {
    const [wanted, found] = [addressesIn(source), addressesIn(target)].map((all) => tally(all));
    if (!wanted || !found) return;
    for (const one of surplus(wanted, found)) yield `The address ${one} is missing.`;
    for (const one of surplus(found, wanted)) yield `The address ${one} is not in the source.`;
  },
};

/** Web and mail addresses, without the signs of the sentence around them. */
export function addressesIn(text: string): string[] {
  if (!/@|https?:/.test(text)) return [];
  return text
    .split(/[\s"'<>()]+/)
    .filter((word) => /^https?:\/\//.test(word) || /^[^@]+@[^@]+\.[^@]+$/.test(word))
    .map((word) => word.replace(/[.,;:]$/, ""));
}
