import { isExclusive, isMissingReason, setApart } from "../conduct/index.ts";
import {
  type Choice,
  type Code,
  given,
  numberGiven,
  type Reason,
  readText,
  reasonFor,
  stringGiven,
} from "../definition/index.ts";
import type { Words } from "../words/index.ts";
import type { LightQuestion } from "./first-page.ts";
import { html, type Markup } from "./markup.ts";
import { type Speech, said, saidPlainly } from "./said.ts";
import { shapedWords } from "./shaped-words.ts";

/** How the script reads an answer: one or several codes, one of a list, a line of words, a number. */
export type AnswerKind = "one" | "many" | "list" | "text" | "number";

/** What a template needs beside the question. */
export interface Asking extends Speech {
  readonly words: Words;
  readonly languages: readonly string[];
  readonly reasons: readonly Reason[];
  /** Place of the question on its page, from 0; makes its ids. */
  readonly number: number;
}

/** One question with its name, its description and its answers; without script nothing of it works, and it is not shown. */
export function questionMarkup({ node, item, shownFor }: LightQuestion, asking: Asking): Markup {
  const shown = shownFor.every(Boolean) ? "" : shownFor.map(Number).join("");
  if (item === undefined) return row(node.name ?? "", shown, note(node, asking));
  const id = `q${asking.number}`;
  const description = given(node, "description");
  const title = html`<div class="sd-question__header sd-question__header--location-top"><h2 class="sd-question__title" id="${id}">${said(item.titles, asking)}</h2>${
    description !== undefined &&
    html`<div class="sd-description" id="${id}d">${said(readText(description, asking.languages), asking)}</div>`
  }</div>`;
  const field: Field = {
    id,
    node,
    item,
    asking,
    describedBy: description === undefined ? "" : ` ${id}d`,
    isRequired: node.json.isRequired === true,
  };
  const { kind, body } = answersOf(field);
  const stored = item.valueName ?? item.name;
  const most = numberGiven(node, "maxSelectedChoices") ?? 0;
  return html`<div class="sd-row"><div class="sd-element sd-question sd-${node.type}" data-name="${item.name}" data-item="${stored}" data-kind="${kind}" data-most="${most}" data-shown-for="${shown}">${title}${why(item.name, id, asking)}${body}</div></div>`;
}

/** Why this item is asked, where it has a reason of its own. */
function why(item: string, title: string, asking: Asking): Markup | undefined {
  const reason = reasonFor(asking.reasons, item);
  const { why, skip } = asking.words;
  return (
    reason &&
    html`<details class="why"><summary aria-describedby="${title}">${why}</summary><p>${said(reason, asking)}</p><p>${skip}</p></details>`
  );
}

function row(name: string, shown: string, content: Markup): Markup {
  return html`<div class="sd-row"><div class="sd-element sd-question" data-name="${name}" data-shown-for="${shown}">${content}</div></div>`;
}

function note(node: LightQuestion["node"], { language, languages }: Asking): Markup {
  const texts = readText(given(node, "html") ?? "", languages);
  return html`<div class="sd-html">${shapedWords(texts[language] ?? texts.default ?? "")}</div>`;
}

interface Field {
  readonly id: string;
  readonly node: LightQuestion["node"];
  readonly item: NonNullable<LightQuestion["item"]>;
  readonly asking: Asking;
  /** Ids of words that explain, each with a blank before it. */
  readonly describedBy: string;
  readonly isRequired: boolean;
}

function answersOf(field: Field): { readonly kind: AnswerKind; readonly body: Markup } {
  const { node, item } = field;
  switch (node.type) {
    case "checkbox":
      return { kind: "many", body: choices(field, item.choices) };
    case "dropdown":
      return { kind: "list", body: list(field) };
    case "rating":
      return { kind: "one", body: scale(field) };
    case "boolean":
      return { kind: "one", body: choices(field, yesAndNo(field)) };
    case "comment":
      return { kind: "text", body: comment(field) };
    case "text":
      return { kind: stringGiven(node, "inputType") === "number" ? "number" : "text", body: line(field) };
    default:
      return { kind: "one", body: choices(field, item.choices) };
  }
}

type Option = Pick<Choice, "labels"> & {
  readonly code: Code | boolean;
  readonly exclusive?: true | undefined;
};

function choices(field: Field, options: readonly Option[]): Markup {
  const isMultiple = field.node.type === "checkbox";
  const apart = isMultiple ? isExclusive : isMissingReason;
  const { answers, reasons } = setApart(options, ({ code }) => apart(code));
  return group(field, isMultiple ? "group" : "radiogroup", [
    ...answers.map((option) => choiceRow(field, option)),
    reasonsApart(field, reasons),
  ]);
}

function reasonsApart(field: Field, reasons: readonly Option[]): Markup | false {
  if (reasons.length === 0) return false;
  return html`<div class="set-apart">${reasons.map((option) => choiceRow(field, option))}</div>`;
}

