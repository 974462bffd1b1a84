import type { Book } from "../book.ts";
import { codeName, dimensionName, labelled } from "../naming.ts";
import { Page } from "../page.ts";
import { writeTable } from "../table.ts";

/** Of each indicator by each cut: which places or groups of people cannot be told apart; cuts that tell nothing apart together. */
export function writeAlike(book: Book): void {
  const { texts } = book;
  const { heads } = texts;
  const page = new Page(book, "alike", [48, 24, 104]);
  page.open(texts.sheets.alike, texts.alikeMessage);
  const head = writeTable(
    page,
    "alike",
    [{ head: heads.indicator }, { head: heads.cut, look: "quiet" }, { head: heads.alike }],
    rowsOf(book),
    { filter: true },
  );
  page.close({ head, frozenColumns: 2 });
}

function rowsOf(book: Book): string[][] {
  const { reading } = book;
  const own = new Map(reading.release.indicators.map(({ id }) => [reading.ownMeasure(id), id]));
  const byIndicator = Map.groupBy(reading.release.alike, ({ measure }) => own.get(measure));
  return reading.release.indicators.flatMap((indicator) => {
    const cuts = (byIndicator.get(indicator.id) ?? []).flatMap(({ crossing: [dimension], groups }) =>
      dimension ? [{ dimension, groups }] : [],
    );
    const label = labelled(book, indicator);
    const told = cuts.filter(({ groups }) => groups.length > 1);
    const untold = cuts.filter(({ groups }) => groups.length === 1);
    const names = untold.map(({ dimension }) => dimensionName(book, dimension)).join("\n");
    return [
      ...told.map(({ dimension, groups }) => [
        label,
        dimensionName(book, dimension),
        wordsOf(
          book,
          groups.map((group) => group.map((code) => codeName(book, dimension, code))),
        ),
      ]),
      ...(untold.length > 0 ? [[label, names, book.texts.allAlike]] : []),
    ];
  });
}

/** One line for each group; who stands alone differs from all others. */
function wordsOf({ texts }: Book, groups: readonly (readonly string[])[]): string {
  return groups
    .map((names) => (names.length === 1 ? texts.apart(names[0] ?? "") : names.join(", ")))
    .join("\n");
}
