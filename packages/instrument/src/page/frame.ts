import { directionOf, endonym, type Words } from "../words/index.ts";
import { html, type Markup } from "./markup.ts";

interface FrameProps {
  readonly words: Words;
  readonly language: string;
  /** Offered in the switch; none while the person is asked for the language. */
  readonly languages: readonly string[];
  readonly isDemonstration: boolean;
}

/** Mark, language and the quick way out, as the application draws them on every screen. */
export function topBar({ words, language, languages, isDemonstration }: FrameProps): Markup {
  const offered = languages.map(
    (one) =>
      html`<option value="${one}" lang="${one}" dir="${directionOf(one)}"${one === language && html` selected`}>${endonym(one)}</option>`,
  );
  return html`<header>${isDemonstration && html`<p class="demonstration">${words.demonstration}</p>`}<div class="top-bar"><span class="brand">${mark}<span class="brand-name">Tiltas</span></span>${
    languages.length > 1 &&
    html`<select class="language-switch" aria-label="${words.language}" autocomplete="off">${offered}</select>`
  }<button type="button" class="exit" title="${words.exitHint}"><svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="m3.5 3.5 9 9m0-9-9 9"/></svg>${words.exit}</button></div></header>`;
}

/** Two piers and an arch, drawn as one stroke. */
const mark = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M2.5 19.5H6V14a6 6 0 0 1 12 0v5.5h3.5"/></svg>`;

export interface Section {
  readonly name: string;
  /** Name of the page, where it is not that of the screen. */
  readonly page?: string;
  readonly heading?: Markup | string;
  readonly above?: Markup | false | undefined;
  readonly content: readonly (Markup | false | undefined)[];
  readonly bottom?: Markup | false | undefined;
}

/** One screen: heading and content that scroll, and a bar at the bottom that does not. */
export function screen({ name, page = name, heading, above, content, bottom }: Section): Markup {
  const title = heading !== undefined && html`<h1 tabindex="-1">${heading}</h1>`;
  const bar = bottom && html`<div class="bottom-bar">${bottom}</div>`;
  return html`<main data-screen="${name}" data-page="${page}"><div class="content">${above}${title}${content}</div>${bar}</main>`;
}

/** A screen that waits in the document until the script shows it; nothing of it is laid out before. */
export function waiting(name: string, section: Section): Markup {
  return html`<template data-section="${name}">${screen(section)}</template>`;
}