function group(
  { id, describedBy, isRequired }: Field,
  role: "radiogroup" | "group",
  content: readonly (Markup | false)[],
): Markup {
  const required = isRequired && role === "radiogroup" && html` aria-required="true"`;
  return html`<div role="${role}" class="choices" aria-labelledby="${id}"${
    describedBy !== "" && html` aria-describedby="${describedBy.trim()}"`
  }${required}>${content}</div>`;
}

function choiceRow({ id, node, asking }: Field, { code, labels, exclusive }: Option): Markup {
  const type = node.type === "checkbox" ? "checkbox" : "radio";
  const alone = type === "checkbox" && (exclusive || isExclusive(code)) && html` data-alone`;
  return html`<label class="choice choice-${type}"><input type="${type}" name="${id}" value="${JSON.stringify(code)}"${alone}><span class="choice-sign" aria-hidden="true"></span><span class="choice-text">${said(labels, asking)}</span></label>`;
}

/** A long list stays the phone's own: it needs no script, and everybody knows it. Missing reasons stay in sight below it. */
function list(field: Field): Markup {
  const { id, node, item, asking, describedBy } = field;
  const { answers, reasons } = setApart(item.choices, ({ code }) => isMissingReason(code));
  const written = stringGiven(node, "placeholder") ?? given(node, "placeholder");
  const first =
    written === undefined ? asking.words.choose : saidPlainly(readText(written, asking.languages), asking);
  const options = answers.map(
    ({ code, labels }) =>
      html`<option value="${JSON.stringify(code)}">${saidPlainly(labels, asking)}</option>`,
  );
  const select = html`<select class="text-field list-field" aria-labelledby="${id}"${
    describedBy !== "" && html` aria-describedby="${describedBy.trim()}"`
  }><option value="">${first}</option>${options}</select>`;
  const beside =
    reasons.length > 0 &&
    html`<div class="set-apart" role="radiogroup" aria-labelledby="${id}">${reasons.map((option) => choiceRow(field, option))}</div>`;
  return html`<div class="choices" role="group" aria-labelledby="${id}">${select}${beside}</div>`;
}

function scale(field: Field): Markup {
  const { id, node, item, asking } = field;
  const { answers, reasons } = setApart<Choice>(item.choices, ({ code }) => isMissingReason(code));
  const ends = ["minRateDescription", "maxRateDescription"].map((end) => given(node, end));
  const rungs = answers.map((option) => choiceRow(field, option));
  const hasEnds = ends.some((end) => end !== undefined);
  const words = ends.map((end) => html`<span>${said(readText(end ?? "", asking.languages), asking)}</span>`);
  return group(hasEnds ? { ...field, describedBy: `${field.describedBy} ${id}e` } : field, "radiogroup", [
    hasEnds && html`<p class="scale-ends" id="${id}e">${words}</p>`,
    html`<div class="rungs rungs-${answers.length}">${rungs}</div>`,
    reasonsApart(field, reasons),
  ]);
}

function yesAndNo({ node, asking }: Field): Option[] {
  const { words, languages } = asking;
  const own = (name: string, otherwise: string) => readText(given(node, name) ?? otherwise, languages);
  const stored = (name: string, otherwise: boolean): Code | boolean => {
    const value = given(node, name);
    return typeof value === "string" || typeof value === "number" ? value : otherwise;
  };
  return [
    { code: stored("valueTrue", true), labels: own("labelTrue", words.yes) },
    { code: stored("valueFalse", false), labels: own("labelFalse", words.no) },
  ];
}

function line(field: Field): Markup {
  const { node, asking } = field;
  const attribute = (property: string, name: string = property) => {
    const value = given(node, property);
    return typeof value === "string" || typeof value === "number" ? html` ${name}="${value}"` : undefined;
  };
  const type = stringGiven(node, "inputType") ?? "text";
  return html`<input class="sd-formbox__input" type="${type}"${named(field)}${attribute("min")}${attribute("max")}${attribute("step")}${longest(node)}${placeholder(node, asking)}${attribute("autocomplete")}>`;
}

function comment(field: Field): Markup {
  const { node, asking } = field;
  const rows = numberGiven(node, "rows") ?? 4;
  return html`<textarea class="sd-formbox__input sd-comment__input" rows="${rows}"${named(field)}${longest(node)}${placeholder(node, asking)}></textarea>`;
}

function named({ id, describedBy, isRequired }: Field): Markup {
  return html` aria-labelledby="${id}"${describedBy !== "" && html` aria-describedby="${describedBy.trim()}"`}${
    isRequired && html` aria-required="true"`
  }`;
}

function longest(node: LightQuestion["node"]): Markup | undefined {
  const length = numberGiven(node, "maxLength") ?? -1;
  return length > 0 ? html` maxlength="${length}"` : undefined;
}

function placeholder(node: LightQuestion["node"], asking: Asking): Markup | undefined {
  const text = given(node, "placeholder");
  return text === undefined
    ? undefined
    : html` placeholder="${saidPlainly(readText(text, asking.languages), asking)}"`;
}
