import { answerAsHtml, escaped, inNotes, notesAsHtml } from "./html-answers.ts";
import { noticeAsHtml } from "./html-notice.ts";
import type { PrintedBlock, PrintedItem, PrintedQuestionnaire, PrintedSection } from "./model.ts";
import type { Phrases } from "./phrases.ts";
import { phrasesIn } from "./questionnaire.ts";
import { styleFor } from "./style.ts";

/** One HTML page that needs no other file, no script and no network, and prints on A4. */
export function asHtml(printed: PrintedQuestionnaire): string {
  const phrases = phrasesIn(printed.notes);
  const { words } = phrases;
  const footer = printed.digest === "" ? "" : `${words.digest} ${printed.digest.slice(0, 16)}`;
  const header = [printed.version, printed.title].filter((part) => part !== undefined).join(" · ");
  const style = styleFor(cssText(header), cssText(footer), cssText(words.page), cssText(words.of));
  return `<!doctype html>
<html lang="${escaped(printed.language)}" dir="${printed.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(header)}</title>
<style>${style}</style>
</head>
<body>
${head(printed, phrases)}
${printed.sections.map((section) => sectionAsHtml(section, phrases)).join("\n")}
${tail(printed, phrases)}
</body>
</html>
`;
}

function head(printed: PrintedQuestionnaire, phrases: Phrases): string {
  const { words } = phrases;
  const meta = [
    printed.version === undefined ? "" : `${words.questionnaire} <b>${escaped(printed.version)}</b>`,
    `${words.language}: ${escaped(printed.language)}`,
    printed.digest === "" ? "" : `${words.digest}: <code>${escaped(printed.digest)}</code>`,
  ].filter((part) => part !== "");
  return `<header>
<h1>${escaped(printed.title)}</h1>
${printed.description === undefined ? "" : `<p>${escaped(printed.description)}</p>`}
<p class="meta" ${inNotes(phrases)}>${meta.join(" · ")}</p>
${printed.universe === undefined ? "" : `<p><b ${inNotes(phrases)}>${words.universe}:</b> ${escaped(printed.universe)}</p>`}
<div class="box" ${inNotes(phrases)}><h3>${words.howToRead}</h3><p>${escaped(words.reading)}</p></div>
${remarks(printed, phrases)}
</header>
${printed.notice ? noticeAsHtml(printed.notice, phrases) : ""}`;
}

function tail({ unseen }: PrintedQuestionnaire, phrases: Phrases): string {
  if (unseen.length === 0) return "";
  return `<section class="box" ${inNotes(phrases)}><h3>${phrases.words.unseen}</h3>${list(unseen)}</section>`;
}

function remarks({ remarks: all }: PrintedQuestionnaire, phrases: Phrases): string {
  if (all.length === 0) return "";
  return `<div class="box" ${inNotes(phrases)}><h3>${phrases.words.remarks}</h3>${list(all)}</div>`;
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>`;
}

function sectionAsHtml(section: PrintedSection, phrases: Phrases): string {
  const title = section.title === undefined ? "" : ` · ${escaped(section.title)}`;
  return `<section>
<h2><span class="part" ${inNotes(phrases)}>${escaped(phrases.part(section.letter))}</span>${title}</h2>
${section.description === undefined ? "" : `<p class="help">${escaped(section.description)}</p>`}
${skip(section.askedIf, phrases)}${notesAsHtml(section.notes, phrases)}
${section.blocks.map((block) => blockAsHtml(block, phrases)).join("\n")}
</section>`;
}

function skip(words: string | undefined, phrases: Phrases): string {
  return words === undefined ? "" : `<p class="skip" ${inNotes(phrases)}>${escaped(words)}</p>`;
}

function blockAsHtml(block: PrintedBlock, phrases: Phrases): string {
  if (block.kind === "item") return itemAsHtml(block, phrases);
  if (block.kind === "text")
    return `<div class="text">${skip(block.askedIf, phrases)}${block.paragraphs.map((text) => `<p>${escaped(text)}</p>`).join("")}</div>`;
  const title = block.title === undefined ? "" : `<h3>${escaped(block.title)}</h3>`;
  const description =
    block.description === undefined ? "" : `<p class="help">${escaped(block.description)}</p>`;
  const inside = block.blocks.map((one) => blockAsHtml(one, phrases)).join("\n");
  return `<div class="group">${title}${description}${skip(block.askedIf, phrases)}${notesAsHtml(block.notes, phrases)}${inside}</div>`;
}

function itemAsHtml(item: PrintedItem, phrases: Phrases): string {
  const asked = item.askedIf ?? (item.askAll ? phrases.askAll : undefined);
  const inside =
    item.answer.kind === "entries"
      ? item.answer.blocks.map((one) => blockAsHtml(one, phrases)).join("\n")
      : "";
  return `<article class="item${isLong(item) ? " long" : ""}">
<div class="number">${escaped(item.number)}</div>
<div>
${skip(asked, phrases)}
<h4>${escaped(item.wording)}</h4>
${item.help === undefined ? "" : `<p class="help">${escaped(item.help)}</p>`}
<p class="note" ${inNotes(phrases)}>${[...item.notes.map(escaped)].join(" · ")} <span class="code">${escaped(item.name)}</span></p>
${answerAsHtml(item.answer, phrases)}${inside}
</div>
</article>`;
}

/** Too long to stay on one page in any case. */
function isLong({ answer }: PrintedItem): boolean {
  if (answer.kind === "options") return answer.options.length > 100;
  return answer.kind === "entries" || (answer.kind === "table" && answer.rows.length > 15);
}

function cssText(text: string): string {
  return text
    .replace(/[\\"<>]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)
    .replace(/[\r\n\f\0]+/g, " ");
}
