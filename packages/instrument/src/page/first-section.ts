import type { Words } from "../words/index.ts";
import type { FirstPage } from "./first-page.ts";
import type { Section } from "./frame.ts";
import { html, type Markup } from "./markup.ts";
import { questionMarkup } from "./question.ts";
import { said } from "./said.ts";
import { type Beginning, button } from "./start.ts";

interface Asked extends Beginning {
  readonly languages: readonly string[];
  /** How many pages are to be met, by decision; undefined where that is not known yet. */
  readonly parts: readonly number[] | undefined;
}

/**
 * The first page of questions, as the application draws it. In a form that browsers must not write to disk with their
 * session.
 */
export function firstSection(page: FirstPage, asked: Asked): Section {
  const { words } = asked;
  const questions = page.questions.map((question, number) => questionMarkup(question, { ...asked, number }));
  const period = page.description;
  return {
    name: "interview",
    page: page.name,
    above: asked.parts !== undefined && progress(asked.parts, words),
    heading: said(page.title, asked),
    content: [
      period !== undefined && html`<p class="reference-period">${said(period, asked)}</p>`,
      html`<form autocomplete="off">${questions}</form>`,
      asides(asked),
      trap(words),
    ],
    bottom: html`<div class="bottom-buttons">${button("primary", "continue", words.next, "do")}</div><p class="saved" role="status"></p>`,
  };
}

function progress(parts: readonly number[], words: Words): Markup {
  const [first = 1] = parts;
  const said = JSON.stringify(parts.map((all) => words.part(1, all)));
  return html`<div class="progress" data-parts="${parts.join(" ")}" data-said="${said}"><p>${words.part(1, first)}</p><progress value="1" max="${first}" aria-hidden="true"></progress></div>`;
}

/** Why this is asked, as the notice says it, and the way to leave nothing on a device that is not one's own. */
function asides({ words, ...asked }: Asked): Markup {
  const [purpose] = asked.notice.points;
  return html`<div class="asides"><details class="why"><summary>${words.why}</summary><p>${
    purpose && said(purpose.detail, asked)
  }</p><p>${words.skip}</p></details><div class="elsewhere">${button("link-button", "not-mine", words.notMine, "do")}</div></div>`;
}

/** A field that no person meets, by eye, ear or key: programs that fill in everything give themselves away. */
function trap({ leftEmpty }: Words): Markup {
  return html`<div class="beside" aria-hidden="true"><label>${leftEmpty} <input name="website" tabindex="-1" autocomplete="off"></label></div>`;
}

/** While the rest of the application is on its way, or where it does not come. */
export function momentSection({ loading }: Words): Section {
  return { name: "loading", content: [html`<p class="quiet" role="status">${loading}</p>`] };
}

export function notLoadedSection(words: Words): Section {
  return {
    name: "unavailable",
    page: "unreachable",
    heading: words.notLoadedTitle,
    content: [html`<p data-where></p>`],
    bottom: button("primary", "again", words.tryAgain, "do"),
  };
}
