import { surplus, type TranslationCheck, tally } from "./check.ts";

/** `{item}` is filled with an answer, `%s`, `%1$d` by a program. */
const placeholder = /\{[^{}\s][^{}]*\}|%(?:\d+\$)?[sd]/g;

export const placeholders: TranslationCheck = {
  id: "placeholder",
  why: "A placeholder that is lost or changed shows nothing, or itself, where an answer should stand.",
  severity: "error",
  *check({ source, target }) {
    const [wanted, found] = [placeholdersIn(source), placeholdersIn(target)].map((all) => tally(all));
    if (!wanted || !found) return;
    for (const one of surplus(wanted, found)) yield `The placeholder ${one} is missing.`;
    for (const one of surplus(found, wanted)) yield `The placeholder ${one} is not in the source.`;
  },
};

export function placeholdersIn(text: string): string[] {
  return text.match(placeholder) ?? [];
}

export function withoutPlaceholders(text: string): string {
  return text.replace(placeholder, " ");
}
