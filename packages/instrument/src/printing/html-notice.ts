import { escaped, inNotes } from "./html-answers.ts";
import type { Mark, PrintedNotice } from "./model.ts";
import type { Phrases } from "./phrases.ts";

/** What people are told, with a place for every consent. */
export function noticeAsHtml(told: PrintedNotice, phrases: Phrases): string {
  const points = told.points.map(
    ({ heading, detail }) => `<li><b>${escaped(heading)}.</b> ${escaped(detail)}</li>`,
  );
  return `<section class="notice"><h2><span ${inNotes(phrases)}>${phrases.words.notice}</span></h2>
<h3>${escaped(told.title)}</h3>
<ul>${points.join("")}</ul>
${item(`<h4>${escaped(told.question)}</h4>${places([told.agree, told.decline], "one")}`)}
${separateConsents(told, phrases)}
</section>`;
}

/** Boxes of their own, so that nobody gives one consent by giving another. */
function separateConsents({ consents }: PrintedNotice, phrases: Phrases): string {
  if (consents.length === 0) return "";
  const asked = consents.map(({ question, detail }) => {
    const help = detail === undefined ? "" : `<p class="help">${escaped(detail)}</p>`;
    return `${places([question], "several")}${help}`;
  });
  return item(
    `<p class="note" ${inNotes(phrases)}>${escaped(phrases.separateConsents)}</p>${asked.join("")}`,
  );
}

function item(inside: string): string {
  return `<div class="item"><span class="number"></span><div>${inside}</div></div>`;
}

function places(labels: readonly string[], mark: Mark): string {
  const lines = labels.map(
    (label) => `<li><span class="mark ${mark}"></span><span>${escaped(label)}</span></li>`,
  );
  return `<ul class="options">${lines.join("")}</ul>`;
}
