import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Candidate } from "@tiltas/contract/releases";
import { useEffect, useEffectEvent, useRef } from "react";
import { wavesQuery } from "../fieldwork/index.ts";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { notify } from "../widgets/index.ts";
import { endedSince } from "./progress-of-release.ts";
import { candidatesQuery, followedWavesQuery } from "./queries.ts";

/** Follows figures that are being computed, on whatever page one is, and tells when they are there. */
export function CandidateWatch() {
  const followed = useQuery(followedWavesQuery).data;
  return followed.map((wave) => <WaveWatch key={wave} wave={wave} />);
}

function WaveWatch({ wave }: { wave: string }) {
  const { language, strings } = useSpeech();
  const { release } = strings;
  const candidates = useQuery(candidatesQuery(wave)).data;
  const waves = useQuery(wavesQuery).data;
  const navigate = useNavigate();
  const before = useRef<readonly Candidate[]>([]);
  const tell = useEffectEvent(({ state }: Candidate) => {
    const known = waves?.find(({ id }) => id === wave);
    const title = known === undefined ? wave : inLanguage(known.title, language);
    const about = `release of ${wave}`;
    const action = {
      label: release.show,
      onPress: () => void navigate({ to: "/release", search: { wave } }),
    };
    if (state === "ready") notify({ about, sentence: release.ready(title), action });
    if (state === "failed") notify({ about, sentence: release.broke(title), action });
    if (state === "cancelled") notify({ about, sentence: release.cancelled });
  });
  useEffect(() => {
    if (candidates === undefined) return;
    for (const candidate of endedSince(before.current, candidates)) tell(candidate);
    before.current = candidates;
  }, [candidates]);
  return null;
}
