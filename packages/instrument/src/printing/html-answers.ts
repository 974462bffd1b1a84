import type { PrintedAnswer, PrintedColumn, PrintedOption, PrintedRow } from "./model.ts";
import type { Phrases } from "./phrases.ts";
import { directionOf } from "./wording.ts";

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML shows it; what XML and HTML cannot hold is left out. */
export function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what HTML cannot hold
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
      .replace(/[&<>"']/g, (sign) => signs[sign] ?? "")
  );
}

/** In the language of the notes, inside a print that may run the other way. */
export function inNotes({ notes }: Pick<Phrases, "notes">): string {
  return `lang="${notes}" dir="${directionOf(notes)}"`;
}

export function notesAsHtml(notes: readonly string[], phrases: Phrases): string {
  if (notes.length === 0) return "";
  return `<p class="note" ${inNotes(phrases)}>${notes.map(escaped).join(" · ")}</p>`;
}

/** The place for an answer; entries are printed by whoever prints questions. */
export function answerAsHtml(answer: PrintedAnswer, phrases: Phrases): string {
  switch (answer.kind) {
    case "options":
      return options(answer.options, answer.mark, phrases);
    case "scale":
      return scale(answer, phrases);
    case "line":
      return `<div class="line${answer.lines === 1 ? " short" : ""}"></div>`.repeat(answer.lines);
    case "table":
      return table(answer.columns, answer.rows, phrases);
    case "parts":
      return `<div class="parts">${answer.parts.map((part) => `<div><span>${label(part, phrases)}</span><i></i></div>`).join("")}</div>`;
    case "entries":
    case "none":
      return "";
    default:
      return answer satisfies never;
  }
}

function options(listed: readonly PrintedOption[], mark: string, phrases: Phrases): string {
  const shape = listed.length > 15 ? " many" : "";
  const lines = listed.map(
    (option) =>
      `<li${option.apart ? ' class="apart"' : ""}><span class="mark ${mark}"></span><span>${label(option, phrases)}${option.writeIn ? ' <span class="write"></span>' : ""}</span></li>`,
  );
  return `<ul class="options${shape}">${lines.join("")}</ul>`;
}

/** Words, code in the data, and what holds for it alone. */
function label(
  { label: words, code, notes, goTo }: PrintedRow & { readonly goTo?: string },
  phrases: Phrases,
): string {
  const shown = code === "" || code === words ? "" : ` <span class="code">${escaped(code)}</span>`;
  const said = [
    ...notes.map((note) => remark(note, "aside", phrases)),
    ...(goTo === undefined ? [] : [remark(goTo, "onward", phrases)]),
  ];
  return `${escaped(words)}${shown}${said.join("")}`;
}

function remark(words: string, look: "aside" | "onward", { notes }: Phrases): string {
  return ` <span class="${look}" ${inNotes({ notes })}>${escaped(words)}</span>`;
}

function scale(
  { low, high, points, beside }: Extract<PrintedAnswer, { kind: "scale" }>,
  phrases: Phrases,
): string {
  const end = (words: string | undefined) =>
    words === undefined ? "" : `<span class="end">${escaped(words)}</span>`;
  const marks = points.map(
    ({ label: words }) => `<span class="point"><span class="mark one"></span>${escaped(words)}</span>`,
  );
  const rest = beside.length === 0 ? "" : options(beside, "one", phrases);
  return `<div class="scale">${end(low)}${marks.join("")}${end(high)}</div>${rest}`;
}

function table(columns: readonly PrintedColumn[], rows: readonly PrintedRow[], phrases: Phrases): string {
  const heads = columns.map((column) => `<th scope="col"${apart(column)}>${label(column, phrases)}</th>`);
  const cells = columns.map((column) => `<td${apart(column)}>${cell(column)}</td>`).join("");
  const lines = rows.map((row) => `<tr><td>${label(row, phrases)}</td>${cells}</tr>`);
  const keys = columns
    .filter(({ key }) => key.length > 0)
    .map(({ label: words, key }) => `${phrases.optionsFor(words)}: ${key.join("; ")}`);
  return `<table><thead><tr><td></td>${heads.join("")}</tr></thead><tbody>${lines.join("")}</tbody></table>${keys.map((key) => notesAsHtml([key], phrases)).join("")}`;
}

const apart = (column: PrintedColumn) => (column.apart ? ' class="apart"' : "");

function cell({ cell: mark }: PrintedColumn): string {
  return mark === "line" ? '<span class="cell"></span>' : `<span class="mark ${mark}"></span>`;
}
