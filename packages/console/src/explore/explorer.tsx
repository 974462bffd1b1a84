import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ExploreFrame } from "@tiltas/contract/explore";
import { inLanguage, Loading, ProblemNote, useSpeech } from "../shell/index.ts";
import { Disclosure } from "../widgets/index.ts";
import { Alike } from "./alike.tsx";
import { type Asked, shownFor } from "./asked.ts";
import { CompareTwo } from "./compare-two.tsx";
import { Controls } from "./controls.tsx";
import { cutName } from "./cut-name.ts";
import { type FigureRow, figureRows, shownCell } from "./figure-rows.ts";
import { FigureTable } from "./figure-table.tsx";
import { Intervals } from "./intervals.tsx";
import { cellsQuery, type Edition, frameQuery } from "./queries.ts";
import { TileMap } from "./tile-map.tsx";
import { Trend } from "./trend.tsx";

interface ExplorerProps {
  edition: Edition;
  asked: Asked;
  onAsk: (change: Partial<Asked>) => void;
}

/** One measure over one cut: the picture, then the table behind it. */
export function Explorer({ edition, asked, onAsk }: ExplorerProps) {
  const { explore } = useSpeech().strings;
  const frame = useQuery(frameQuery(edition));
  if (frame.data === undefined)
    return frame.isPending ? (
      <Loading />
    ) : (
      <ProblemNote problem={frame.error} onRetry={() => frame.refetch()} />
    );
  return (
    <div className="explorer">
      <Controls frame={frame.data} asked={asked} onAsk={onAsk} />
      {frame.data.testsOn ? null : <p className="remark">{explore.testsOff}</p>}
      <Sampling frame={frame.data} />
      <Shown frame={frame.data} edition={edition} asked={asked} onAsk={onAsk} />
      <section className="next" aria-labelledby="next">
        <h2 id="next">{explore.next}</h2>
        <Link to="/release" search={{ wave: edition.wave }} className="button button-quiet">
          {explore.toWorkbook}
        </Link>
      </section>
    </div>
  );
}

/** What intervals of this kind of sample are called and mean, and who could not be reached. */
function Sampling({ frame: { sampling } }: { frame: ExploreFrame }) {
  const { language, strings } = useSpeech();
  if (sampling === undefined) return null;
  const { interval, meaning, unreached } = sampling;
  return (
    <Disclosure question={strings.explore.sampling}>
      <p>{`${inLanguage(interval, language)}: ${inLanguage(meaning, language)}`}</p>
      <p>{inLanguage(unreached, language)}</p>
    </Disclosure>
  );
}

/** Rows of one cut in the reader's language; undefined until they have arrived. */
function useRows(edition: Edition, frame: ExploreFrame, measure: string, crossing: string, enabled = true) {
  const { language, strings } = useSpeech();
  const cells = useQuery({ ...cellsQuery(edition, { measure, crossing }), enabled });
  const rows =
    cells.data === undefined
      ? undefined
      : figureRows(frame, cells.data, (text) => inLanguage(text, language), strings.explore.country);
  return { rows, alike: cells.data?.alike ?? [], problem: cells.error, again: cells.refetch };
}

function Shown({ frame, edition, asked, onAsk }: ExplorerProps & { frame: ExploreFrame }) {
  const { language, strings } = useSpeech();
  const { explore } = strings;
  const { measure, by, picture } = shownFor(frame, asked);
  const indicator = frame.indicators.find(({ id }) => id === measure?.indicator);
  const id = measure?.id ?? "";
  const { rows, alike, problem, again } = useRows(edition, frame, id, by, measure !== undefined);
  const country = useRows(edition, frame, id, "", measure !== undefined).rows;
  const hasGroups = frame.crossings.some((crossing) => crossing.join() === "municipality-group");
  const groups = useRows(edition, frame, id, "municipality-group", picture === "map" && hasGroups).rows;
  if (measure === undefined || indicator === undefined) return null;
  if (rows === undefined)
    return problem === null ? <Loading /> : <ProblemNote problem={problem} onRetry={again} />;
  const { unit, comparability } = indicator;
  const title = inLanguage(measure.label, language);
  const rowTitle = cutName(frame, by, language) || explore.place;
  const cut = { measure: id, crossing: by };
  const table = (
    <FigureTable
      key={by}
      label={explore.tableOf(title, rowTitle)}
      fileName={[edition.wave, id, by.replace(",", "-")].filter((part) => part !== "").join("-")}
      {...{ rowTitle, rows, unit }}
    />
  );
  if (picture === "trend")
    return <Trend indicator={title} {...{ edition, frame, cut, unit, rowTitle, comparability }} />;
  return (
    <>
      {picture === "map" ? (
        <TileMap indicator={title} groups={groups ?? []} {...{ frame, unit, rows }} />
      ) : null}
      {picture === "intervals" ? (
        <Intervals
          indicator={title}
          country={by === "" ? null : countryOf(country)}
          order={asked.order ?? "name"}
          onOrder={(order) => onAsk({ order })}
          {...{ unit, rows }}
        />
      ) : null}
      {picture === "compare" ? (
        <CompareTwo
          one={asked.one}
          other={asked.other}
          onChoose={onAsk}
          {...{ edition, frame, cut, unit, rows }}
        />
      ) : null}
      {table}
      <Alike groups={alike} rows={rows} />
    </>
  );
}

function countryOf(rows: readonly FigureRow[] | undefined) {
  const cell = rows?.[0]?.cell;
  return cell === undefined ? null : shownCell(cell);
}
