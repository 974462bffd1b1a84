import type { Burden, FindingLanguage, RouteBurden } from "@tiltas/instrument/lint";

const words: Readonly<Record<FindingLanguage, Record<string, string>>> = {
  en: {
    heading: "Burden: words and minutes by language, on the shortest, a typical and the longest route",
    bounds: "The plan does not take this questionnaire, so no route was walked: these are bounds.",
    note: "Read at 68 ms a character (IReST 2012), answered at assumed speeds; LIX compares versions of one language, not languages.",
    columns: "language|items|words|minutes|LIX",
  },
  lt: {
    heading: "Našta: žodžiai ir minutės pagal kalbą trumpiausiu, įprastu ir ilgiausiu keliu",
    bounds: "Planas šio klausimyno nepriima, todėl keliai neišvaikščioti: tai ribos.",
    note: "Skaitoma 68 ms ženklui (IReST 2012), atsakoma numanomu greičiu; LIX lygina vienos kalbos versijas, ne kalbas.",
    columns: "kalba|klausimai|žodžiai|minutės|LIX",
  },
};

/** The burden table for people, one line for each language. */
export function burdenTable(burdens: readonly Burden[], language: FindingLanguage): string {
  const told = words[language];
  if (burdens.every(({ longest }) => longest.items === 0)) return "";
  const rows = [(told.columns ?? "").split("|"), ...burdens.map((burden) => row(burden))];
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((cells) => [...(cells[i] ?? "")].length)),
  );
  const lines = rows.map((cells) =>
    `  ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}`.trimEnd(),
  );
  const bounds = burdens.some(({ isWalked }) => !isWalked) ? [`  ${told.bounds}`] : [];
  return [told.heading, ...lines, ...bounds, `  ${told.note}`].join("\n");
}

function row({ language, shortest, typical, longest, lix }: Burden): string[] {
  const three = (of: (route: RouteBurden) => string) => [shortest, typical, longest].map(of).join(" / ");
  return [
    language,
    three(({ items }) => String(items)),
    three(({ words: count }) => String(count)),
    three(({ minutes }) => minutes.toFixed(1)),
    lix === undefined ? "–" : lix.toFixed(0),
  ];
}
