import { useQuery } from "@tanstack/react-query";
import type { ExploreFrame, ExploreTrend } from "@tiltas/contract/explore";
import { type Cut, type FigureUnit, inLanguage, Loading, ProblemNote, useSpeech } from "../shell/index.ts";
import { ReadTable, type TableColumn } from "../tables/index.ts";
import { domainName, type ShownCell, shownCell } from "./figure-rows.ts";
import { type Edition, trendQuery } from "./queries.ts";
import { marks } from "./remark.ts";
import { toldApart } from "./told-apart.ts";

interface TrendProps {
  edition: Edition;
  frame: ExploreFrame;
  cut: Cut;
  indicator: string;
  unit: FigureUnit;
  rowTitle: string;
  comparability: ExploreFrame["indicators"][number]["comparability"];
}

/** One line in the table and one point in the picture: a domain in a wave. */
interface Point {
  readonly key: string;
  readonly wave: string;
  readonly place: string;
  readonly cell: ExploreTrend["waves"][number]["rows"][number]["cell"];
}

/** The same cells wave by wave; joined by a line only where the question stayed the same. */
export function Trend({ edition, frame, cut, indicator, unit, rowTitle, comparability }: TrendProps) {
  const { language, strings } = useSpeech();
  const { explore } = strings;
  const trend = useQuery(trendQuery(edition, cut));
  if (trend.data === undefined)
    return trend.isPending ? (
      <Loading />
    ) : (
      <ProblemNote problem={trend.error} onRetry={() => trend.refetch()} />
    );
  const { waves, comparable, crossing } = trend.data;
  const titles = toldApart(waves.map(({ title }) => inLanguage(title, language)));
  const points = waves.flatMap(({ wave, rows }, i) =>
    rows.map(({ domain, cell }): Point => {
      const place = domainName(frame, crossing, domain, (text) => inLanguage(text, language));
      return {
        key: `${wave} ${domain}`,
        wave: titles[i] ?? wave,
        place: place || explore.country,
        cell,
      };
    }),
  );
  return (
    <>
      <p>{remarkOn(waves.length, comparable, comparability, explore)}</p>
      <Panels points={points} unit={unit} label={explore.trendPicture(indicator)} isJoined={comparable} />
      <TrendTable points={points} unit={unit} label={indicator} rowTitle={rowTitle} fileName={cut.measure} />
    </>
  );
}

type Words = ReturnType<typeof useSpeech>["strings"]["explore"];

function remarkOn(waves: number, comparable: boolean, comparability: string, words: Words): string {
  if (waves < 2) return words.trendOne;
  if (!comparable) return words.trendBroken;
  return comparability === "limited" ? words.trendLimited : words.trendSame;
}

interface PanelsProps {
  label: string;
  points: readonly Point[];
  unit: FigureUnit;
  isJoined: boolean;
}

/** One small picture a place, all on one scale. */
function Panels({ label, points, unit, isJoined }: PanelsProps) {
  const waves = [...new Set(points.map(({ wave }) => wave))];
  const drawn = points.filter(({ cell }) => shownCell(cell) !== null);
  const places = [...new Set(drawn.map(({ place }) => place))];
  const ends = drawn.flatMap(({ cell }) => endsOf(shownCell(cell)));
  const range = { low: Math.min(...ends), high: Math.max(...ends) };
  if (drawn.length === 0) return null;
  return (
    <figure className="panels" aria-label={label}>
      <ul className={places.length === 1 ? "panel-list panel-one" : "panel-list"} aria-hidden="true">
        {places.map((place) => (
          <li key={place} className="panel">
            <span className="panel-name">{place}</span>
            <Lines
              points={drawn.filter((point) => point.place === place)}
              {...{ waves, range, unit, isJoined }}
            />
          </li>
        ))}
      </ul>
    </figure>
  );
}

interface LinesProps {
  points: readonly Point[];
  waves: readonly string[];
  /** Ends of all intervals in all panels: they share one scale. */
  range: { readonly low: number; readonly high: number };
  unit: FigureUnit;
  isJoined: boolean;
}

