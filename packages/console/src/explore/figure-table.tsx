import { useState } from "react";
import { type FigureUnit, useSpeech } from "../shell/index.ts";
import { ReadTable, type TableColumn } from "../tables/index.ts";
import { Button, TextField } from "../widgets/index.ts";
import { Difference } from "./difference.tsx";
import { type Comparison, type FigureRow, type ShownCell, shownCell, standing } from "./figure-rows.ts";
import { marks, remarkOf } from "./remark.ts";

interface FigureTableProps {
  label: string;
  /** Head of the column that names the rows. */
  rowTitle: string;
  rows: readonly FigureRow[];
  unit: FigureUnit;
  fileName: string;
}

const legend = ["few-observations", "too-few", "protected", "left-out"] as const;

/** Rows worth a field that finds one by name. */
const manyRows = 15;

/** The table behind every picture: the figure with its interval and n, how it compares, and why it is not shown. */
export function FigureTable({ label, rowTitle, rows, unit, fileName }: FigureTableProps) {
  const { language, strings } = useSpeech();
  const { explore } = strings;
  const [isWide, setWide] = useState(false);
  const [part, setPart] = useState("");
  const asked = part.trim().toLocaleLowerCase(language);
  const shown = rows.filter(({ name }) => name.toLocaleLowerCase(language).includes(asked));
  const columns = useFigureColumns(rowTitle, unit, rows);
  const extra = useFurtherColumns(unit);
  return (
    <section className="stack figure-table" aria-labelledby="figure-table">
      <h2 id="figure-table">{explore.tableTitle}</h2>
      {rows.length < manyRows ? null : (
        <TextField label={explore.filter} name="filter" value={part} onChange={setPart} />
      )}
      <ReadTable
        label={label}
        columns={isWide ? [...columns, ...extra] : columns}
        rows={shown}
        rowId={({ key }) => `row-${key}`}
        sortedBy="name"
        fileName={fileName}
        testId="figures"
      >
        <Button kind="plain" onPress={() => setWide(!isWide)}>
          {isWide ? explore.fewer : explore.more}
        </Button>
      </ReadTable>
      <ul className="marks">
        {legend.map((state) => (
          <li key={state}>
            <strong>{marks[state]}</strong>
            {explore.states[state]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useFigureColumns(
  rowTitle: string,
  unit: FigureUnit,
  rows: readonly FigureRow[],
): TableColumn<FigureRow>[] {
  const { language, strings } = useSpeech();
  const { explore, format } = strings;
  const { columns } = explore;
  const compare = new Intl.Collator(language).compare;
  const byName = (one: FigureRow, other: FigureRow) => compare(one.name, other.name);
  const number = ofShown((value) => format.number(value));
  return [
    { id: "name", title: rowTitle, cell: ({ name }) => name, plain: ({ name }) => name, order: byName },
    {
      id: "figure",
      title: columns.figure,
      numeric: true,
      cell: (row) => <Figure row={row} unit={unit} />,
      plain: ({ cell }) => shownCell(cell)?.value ?? marks[cell.state],
      order: (one, other) => standing(one) - standing(other),
    },
    {
      id: "interval",
      title: columns.interval,
      numeric: true,
      cell: ({ cell }) => intervalOf(shownCell(cell), (low, high) => format.interval(low, high, unit)),
      plain: ({ cell }) => intervalOf(shownCell(cell), (low, high) => format.interval(low, high, unit)),
      order: (one, other) => widthOf(one) - widthOf(other),
    },
    { id: "respondents", title: columns.respondents, ...number(({ respondents }) => respondents) },
    ...comparisonColumn("change", columns.change, rows, unit, explore.verdicts),
    ...comparisonColumn("rest", columns.against, rows, unit, explore.verdicts),
    {
      id: "remark",
      title: columns.state,
      cell: (row) => remarkOf(row, explore),
      plain: (row) => remarkOf(row, explore),
      order: (one, other) => compare(remarkOf(one, explore), remarkOf(other, explore)),
    },
  ];
}

function useFurtherColumns(unit: FigureUnit): TableColumn<FigureRow>[] {
  const { explore, format } = useSpeech().strings;
  const { columns } = explore;
  const inUnit = ofShown((value) => format.figure(value, unit));
  const tenths = ofShown((value) => format.decimal(value, 1));
  const share = ofShown(format.share);
  return [
    { id: "error", title: columns.standardError, ...inUnit(({ standardError }) => standardError) },
    { id: "effective", title: columns.effective, ...tenths((cell) => cell.effectiveRespondents) },
    { id: "design", title: columns.designEffect, ...tenths(({ designEffect }) => designEffect) },
    { id: "nonresponse", title: columns.nonresponse, ...share(({ itemNonresponse }) => itemNonresponse) },
    {
      id: "adjusted",
      title: columns.adjusted,
      numeric: true,
      cell: (row) => {
        const difference = adjusted(row);
        return difference === null ? "" : format.difference(difference, unit);
      },
      plain: adjusted,
      order: (one, other) => (adjusted(one) ?? -Infinity) - (adjusted(other) ?? -Infinity),
    },
  ];
}

/** The difference from the rest, had both the same composition. */
const adjusted = ({ rest }: FigureRow) => rest?.compositionAdjusted ?? null;

/** How a number of shown cells is written, ordered and carried elsewhere. */
function ofShown(write: (value: number) => string) {
  return (read: (cell: ShownCell) => number | null) => {
    const plain = ({ cell }: FigureRow) => {
      const figure = shownCell(cell);
      return figure === null ? null : read(figure);
    };
    return {
      numeric: true,
      plain,
      cell: (row: FigureRow) => {
        const value = plain(row);
        return value === null ? "" : write(value);
      },
      order: (one: FigureRow, other: FigureRow) => (plain(one) ?? -1) - (plain(other) ?? -1),
    };
  };
}

/** No column where the release compares nothing. */
function comparisonColumn(
  id: "change" | "rest",
  title: string,
  rows: readonly FigureRow[],
  unit: FigureUnit,
  verdicts: Readonly<Record<Comparison["verdict"], string>>,
): TableColumn<FigureRow>[] {
  if (rows.every((row) => row[id] === undefined)) return [];
  const difference = (row: FigureRow) => row[id]?.difference ?? Number.NEGATIVE_INFINITY;
  const plain = (row: FigureRow) => {
    const compared = row[id];
    return compared === undefined ? null : `${compared.difference} ${verdicts[compared.verdict]}`;
  };
  return [
    {
      id,
      title,
      cell: (row) => <Difference compared={row[id]} unit={unit} />,
      plain,
      order: (one, other) => difference(one) - difference(other),
    },
  ];
}

function Figure({ row: { cell }, unit }: { row: FigureRow; unit: FigureUnit }) {
  const { format } = useSpeech().strings;
  const shown = shownCell(cell);
  const mark = marks[cell.state];
  if (shown === null) return mark;
  const words = format.figure(shown.value, unit);
  return cell.state === "few-observations" ? <em>{`${words} ${mark}`}</em> : <strong>{words}</strong>;
}

function intervalOf(cell: ShownCell | null, write: (low: number, high: number) => string): string {
  return cell === null || cell.low === null || cell.high === null ? "" : write(cell.low, cell.high);
}

function widthOf({ cell }: FigureRow): number {
  const shown = shownCell(cell);
  return shown === null ? Number.MAX_VALUE : (shown.high ?? 0) - (shown.low ?? 0);
}
