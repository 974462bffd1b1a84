import { isShown } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { formatOf, writeEstimate } from "../estimate-cells.ts";
import { codeName, labelled } from "../naming.ts";
import { Page } from "../page.ts";
import { headlines } from "./summary-sheet.ts";

const channel = "channel";

/** Channels with a figure to show: where people came by themselves, they may differ by the way they came. */
export const channelsShown = ({ reading }: Pick<Book, "reading">): readonly string[] =>
  reading.release.crossings
    .filter(({ crossing }) => crossing.length === 1 && crossing[0] === channel)
    .flatMap(({ domains, cells }) =>
      domains.flatMap(([code = ""], at) => (cells.some((row) => isShown(row[at])) ? [code] : [])),
    );

/** Headline indicators by the channel through which people were reached, beside the country. */
export function writeChannels(book: Book): void {
  const { texts, reading } = book;
  const { heads } = texts;
  const page = new Page(book, "channels", [60, 30, 11, 9, 9, 9, 5, 12]);
  page.open(texts.sheets.channels, texts.channelsMessage);
  const head = page.row;
  const columns = [
    heads.indicator,
    heads.channel,
    heads.estimate,
    heads.from,
    heads.to,
    heads.n,
    heads.mark,
    heads.country,
  ];
  page.head(columns, (column) => (column > 2 && column !== 7 ? { align: "right" } : {}));
  for (const indicator of headlines(book))
    for (const code of channelsShown(book)) {
      const measure = reading.ownMeasure(indicator.id);
      const country = reading.cell(measure, [], []);
      const value = isShown(country) ? country.value : null;
      const label = labelled(book, indicator);
      page.put(1, label, { look: "body", line: "hairline", wrap: true });
      page.put(2, codeName(book, channel, code), { look: "body", line: "hairline" });
      writeEstimate(page, 3, reading.cell(measure, [channel], [code]), indicator.unit, { line: "hairline" });
      page.number(8, value, formatOf(indicator.unit, value ?? 1), { look: "quiet", line: "hairline" });
      page.endRow([[1, label, "body"]]);
    }
  page.table("channels", head, columns);
  page.legend();
  page.close({ head: { from: head, to: head }, frozenColumns: 2 });
}
