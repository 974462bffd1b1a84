import type { Localized } from "../definition/index.ts";
import { directionOf, inLanguage } from "../words/index.ts";
import { html, type Markup } from "./markup.ts";

/** The language of a page, and the one in which its instrument was written first. */
export interface Speech {
  readonly language: string;
  readonly source: string;
}

/** A text of the instrument or notice. Where it stands in another language than the page, it says so to readers aloud. */
export function said(text: Localized, { language, source }: Speech): Markup {
  const words = inLanguage(text, language);
  if (Object.hasOwn(text, language) || language === source) return html`${words}`;
  return html`<span lang="${source}" dir="${directionOf(source)}">${words}</span>`;
}

/** The same where no tag may stand: in the name of an option or of an attribute. */
export function saidPlainly(text: Localized, { language }: Speech): string {
  return inLanguage(text, language);
}
