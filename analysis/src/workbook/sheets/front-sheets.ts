import type { Book } from "../book.ts";
import { Page } from "../page.ts";
import { writeTable } from "../table.ts";

/** Whose workbook it is, of when, and where to begin. */
export function writeCover(book: Book): void {
  const { texts, reading, manifest } = book;
  const { study, wave, policy } = reading.release;
  const page = new Page(book, "cover", [4, 70, 40]);
  page.warn();
  page.skip(60);
  page.line(book.say(study.title), { look: "cover" }, { spacing: 14 });
  page.line(texts.cover.subtitle, { look: "coverNext", line: "rule" }, { spacing: 14 });
  page.skip(16);
  for (const text of [
    book.say(wave.title),
    texts.fieldwork(wave.opens, wave.closes),
    texts.answered(wave.respondents, book.drawn),
    `${texts.cover.release(manifest.number)}, ${texts.moment(manifest.releasedAt)}`,
    ...(manifest.corrects === null ? [] : [texts.cover.corrects(manifest.corrects)]),
    texts.policies[policy],
  ])
    page.line(text, { look: "message" }, { spacing: 8 });
  page.skip(16);
  page.line(texts.cover.begin, { look: "section" });
  for (const key of ["how", "contents", "summary", "data"] as const) {
    page.put(1, "", { look: "body" });
    page.link(2, texts.sheets[key], key);
    page.endRow();
  }
  page.close({ pages: 1 });
}

/** What to know before the first figure. */
export function writeHow(book: Book): void {
  const page = new Page(book, "how", [112]);
  page.open(book.texts.sheets.how, book.texts.answered(book.reading.release.wave.respondents, book.drawn));
  for (const [heading, text] of book.texts.how(book.drawn)) {
    page.section(heading);
    page.line(text, { look: "body", vertical: "top" }, { spacing: 6 });
  }
  page.close({ pages: 1 });
}

/** What marks say. */
export function writeLegend(book: Book): void {
  const { heads, sheets, legendMessage, legend } = book.texts;
  const page = new Page(book, "legend", [14, 36, 84]);
  page.open(sheets.legend, legendMessage);
  const columns = [
    { head: heads.mark2, look: "strong" },
    { head: heads.meaning },
    { head: heads.explanation, look: "quiet" },
  ] as const;
  const { thresholds, sampling } = book.reading.release;
  const facts = { thresholds, interval: book.interval, meaning: book.say(sampling.meaning) };
  const head = writeTable(page, "legend", columns, legend(facts));
  page.close({ head, pages: 1 });
}
