import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { WorkOnWave } from "../fieldwork/index.ts";
import { Empty, ProblemNote, useMay, useSpeech } from "../shell/index.ts";
import { latestFinished, newestFirst } from "./completion.ts";
import { NewReport } from "./new-report.tsx";
import { reportsQuery } from "./queries.ts";
import { ReportList } from "./report-list.tsx";
import { RunningReport } from "./running-report.tsx";
import { watchWave } from "./watched-waves.ts";

/** Reports of one wave; without a wave in the address, of the first in the list. */
export function ReportsPage({ wave }: { wave?: string }) {
  const { reports } = useSpeech().strings;
  const navigate = useNavigate();
  return (
    <WorkOnWave
      name="reports"
      title={reports.title}
      lead={reports.lead}
      asked={wave}
      onChoose={(chosen) => void navigate({ to: "/reports", search: { wave: chosen } })}
      sentence={({ id }) => <Sentence wave={id} />}
    >
      {({ id }) => <WaveReports key={id} wave={id} />}
    </WorkOnWave>
  );
}

function Sentence({ wave }: { wave: string }) {
  const { reports: words } = useSpeech().strings;
  const reports = useQuery(reportsQuery(wave)).data ?? [];
  const latest = latestFinished(reports);
  if (reports.some((report) => report.state === "running")) return words.running;
  return latest === undefined ? words.lead : words.latest(latest.respondents ?? 0, latest.requestedAt);
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
