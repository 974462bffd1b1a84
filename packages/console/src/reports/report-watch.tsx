import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Report } from "@tiltas/contract/reports";
import { useEffect, useEffectEvent, useRef } from "react";
import { wavesQuery } from "../fieldwork/index.ts";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { notify } from "../widgets/index.ts";
import { endedSince } from "./completion.ts";
import { reportsQuery } from "./queries.ts";
import { watchedWavesQuery } from "./watched-waves.ts";

/** Follows reports that are being computed, on whatever page one is, and tells when one is done. */
export function ReportWatch() {
  const watched = useQuery(watchedWavesQuery).data;
  return watched.map((wave) => <WaveWatch key={wave} wave={wave} />);
}

function WaveWatch({ wave }: { wave: string }) {
  const { language, strings } = useSpeech();
  const reports = useQuery(reportsQuery(wave)).data;
  const waves = useQuery(wavesQuery).data;
  const navigate = useNavigate();
  const before = useRef<readonly Report[]>([]);
  const tell = useEffectEvent((report: Report) => {
    const known = waves?.find((candidate) => candidate.id === wave);
    const title = known === undefined ? wave : inLanguage(known.title, language);
    const action = {
      label: strings.reports.show,
      onPress: () => void navigate({ to: "/reports", search: { wave } }),
    };
    if (report.state === "finished") notify({ sentence: strings.reports.ready(title), action });
    if (report.state === "failed") notify({ sentence: strings.reports.failed(title), action });
    if (report.state === "cancelled") notify({ sentence: strings.reports.cancelled });
  });
  useEffect(() => {
    if (reports === undefined) return;
    for (const report of endedSince(before.current, reports)) tell(report);
    before.current = reports;
  }, [reports]);
  return null;
}
