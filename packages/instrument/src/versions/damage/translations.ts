import type { Change } from "../change.ts";

/** What a change does to one language. */
export interface TouchedTranslation {
  readonly language: string;
  /** changed: its own text is another · stale: the text it translates is another · missing: there is a new text to translate. */
  readonly state: "changed" | "stale" | "missing";
}

/** Languages whose texts a change touches; the first one is the source of all others. */
export function touchedTranslations(change: Change, languages: readonly string[]): TouchedTranslation[] {
  const [source, ...others] = languages;
  switch (change.kind) {
    case "wording-changed":
    case "words-around-changed":
      return change.language === source || change.language === "default"
        ? others.map((language) => ({ language, state: "stale" as const }))
        : [{ language: change.language, state: "changed" }];
    case "item-added":
    case "choice-added":
      return others.map((language) => ({ language, state: "missing" as const }));
    case "language-added":
      return [{ language: change.language, state: "missing" }];
    default:
      return [];
  }
}
