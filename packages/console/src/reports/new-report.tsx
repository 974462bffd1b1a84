import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReportRequest } from "@tiltas/contract/reports";
import { useState } from "react";
import { api, ProblemNote, useSpeech } from "../shell/index.ts";
import { Button, ChoiceField } from "../widgets/index.ts";
import { reportsQuery } from "./queries.ts";
import { watchWave } from "./watched-waves.ts";

/** Asks for a report of a wave in one of the two languages. */
export function NewReport({ wave }: { wave: string }) {
  const { language: spoken, strings } = useSpeech();
  const { reports } = strings;
  const queries = useQueryClient();
  const [language, setLanguage] = useState<ReportRequest["language"]>(spoken);
  const compute = useMutation({
    mutationFn: () => api.computeReport(wave, { language }),
    onSuccess: (report) => {
      queries.setQueryData(reportsQuery(wave).queryKey, (known) => [
        report,
        ...(known ?? []).filter(({ id }) => id !== report.id),
      ]);
      watchWave(queries, wave);
      return queries.invalidateQueries({ queryKey: reportsQuery(wave).queryKey });
    },
  });
  return (
    <section className="new-report" aria-labelledby="new-report">
      <h2 id="new-report">{reports.computeTitle}</h2>
      <ProblemNote problem={compute.error} />
      <div className="new-report-fields">
        <ChoiceField
          label={reports.language}
          layout="row"
          value={language}
          onChange={setLanguage}
          choices={[
            { value: "lt", label: reports.languages.lt },
            { value: "en", label: reports.languages.en },
          ]}
        />
        <Button kind="act" busy={compute.isPending} onPress={() => compute.mutate()} testId="compute-report">
          {reports.compute}
        </Button>
      </div>
    </section>
  );
}
