import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { wavesQuery } from "../fieldwork/index.ts";
import {
  Empty,
  inLanguage,
  Loading,
  Page,
  ProblemNote,
  Synthetic,
  useMay,
  useSpeech,
} from "../shell/index.ts";
import { SelectField } from "../widgets/index.ts";
import { latestFinished, newestFirst } from "./completion.ts";
import { NewReport } from "./new-report.tsx";
import { reportsQuery } from "./queries.ts";
import { ReportList } from "./report-list.tsx";
import { RunningReport } from "./running-report.tsx";
import { watchWave } from "./watched-waves.ts";

/** Reports of one wave; without a wave in the address, of the first in the list. */
export function ReportsPage({ wave: asked }: { wave?: string }) {
  const { reports } = useSpeech().strings;
  const { fieldwork } = useSpeech().strings;
  const waves = useQuery(wavesQuery);
  const wave =
    waves.data?.find((candidate) => candidate.id === asked) ??
    (asked === undefined ? waves.data?.[0] : undefined);
  const lost = waves.isSuccess && wave === undefined && waves.data.length > 0;
  return (
    <Page name="reports" title={reports.title} sentence={<Sentence wave={wave?.id} />}>
      {waves.isPending ? <Loading /> : null}
      <ProblemNote problem={waves.error} onRetry={() => waves.refetch()} />
      {waves.data?.length === 0 ? <Empty title={fieldwork.noWavesTitle}>{fieldwork.noWaves}</Empty> : null}
      {waves.data !== undefined && waves.data.length > 0 ? <WaveChoice chosen={wave?.id ?? null} /> : null}
      {lost ? <p className="remark">{reports.waveLost}</p> : null}
      {wave === undefined ? null : <Synthetic study={wave} />}
      {wave === undefined ? null : <WaveReports key={wave.id} wave={wave.id} />}
    </Page>
  );
}

function Sentence({ wave }: { wave: string | undefined }) {
  const { reports: words } = useSpeech().strings;
  const reports = useQuery({ ...reportsQuery(wave ?? ""), enabled: wave !== undefined }).data ?? [];
  const latest = latestFinished(reports);
  if (reports.some((report) => report.state === "running")) return words.running;
  return latest === undefined ? words.lead : words.latest(latest.respondents ?? 0, latest.requestedAt);
}

function WaveChoice({ chosen }: { chosen: string | null }) {
  const { language, strings } = useSpeech();
  const waves = useQuery(wavesQuery).data ?? [];
  const navigate = useNavigate();
  const options = waves.map(({ id, title, studyTitle }) => ({
    value: id,
    label: `${inLanguage(studyTitle, language)} · ${inLanguage(title, language)}`,
  }));
  if (options.length === 1 && options[0]?.value === chosen)
    return <p className="wave-chosen">{options[0].label}</p>;
  return (
    <SelectField
      label={strings.reports.wave}
      options={options}
      value={chosen}
      placeholder={strings.reports.chooseWave}
      onChange={(wave) => void navigate({ to: "/reports", search: { wave } })}
    />
  );
}

function WaveReports({ wave }: { wave: string }) {
  const { reports: words } = useSpeech().strings;
  const queries = useQueryClient();
  const allowed = useMay();
  const reports = useQuery(reportsQuery(wave));
  const list = newestFirst(reports.data ?? []);
  const running = list.filter((report) => report.state === "running");
  const ended = list.filter((report) => report.state !== "running");
  const anyRunning = running.length > 0;
  useEffect(() => {
    if (anyRunning) watchWave(queries, wave);
  }, [anyRunning, queries, wave]);
  return (
    <div className="wave-reports">
      <ProblemNote
        problem={reports.data === undefined ? reports.error : null}
        onRetry={() => reports.refetch()}
      />
      {reports.data !== undefined && reports.isError ? <p className="quiet">{words.unavailable}</p> : null}
      {allowed("report.compute") ? <NewReport wave={wave} /> : null}
      {running.map((report) => (
        <RunningReport key={report.id} report={report} />
      ))}
      {reports.isSuccess && list.length === 0 ? (
        <Empty title={words.noneTitle}>{allowed("report.compute") ? words.none : words.noneToRead}</Empty>
      ) : null}
      {ended.length > 0 ? <ReportList reports={ended} /> : null}
    </div>
  );
}
