import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Candidate } from "@tiltas/contract/releases";
import { useEffect } from "react";
import { api, ProblemNote, useStrings } from "../shell/index.ts";
import { Button, notify, Progress } from "../widgets/index.ts";
import { candidatesQuery, followWave } from "./queries.ts";

interface ComputeProps {
  wave: string;
  candidate: Candidate | undefined;
  /** Told when one of its buttons did its work, and is gone. */
  onActed: () => void;
}

/** Asks for the figures of a wave, shows how far they are, and says why there are none when there are none. */
export function Compute({ wave, candidate, onActed }: ComputeProps) {
  const { release } = useStrings();
  const queries = useQueryClient();
  const isRunning = candidate?.state === "running";
  const isReady = candidate?.state === "ready";
  useEffect(() => {
    if (isRunning) followWave(queries, wave);
  }, [isRunning, queries, wave]);
  const again = () => queries.invalidateQueries({ queryKey: candidatesQuery(wave).queryKey });
  const prepare = useMutation({
    mutationFn: () => api.prepareRelease(wave),
    onSuccess: onActed,
    onSettled: again,
  });
  return (
    <section className="card stack" aria-labelledby="compute">
      <h2 id="compute" tabIndex={-1}>
        {release.computeTitle}
      </h2>
      {isReady ? (
        <p>{release.candidate(candidate.respondents ?? 0, candidate.requestedAt)}</p>
      ) : (
        <p className="quiet">{candidate?.state === "outdated" ? release.outdated : release.computeLead}</p>
      )}
      {candidate?.state === "failed" ? (
        <p className="remark failure">
          {release.failed} <span lang="en">{candidate.failure}</span>
        </p>
      ) : null}
      <ProblemNote problem={prepare.error} />
      {isRunning ? (
        <Running candidate={candidate} onActed={onActed} />
      ) : (
        <div className="acts">
          <Button
            kind={isReady || candidate?.state === "released" ? "quiet" : "act"}
            busy={prepare.isPending}
            onPress={() => prepare.mutate()}
            testId="prepare"
          >
            {candidate === undefined ? release.compute : release.computeAgain}
          </Button>
          {isReady ? <ThrowAway candidate={candidate} onActed={onActed} /> : null}
        </div>
      )}
    </section>
  );
}

interface ActProps {
  candidate: Candidate;
  onActed: () => void;
}

function Running({ candidate, onActed }: ActProps) {
  const { release } = useStrings();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => api.dropCandidate(candidate.id),
    onSuccess: onActed,
    onSettled: () => queries.invalidateQueries({ queryKey: candidatesQuery(candidate.wave).queryKey }),
  });
  return (
    <div className="running" data-testid="running-candidate">
      <Progress label={release.progress} value={candidate.progress} doing={release.steps[candidate.step]} />
      <div className="running-below">
        <p className="quiet">{release.goesOn}</p>
        <Button busy={cancel.isPending} onPress={() => cancel.mutate()} testId="cancel-candidate">
          {release.cancel}
        </Button>
      </div>
      <ProblemNote problem={cancel.error} />
    </div>
  );
}

function ThrowAway({ candidate, onActed }: ActProps) {
  const { release } = useStrings();
  const queries = useQueryClient();
  const drop = useMutation({
    mutationFn: () => api.dropCandidate(candidate.id),
    onSuccess: () => {
      notify({ sentence: release.thrownAway });
      onActed();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: candidatesQuery(candidate.wave).queryKey }),
  });
  return (
    <>
      <ProblemNote problem={drop.error} />
      <Button kind="plain" busy={drop.isPending} onPress={() => drop.mutate()} testId="throw-away">
        {release.throwAway}
      </Button>
    </>
  );
}
