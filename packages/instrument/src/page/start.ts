import type { FilledNotice } from "../definition/index.ts";
import { directionOf, endonym, type Words, wordsIn } from "../words/index.ts";
import type { Section } from "./frame.ts";
import { html, type Markup } from "./markup.ts";
import { type Speech, said } from "./said.ts";

/** What the sections before the first question are made of. */
export interface Beginning extends Speech {
  readonly words: Words;
  readonly notice: FilledNotice;
  readonly title: Readonly<Record<string, string>>;
}

/** Asks for the language in all the languages there are; links, so that nobody needs a script for it. */
export function languageSection(
  languages: readonly string[],
  addressIn: (language: string) => string,
): Section {
  const wordOf = (language: string) => wordsIn(language).language;
  const firstOfWord = languages.filter(
    (language, at) => languages.findIndex((other) => wordOf(other) === wordOf(language)) === at,
  );
  const names = firstOfWord.map(
    (language, at) =>
      html`<bdi lang="${language}">${wordOf(language)}</bdi>${at < firstOfWord.length - 1 && "\u00a0· "}`,
  );
  const links = languages.map(
    (language) =>
      html`<li><a class="row-button" lang="${language}" dir="${directionOf(language)}" hreflang="${language}" href="${addressIn(language)}">${endonym(language)}</a></li>`,
  );
  return { name: "language", heading: html`${names}`, content: [html`<ul class="languages">${links}</ul>`] };
}

/** What a person is told before being asked to take part; all of it can be read without a script. */
export function noticeSection(beginning: Beginning): Section {
  const { words, notice, title } = beginning;
  return {
    name: "notice",
    above: html`<p class="eyebrow">${said(title, beginning)}</p>`,
    heading: said(notice.title, beginning),
    content: [withoutScript(words), html`<p class="quiet">${words.opensInPlace}</p>`, points(beginning)],
    bottom: button("primary", "consent", words.next),
  };
}

export function withoutScript({ scriptNeededTitle, scriptNeeded }: Words): Markup {
  return html`<noscript><div class="strip"><h2>${scriptNeededTitle}</h2><p>${scriptNeeded}</p></div></noscript>`;
}

function points(beginning: Beginning): Markup {
  const all = beginning.notice.points.map(
    ({ heading, detail }) =>
      html`<details><summary>${said(heading, beginning)}</summary><p>${said(detail, beginning)}</p></details>`,
  );
  return html`<div class="points">${all}</div>`;
}

/** The personal code that some links ask for: it says that somebody was invited, and is left out where there is none. */
export function codeSection(words: Words): Section {
  return {
    name: "code",
    heading: words.personalCodeTitle,
    content: [
      html`<p id="codeDetail">${words.personalCodeDetail}</p><p class="error-text" role="alert" hidden data-mistyped>${words.personalCodeMistyped}</p><label class="field-label" for="code">${words.personalCodeField}</label><input class="text-field code-field" id="code" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="30" aria-describedby="codeDetail"><button type="button" class="link-button" data-go="consent">${words.personalCodeNone}</button>`,
    ],
    bottom: html`${back("notice", words)}${button("primary", "code", words.next, "do")}`,
  };
}

/** Asks for consent in words; both answers look the same, and what was read is still at hand. */
export function consentSection(beginning: Beginning): Section {
  const { words, notice } = beginning;
  const { question, agree, decline } = notice.consent;
  const answer = (name: string, text: Markup) =>
    html`<button type="button" class="row-button" data-testid="${name}" data-do="${name}">${text}</button>`;
  return {
    name: "consent",
    heading: said(question, beginning),
    content: [
      html`<div class="equal-buttons">${answer("agree", said(agree, beginning))}${answer("decline", said(decline, beginning))}</div>`,
      html`<details class="notice-again"><summary>${words.noticeAgain}</summary>${points(beginning)}</details>`,
    ],
    bottom: back("notice", words),
  };
}

/** Nothing was stored; the way back stays open. */
export function declinedSection(beginning: Beginning): Section {
  const { words, notice } = beginning;
  return {
    name: "declined",
    heading: words.declinedTitle,
    content: [html`<p>${said(notice.consent.declined, beginning)}</p>`],
    bottom: button("secondary", "consent", words.reconsider),
  };
}

/** Consents besides taking part: each on its own, none ticked beforehand, all may stay open. */
export function consentsSection(beginning: Beginning): Section {
  const { words, notice } = beginning;
  const rows = (notice.consents ?? []).map(({ id, question, detail }) => {
    const described = detail !== undefined && html` aria-describedby="consent-${id}-detail"`;
    return html`<div><label class="choice choice-checkbox"><input type="checkbox" name="consent" value="${id}" autocomplete="off"${described}><span class="choice-sign" aria-hidden="true"></span><span class="choice-text">${said(question, beginning)}</span></label>${
      detail !== undefined && html`<p class="quiet" id="consent-${id}-detail">${said(detail, beginning)}</p>`
    }</div>`;
  });
  return {
    name: "consents",
    heading: words.consentsTitle,
    content: [html`<p class="quiet">${words.consentsDetail}</p><div class="consents">${rows}</div>`],
    bottom: html`${back("consent", words)}${button("primary", "decided", words.next, "do")}`,
  };
}

/** @param what  with "go", the section that comes; with "do", what the script does */
export function button(look: string, what: string, text: string, verb: "go" | "do" = "go"): Markup {
  return html`<button type="button" class="${look}" ${verb === "go" ? goTo(what) : doing(what)}>${text}</button>`;
}

const goTo = (name: string) => html`data-go="${name}"`;
const doing = (name: string) => html`data-do="${name}"`;

function back(to: string, { back: text }: Words): Markup {
  return button("secondary", to, text);
}
