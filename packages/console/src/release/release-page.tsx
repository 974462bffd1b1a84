import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { WaveSummary } from "@tiltas/contract/waves";
import { releasesQuery } from "../explore/index.ts";
import { WorkOnWave } from "../fieldwork/index.ts";
import { Loading, ProblemNote, useHeadingFocus, useMay, useSpeech } from "../shell/index.ts";
import { Compute } from "./compute.tsx";
import { Preview } from "./preview.tsx";
import { currentCandidate, stageOf } from "./progress-of-release.ts";
import { candidatesQuery } from "./queries.ts";
import { ReleaseList } from "./release-list.tsx";
import { Sign } from "./sign.tsx";
import { TheWay } from "./the-way.tsx";

/** From answers to released figures: compute, look at what is hidden, sign; then what can be downloaded. */
export function ReleasePage({ wave }: { wave?: string }) {
  const { release } = useSpeech().strings;
  const navigate = useNavigate();
  return (
    <WorkOnWave
      name="release"
      title={release.title}
      lead={release.lead}
      asked={wave}
      onChoose={(chosen) => void navigate({ to: "/release", search: { wave: chosen } })}
      sentence={({ id }) => <Sentence wave={id} />}
    >
      {(chosen) => <OfWave key={chosen.id} wave={chosen} />}
    </WorkOnWave>
  );
}

/** Candidates are looked at by those who may prepare a release. */
function useCandidates(wave: string) {
  const mayPrepare = useMay()("release.prepare");
  const candidates = useQuery({ ...candidatesQuery(wave), enabled: mayPrepare });
  return { mayPrepare, candidates, current: currentCandidate(candidates.data ?? []) };
}

function Sentence({ wave }: { wave: string }) {
  const { sentences } = useSpeech().strings.release;
  const { current } = useCandidates(wave);
  const [newest] = useQuery(releasesQuery(wave)).data ?? [];
  if (current?.state === "running") return sentences.running;
  if (current?.state === "ready") return current.signatures.length > 0 ? sentences.waiting : sentences.ready;
  return newest === undefined ? sentences.none : sentences.released(newest.number, newest.releasedAt);
}

function OfWave({ wave }: { wave: WaveSummary }) {
  const { release } = useSpeech().strings;
  const { mayPrepare, candidates, current } = useCandidates(wave.id);
  const releases = useQuery(releasesQuery(wave.id));
  const ready = current?.state === "ready" ? current : undefined;
  const [newest] = releases.data ?? [];
  const focusOn = useHeadingFocus(!candidates.isFetching && !releases.isFetching);
  return (
    <div className="release">
      {mayPrepare ? <TheWay stage={stageOf(current)} /> : <p className="quiet">{release.noPrepare}</p>}
      <ProblemNote problem={candidates.error} onRetry={() => candidates.refetch()} />
      {mayPrepare && candidates.isPending ? <Loading /> : null}
      {mayPrepare && candidates.isSuccess ? (
        <Compute wave={wave.id} candidate={current} onActed={() => focusOn("compute")} />
      ) : null}
      {ready === undefined ? null : <Preview candidate={ready} />}
      {ready === undefined || releases.data === undefined ? null : (
        <Sign
          key={ready.id}
          candidate={ready}
          corrects={newest?.number ?? null}
          onSigned={(isReleased) => focusOn(isReleased ? "release-list" : "sign-title")}
        />
      )}
      <ProblemNote problem={releases.error} onRetry={() => releases.refetch()} />
      {releases.data === undefined ? null : <ReleaseList releases={releases.data} />}
    </div>
  );
}
