import type { Book } from "../book.ts";
import { counts, shares } from "../estimate-cells.ts";
import { codeName, dimensionName } from "../naming.ts";
import { Page } from "../page.ts";
import { writeTable } from "../table.ts";

/** What was not answered, where people stopped, who answered how, and which answers were left out. */
export function writeQuality(book: Book): void {
  const { texts } = book;
  const page = new Page(book, "quality", [70, 30, 16]);
  page.open(texts.sheets.quality, texts.qualityMessage);
  writeExclusions(page);
  writeCounts(page);
  writeItems(page);
  page.close();
}

function writeExclusions(page: Page): void {
  const { texts, reading } = page.book;
  const left = Object.entries(reading.release.quality.exclusions).sort(([a], [b]) => (a < b ? -1 : 1));
  if (left.length === 0) return;
  writeTable(
    page,
    "exclusions",
    [{ head: texts.heads.reason }],
    left.map(([reason, count]) => [texts.exclusion(reason, count)]),
  );
  page.skip();
}

function writeCounts(page: Page): void {
  const { book } = page;
  const { heads } = book.texts;
  const { lattice, quality } = book.reading.release;
  if (quality.counts.length === 0) return;
  writeTable(
    page,
    "counts",
    [{ head: heads.cut }, { head: heads.category }, { head: heads.respondents, format: counts }],
    quality.counts.map(({ dimension, code, respondents }) => {
      const known = lattice.dimensions.find(({ id }) => id === dimension);
      return known
        ? [dimensionName(book, known.id), codeName(book, known.id, code), respondents]
        : [dimension, code, respondents];
    }),
  );
  page.skip();
}

/** Questions not answered, the most often left out first, and pages on which people stopped. */
function writeItems(page: Page): void {
  const { book } = page;
  const { heads } = book.texts;
  const { items, breakOff } = book.reading.release.quality;
  const columns = (what: string, share: string) =>
    [{ head: what }, { head: heads.id, look: "quiet" }, { head: share, format: shares }] as const;
  if (items.length > 0)
    writeTable(
      page,
      "items",
      columns(heads.question, heads.nonresponse),
      [...items]
        .sort((a, b) => b.nonresponse - a.nonresponse)
        .map(({ item, label, nonresponse }) => [book.say(label), item, nonresponse]),
      { filter: true },
    );
  page.skip();
  if (breakOff.length > 0)
    writeTable(
      page,
      "breakoff",
      columns(heads.pageOf, heads.stopped),
      breakOff.map(({ page: id, label, share }) => [book.say(label), id, share]),
    );
}
