/** Titles of waves without the words they all begin with: what is left tells them apart. */
export function toldApart(titles: readonly string[]): string[] {
  const words = titles.map((title) => title.split(" "));
  const [first = []] = words;
  const differs = first.findIndex((word, i) => words.some((other) => other[i] !== word));
  if (titles.length < 2 || differs < 1) return [...titles];
  return words
    .map((title) =>
      title
        .slice(differs)
        .join(" ")
        .replace(/^[–—:·,\s]+/, ""),
    )
    .map(capital);
}

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
