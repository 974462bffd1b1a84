import { type Reason, reasonFor } from "../definition/index.ts";
import type { Words } from "../words/index.ts";
import type { FirstPage } from "./first-page.ts";
import type { Section } from "./frame.ts";
import { html, type Markup } from "./markup.ts";
import type { Ahead } from "./parts.ts";
import { questionMarkup } from "./question.ts";
import { said } from "./said.ts";
import { type Beginning, button } from "./start.ts";

interface Asked extends Beginning {
  readonly languages: readonly string[];
  readonly reasons: readonly Reason[];
  /** What is to come, by decision about the separate consents; undefined where that is not known yet. */
  readonly toCome: readonly Ahead[] | undefined;
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
    above: asked.toCome !== undefined && progress(asked.toCome, words),
    heading: said(page.title, asked),
    content: [
      period !== undefined && html`<p class="reference-period">${said(period, asked)}</p>`,
      html`<form autocomplete="off">${questions}</form>`,
      asides(asked, page),
      trap(words),
    ],
    bottom: html`<div class="bottom-buttons">${button("primary", "continue", words.next, "do")}</div><p class="saved" role="status"></p>`,
  };
}

/** As the application says it on every later page. */
function progress(toCome: readonly Ahead[], words: Words): Markup {
  const parts = toCome.map((one) => one.parts);
  const lines = toCome.map((one) => `${words.part(1, one.parts)} · ${words.minutesLeft(one.minutes)}`);
  return html`<div class="progress" data-parts="${parts.join(" ")}" data-said="${JSON.stringify(lines)}"><p>${lines[0]}</p><progress value="1" max="${parts[0] ?? 1}" aria-hidden="true"></progress></div>`;
}

/** Why anything is asked, as the notice says it, unless all say it themselves; and the way to leave nothing on a device that is not one's own. */
function asides({ words, ...asked }: Asked, { questions }: FirstPage): Markup {
  const [purpose] = asked.notice.points;
  const sayThemselves = questions.every(
    ({ item }) => item === undefined || reasonFor(asked.reasons, item.name) !== undefined,
  );
  const why =
    !sayThemselves &&
    html`<details class="why"><summary>${words.why}</summary><p>${
      purpose && said(purpose.detail, asked)
    }</p><p>${words.skip}</p></details>`;
  return html`<div class="asides">${why}<div class="elsewhere">${button("link-button", "not-mine", words.notMine, "do")}</div></div>`;
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
