import type { WeightingSheet } from "@tiltas/contract/weighing";
import { scaleOver } from "../pictures/index.ts";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { ReadTable, type TableColumn } from "../tables/index.ts";

type Margin = WeightingSheet["margins"][number];
/** A category with its shares of the margin; before and after come as people, like the population. */
type Cell = Margin["cells"][number] & { readonly known: number };

/** Longer margins are read in their table; a picture of sixty lines says less than it takes. */
const mostDrawn = 16;

/** One margin: where respondents stood before weighting, where they stand after it, and what is known. */
export function MarginFit({ margin }: { margin: Margin }) {
  const { language, strings } = useSpeech();
  const { weigh } = strings;
  const name = inLanguage(margin.name, language);
  const cells = sharesOf(margin.cells);
  const confidence = margin.confidence
    .split(", ")
    .map((one) => weigh.confidences[one] ?? one)
    .join(", ");
  return (
    <>
      <h3>{name}</h3>
      <p className="quiet">{weigh.sourceLine(margin.source, margin.date, confidence)}</p>
      {cells.length > mostDrawn ? null : <FitPicture cells={cells} name={name} />}
      <FitTable cells={cells} name={name} />
    </>
  );
}

interface FitProps {
  cells: readonly Cell[];
  name: string;
}

function sharesOf(cells: Margin["cells"]): Cell[] {
  const sum = (part: "population" | "before" | "after") =>
    cells.reduce((total, cell) => total + cell[part], 0) || 1;
  const all = { population: sum("population"), before: sum("before"), after: sum("after") };
  return cells.map((cell) => ({
    ...cell,
    known: cell.population / all.population,
    before: cell.before / all.before,
    after: cell.after / all.after,
  }));
}

/** An empty dot before, a full one after, a line at what is known. */
function FitPicture({ cells, name }: FitProps) {
  const { language, strings } = useSpeech();
  const { weigh, format } = strings;
  const { at } = scaleOver(
    cells.flatMap(({ before, after, known }) => [before, after, known]),
    { zero: true },
  );
  return (
    <figure className="intervals" aria-label={weigh.marginPicture(name)}>
      <ol className="interval-rows" aria-hidden="true">
        {cells.map((cell) => {
          const [before, after, known] = [cell.before, cell.after, cell.known].map(
            (share) => `${at(share)}%`,
          );
          return (
            <li key={inLanguage(cell.label, "en")} className="interval-row">
              <span className="interval-name">{inLanguage(cell.label, language)}</span>
              <svg className="interval-bar" focusable="false" aria-hidden="true">
                <line className="interval-grid" x1="0" x2="100%" y1="50%" y2="50%" />
                <line className="interval-line" x1={known} x2={known} y1="0" y2="100%" />
                <line className="interval-span" x1={before} x2={after} y1="50%" y2="50%" />
                <circle className="interval-dot interval-few" cx={before} cy="50%" r="4.5" />
                <circle className="interval-dot" cx={after} cy="50%" r="4.5" />
              </svg>
              <span className="interval-words">{`${format.share(cell.before)} → ${format.share(cell.after)}`}</span>
            </li>
          );
        })}
      </ol>
      <figcaption className="legend">{weigh.fitLegend}</figcaption>
    </figure>
  );
}

function FitTable({ cells, name }: FitProps) {
  const { language, strings } = useSpeech();
  const { weigh, format } = strings;
  const compare = new Intl.Collator(language).compare;
  const label = (cell: Cell) => inLanguage(cell.label, language);
  const note = (cell: Cell) => (cell.note === null ? "" : inLanguage(cell.note, language));
  const share = (id: string, title: string, read: (cell: Cell) => number): TableColumn<Cell> => ({
    id,
    title,
    numeric: true,
    cell: (cell) => format.share(read(cell)),
    plain: read,
    order: (one, other) => read(one) - read(other),
  });
  const words = (id: string, title: string, read: (cell: Cell) => string): TableColumn<Cell> => ({
    id,
    title,
    cell: read,
    plain: read,
    order: (one, other) => compare(read(one), read(other)),
  });
  const columns: TableColumn<Cell>[] = [
    words("label", weigh.category, label),
    {
      id: "people",
      title: weigh.people,
      numeric: true,
      cell: ({ population }) => format.number(Math.round(population)),
      plain: ({ population }) => population,
      order: (one, other) => one.population - other.population,
    },
    share("known", weigh.known, ({ known }) => known),
    share("before", weigh.before, ({ before }) => before),
    share("after", weigh.after, ({ after }) => after),
    ...(cells.some((cell) => cell.note !== null) ? [words("note", weigh.note, note)] : []),
  ];
  return (
    <ReadTable
      label={weigh.marginTable(name)}
      columns={columns}
      rows={cells}
      rowId={label}
      sortedBy="label"
    />
  );
}
