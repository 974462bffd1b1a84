import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Report } from "@tiltas/contract/reports";
import { api, ProblemNote, useSpeech } from "../shell/index.ts";
import { Button, Progress } from "../widgets/index.ts";
import { reportsQuery } from "./queries.ts";

/** A report on its way: how far it is, what is being done, and how to stop it. */
export function RunningReport({ report }: { report: Report }) {
  const { reports } = useSpeech().strings;
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => api.cancelReport(report.id),
    onSettled: () => queries.invalidateQueries({ queryKey: reportsQuery(report.wave).queryKey }),
  });
  return (
    <section className="running-report" data-testid="running-report">
      <Progress
        label={reports.progressLabel(reports.languages[report.language])}
        value={report.progress}
        doing={reports.steps[report.step]}
      />
      <div className="running-report-below">
        <p className="quiet">{reports.goesOn}</p>
        <Button busy={cancel.isPending} onPress={() => cancel.mutate()} testId="cancel-report">
          {reports.cancel}
        </Button>
      </div>
      <ProblemNote problem={cancel.error} />
    </section>
  );
}
