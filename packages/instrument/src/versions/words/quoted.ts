import type { Said } from "./said.ts";

/** Longer values are cut: a sentence should stay one. */
const longest = 70;

/** A value in the quotation marks of each language; nothing at all in words. */
export function quoted(value: unknown): Said {
  if (value === undefined || value === null) return { en: "nothing", lt: "nieko" };
  const text = cut(typeof value === "string" ? value : JSON.stringify(value));
  return typeof value === "string" ? { en: `“${text}”`, lt: `„${text}“` } : { en: text, lt: text };
}

function cut(text: string): string {
  const characters = [...text.slice(0, longest * 4).replaceAll(/\s+/g, " ")];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : characters.join("");
}

/** "from … to …" in each language; of two long texts, the part in which they differ. */
export function fromTo(from: unknown, to: unknown): Said {
  const skipped = typeof from === "string" && typeof to === "string" ? alikeUpTo(from, to) : 0;
  const shown = (value: unknown) =>
    quoted(typeof value === "string" && skipped > 0 ? `…${value.slice(skipped)}` : value);
  const [old, now] = [shown(from), shown(to)];
  return { en: `from ${old.en} to ${now.en}`, lt: `buvo ${old.lt}, dabar ${now.lt}` };
}

/** How much of the beginning can be left out so that the difference is seen; whole words. */
function alikeUpTo(from: string, to: string): number {
  if (Math.max(from.length, to.length) <= longest) return 0;
  let same = 0;
  while (same < Math.min(from.length, to.length) && from[same] === to[same]) same++;
  return same < longest / 2 ? 0 : from.lastIndexOf(" ", same - longest / 5) + 1;
}

/** A code as it stands in the file; one that is missing or no code at all is shown for what it is. */
export function codeText(code: unknown): string {
  if (typeof code === "string" || typeof code === "number") return cut(String(code));
  return code === undefined ? "–" : cut(JSON.stringify(code));
}