function Lines({ points, waves, range, unit, isJoined }: LinesProps) {
  const { format } = useSpeech().strings;
  const across = (wave: string) => `${(100 * (waves.indexOf(wave) + 0.5)) / waves.length}%`;
  const up = (value: number) => `${80 - (66 * (value - range.low)) / (range.high - range.low || 1)}%`;
  const figures = points.flatMap(({ key, wave, cell }) => {
    const shown = shownCell(cell);
    return shown === null ? [] : [{ key, wave, ...shown }];
  });
  return (
    <svg className="panel-lines" focusable="false" aria-hidden="true">
      {figures.slice(1).map((point, i) => {
        const before = figures[i] ?? point;
        const ends = { x1: across(before.wave), x2: across(point.wave) };
        return isJoined ? (
          <line key={point.key} className="panel-join" {...ends} y1={up(before.value)} y2={up(point.value)} />
        ) : null;
      })}
      {figures.map(({ key, wave, value, low, high }) => (
        <g key={key}>
          {low === null || high === null ? null : (
            <line className="interval-span" x1={across(wave)} x2={across(wave)} y1={up(low)} y2={up(high)} />
          )}
          <circle className="interval-dot" cx={across(wave)} cy={up(value)} r="4.5" />
          <text
            className={wave === waves.at(-1) ? "panel-figure" : "panel-figure panel-before"}
            x={across(wave)}
            y={up(value)}
            dx={wave === waves.at(-1) ? 9 : -9}
            dy="0.32em"
          >
            {format.figure(value, unit)}
          </text>
          <text className="panel-wave" x={across(wave)} y="97%">
            {wave}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface TrendTableProps {
  points: readonly Point[];
  unit: FigureUnit;
  label: string;
  rowTitle: string;
  fileName: string;
}

function TrendTable({ points, unit, label, rowTitle, fileName }: TrendTableProps) {
  const { language, strings } = useSpeech();
  const { explore, format } = strings;
  const compare = new Intl.Collator(language).compare;
  const value = ({ cell }: Point) => shownCell(cell)?.value ?? null;
  const interval = ({ cell }: Point) => {
    const shown = shownCell(cell);
    return shown === null || shown.low === null || shown.high === null
      ? ""
      : format.interval(shown.low, shown.high, unit);
  };
  const respondents = ({ cell }: Point) => shownCell(cell)?.respondents ?? null;
  const byPlace = (one: Point, other: Point) => compare(one.place, other.place);
  const columns: TableColumn<Point>[] = [
    { id: "place", title: rowTitle, cell: ({ place }) => place, plain: ({ place }) => place, order: byPlace },
    {
      id: "wave",
      title: explore.wave,
      cell: ({ wave }) => wave,
      plain: ({ wave }) => wave,
      order: (one, other) => points.indexOf(one) - points.indexOf(other),
    },
    {
      id: "figure",
      title: explore.columns.figure,
      numeric: true,
      cell: (point) => {
        const figure = value(point);
        return figure === null ? marks[point.cell.state] : format.figure(figure, unit);
      },
      plain: (point) => value(point) ?? marks[point.cell.state],
      order: (one, other) => (value(one) ?? Number.MAX_VALUE) - (value(other) ?? Number.MAX_VALUE),
    },
    {
      id: "interval",
      title: explore.columns.interval,
      numeric: true,
      cell: interval,
      plain: interval,
      order: byPlace,
    },
    {
      id: "respondents",
      title: explore.columns.respondents,
      numeric: true,
      cell: (point) => format.number(respondents(point) ?? 0),
      plain: respondents,
      order: (one, other) => (respondents(one) ?? 0) - (respondents(other) ?? 0),
    },
  ];
  return (
    <section className="stack" aria-labelledby="trend-table">
      <h2 id="trend-table">{explore.tableTitle}</h2>
      <ReadTable
        {...{ label, columns, fileName }}
        rows={points}
        rowId={({ key }) => key}
        sortedBy="place"
        testId="figures"
      />
    </section>
  );
}

function endsOf(cell: ShownCell | null): number[] {
  return cell === null ? [] : [cell.value, cell.low ?? cell.value, cell.high ?? cell.value];
}
