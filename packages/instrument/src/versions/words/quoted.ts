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

/** "from … to …" in each language. */
export function fromTo(from: unknown, to: unknown): Said {
  const [old, now] = [quoted(from), quoted(to)];
  return { en: `from ${old.en} to ${now.en}`, lt: `buvo ${old.lt}, dabar ${now.lt}` };
}

/** A code as it stands in the file; one that is missing or no code at all is shown for what it is. */
export function codeText(code: unknown): string {
  if (typeof code === "string" || typeof code === "number") return cut(String(code));
  return code === undefined ? "–" : cut(JSON.stringify(code));
}
