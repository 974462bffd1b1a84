import type { Book } from "../book.ts";
import { codeName, dimensionName, labelled } from "../naming.ts";
import { Page } from "../page.ts";
import { writeTable } from "../table.ts";

/** Of each indicator by each cut: which places or groups of people cannot be told apart from each other. */
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
  return reading.release.alike.flatMap(({ measure, crossing, groups }) => {
    const of = reading.release.measures[measure];
    const indicator = of && reading.indicator(of.indicator);
    const [dimension] = crossing;
    if (!of || of.part !== null || !indicator || !dimension) return [];
    const named = groups.map((group) => group.map((code) => codeName(book, dimension, code)));
    return [[labelled(book, indicator), dimensionName(book, dimension), wordsOf(book, named)]];
  });
}

/** One line for each group; who stands alone differs from all others. */
function wordsOf({ texts }: Book, groups: readonly (readonly string[])[]): string {
  if (groups.length === 1) return texts.allAlike(groups[0]?.length ?? 0);
  return groups
    .map((names) => (names.length === 1 ? texts.apart(names[0] ?? "") : names.join(", ")))
    .join("\n");
}
