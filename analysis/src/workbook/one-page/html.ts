import { xmlText } from "../../charts/index.ts";

/** HTML in which every text has been escaped. Made by `html` and `trusted` alone. */
export class Safe {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlParts = Safe | string | number | readonly HtmlParts[];

/** A piece of HTML; whatever is put into it is escaped, unless it is such a piece itself. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlParts[]): Safe {
  return new Safe(
    strings.map((text, i) => text + (i < values.length ? piece(values[i] ?? "") : "")).join(""),
  );
}

/** Text of our own that is HTML or CSS already. */
export const trusted = (text: string): Safe => new Safe(text);

function piece(value: HtmlParts): string {
  if (value instanceof Safe) return value.text;
  if (typeof value === "string" || typeof value === "number") return xmlText(String(value));
  return value.map(piece).join("\n");
}
