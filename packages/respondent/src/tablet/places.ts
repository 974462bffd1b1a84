import { readOutline } from "@tiltas/instrument/definition";

/** Names of municipalities by code, as the questionnaire's own list writes them. @param item name of the item with the list */
export function placesIn(
  questionnaire: object,
  item: string | undefined,
  language: string,
): ReadonlyMap<string, string> {
  const list = readOutline(questionnaire).nodes.find(
    ({ name, children }) => name === item && children.some(({ slot }) => slot === "choices"),
  );
  const choices = list?.children.filter(({ slot }) => slot === "choices") ?? [];
  return new Map(
    choices.flatMap(({ json: { value, text } }) => [[String(value), wordsOf(text, language)] as const]),
  );
}

function wordsOf(text: unknown, language: string): string {
  if (typeof text !== "object" || text === null) return String(text ?? "");
  const words = new Map<string, unknown>(Object.entries(text));
  return String(words.get(language) ?? words.get("lt") ?? words.get("default") ?? "");
}
