import type { Report } from "@tiltas/contract/reports";
import { api, useSpeech } from "../shell/index.ts";
import { Icon, type IconName } from "../widgets/index.ts";

const marks: Record<Report["state"], IconName> = {
  running: "circle",
  finished: "check",
  failed: "attention",
  cancelled: "dash",
};

/** Reports that have ended, newest first, with their workbooks. */
export function ReportList({ reports }: { reports: readonly Report[] }) {
  const { reports: words } = useSpeech().strings;
  const { columns } = words;
  return (
    <section aria-labelledby="report-list">
      <h2 id="report-list">{words.earlier}</h2>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{columns.requested}</th>
            <th scope="col">{columns.language}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col" className="numeric">
              {columns.respondents}
            </th>
            <th scope="col">{columns.workbook}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ReportRow({ report }: { report: Report }) {
  const { reports: words, format } = useSpeech().strings;
  const { columns } = words;
  const language = words.languages[report.language];
  const requested = format.moment(report.requestedAt);
  return (
    <tr data-testid="report-row">
      <th scope="row" className="report-time">
        {requested}
      </th>
      <td data-head={columns.language}>{language}</td>
      <td data-head={columns.state}>
        <span className={`mark-word mark-${report.state}`}>
          <Icon name={marks[report.state]} />
          {words.states[report.state]}
        </span>
        {report.failure === null ? null : <p className="failure">{report.failure}</p>}
      </td>
      <td data-head={columns.respondents} className="numeric">
        {report.respondents === null ? "" : format.number(report.respondents)}
      </td>
      <td data-head={columns.workbook}>
        {report.state === "finished" ? (
          <a
            className="button button-quiet"
            href={api.workbook(report.id)}
            download
            data-testid="download-report"
            aria-label={words.downloadFor(language, requested)}
          >
            <Icon name="download" />
            {words.download}
          </a>
        ) : null}
      </td>
    </tr>
  );
}
