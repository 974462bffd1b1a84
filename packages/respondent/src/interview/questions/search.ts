/** Small letters without diacritics, so that "siauliai" finds "Šiauliai" and "ukmerge" finds "Ukmergė". */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();
}

/** A choice with the names it can be found by: its label in every language. */
export interface Findable {
  readonly names: readonly string[];
}

/** Choices whose name, in any language, has a word that begins with what was typed; all of them when nothing was. */
export function matching<Choice extends Findable>(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = plain(typed);
  if (wanted === "") return [...choices];
  return choices.filter(({ names }) => names.some((name) => beginsAWord(plain(name), wanted)));
}

function beginsAWord(name: string, wanted: string): boolean {
  return (
    name.startsWith(wanted) || name.split(/[^\p{Letter}\p{Number}]+/u).some((word) => word.startsWith(wanted))
  );
}
