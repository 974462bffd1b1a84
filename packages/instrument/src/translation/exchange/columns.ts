/** Columns of an exchange sheet, by the first words of their headers. */
const headers = {
  key: "Key",
  exported: "As exported",
  number: "No.",
  where: "Where\nKur",
  source: "Source\nŠaltinis",
  reference: "For reference\nPalyginimui",
  text: "Translation\nVertimas",
  state: "State\nBūsena",
  adaptation: "Adaptation\nPritaikymas",
  note: "Note\nPastaba",
  findings: "Findings\nPastebėta",
  context: "Context\nAplinka",
} as const;
export type ExchangeColumn = keyof typeof headers;

/** `Translation (uk)` above `Vertimas`. */
export function headerOf(column: ExchangeColumn, language?: string): string {
  const [first = "", ...rest] = headers[column].split("\n");
  return [language === undefined ? first : `${first} (${language})`, ...rest].join("\n");
}

/** Which column a header means, however its second line or its language reads. */
export function columnOf(header: string): ExchangeColumn | undefined {
  const first = firstWords(header);
  const found = Object.entries(headers).find(([, words]) => firstWords(words) === first);
  return found && isColumn(found[0]) ? found[0] : undefined;
}

function firstWords(header: string): string {
  return (header.split("\n")[0] ?? "")
    .replace(/\s*\(.*$/, "")
    .trim()
    .toLowerCase();
}

function isColumn(name: string): name is ExchangeColumn {
  return Object.hasOwn(headers, name);
}
