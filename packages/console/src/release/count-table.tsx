import type { CellCounts } from "@tiltas/contract/releases";
import { useSpeech } from "../shell/index.ts";
import { ReadTable, type TableColumn } from "../tables/index.ts";
import { meant, shownOf } from "./cell-counts.ts";

interface Row {
  readonly key: string;
  readonly name: string;
  readonly counts: CellCounts;
}

/** How many cells of each row are shown, and how many are not, by reason. */
export function CountTable({
  title,
  rowTitle,
  rows,
}: {
  title: string;
  rowTitle: string;
  rows: readonly Row[];
}) {
  const { language, strings } = useSpeech();
  const { release, format } = strings;
  const compare = new Intl.Collator(language).compare;
  const counted = (id: string, head: string, count: (counts: CellCounts) => number): TableColumn<Row> => ({
    id,
    title: head,
    numeric: true,
    cell: ({ counts }) => format.number(count(counts)),
    plain: ({ counts }) => count(counts),
    order: (one, other) => count(one.counts) - count(other.counts),
  });
  const columns: TableColumn<Row>[] = [
    {
      id: "name",
      title: rowTitle,
      cell: ({ name }) => name,
      plain: ({ name }) => name,
      order: (one, other) => compare(one.name, other.name),
    },
    counted("cells", release.cells, meant),
    counted("shown", release.shownColumn, shownOf),
    counted("too-few", release.tooFew, ({ tooFew }) => tooFew),
    counted("protected", release.hidden, (counts) => counts.protected),
    counted("not-estimable", release.reasons.notEstimable, ({ notEstimable }) => notEstimable),
  ];
  return (
    <>
      <h3>{title}</h3>
      <ReadTable
        label={title}
        columns={columns}
        rows={rows}
        rowId={({ key }) => `row-${key}`}
        sortedBy="name"
      />
    </>
  );
}
