import { Refusal } from "@tiltas/contract/problems";
import type { Candidate, CandidatePreview, Signature } from "@tiltas/contract/releases";
import type { Place } from "@tiltas/store/open";
import type { AccessStore, CandidateRecord, Store } from "@tiltas/store/port";
import { previousWaveOf } from "../computing/previous-wave.ts";
import { candidateFolder, previewFileIn } from "../computing/release-folder.ts";
import type { Compute, ComputingProgress, Outcomes } from "../computing/task.ts";
import type { Waves } from "../fieldwork/waves.ts";
import { foldersIn, readJson, removeFolder } from "./files.ts";
import { inTurn } from "./in-turn.ts";
import { putReleasesInPlace, release } from "./release.ts";
import { showCandidates } from "./shown.ts";

export interface CandidatesNeeds {
  readonly store: Pick<
    Store,
    | "beginCandidate"
    | "endCandidate"
    | "findCandidate"
    | "listCandidates"
    | "signCandidate"
    | "keepRelease"
    | "listReleases"
    | "analysisPlans"
    | "listWaves"
    | "findInstrument"
  >;
  readonly access: Pick<AccessStore, "findPerson">;
  readonly waves: Pick<Waves, "existing" | "list" | "study">;
  readonly compute: Compute;
  readonly place: Place;
  /** Folder of the standard analysis plan. */
  readonly analysisFolder: string;
  readonly software: string;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** Figures on their way to being released. */
export interface Candidates {
  /** Begins to compute the figures of a wave; the ones that are being computed already, if there are any. */
  compute(wave: string, person: string): Promise<Candidate>;
  list(wave: string): Promise<Candidate[]>;
  get(id: string): Promise<Candidate>;
  /** Stops what is being computed, or throws away what is not released. */
  cancel(id: string): Promise<Candidate>;
  /** How much is hidden and why. @throws candidate-not-ready */
  preview(id: string): Promise<CandidatePreview>;
  /** The last signature needed releases. @throws candidate-not-ready, candidate-outdated, same-signature, notes-differ */
  sign(id: string, signature: Signature, person: string): Promise<Candidate>;
  /** After somebody withdrew: stops and removes what holds them. */
  forget(): Promise<void>;
  /** What was being computed when the server stopped has failed; call once at the start. */
  recover(): Promise<void>;
  /** The server stops: what is running is left to the next start. */
  abandon(): void;
}

export interface Running extends ComputingProgress {
  readonly wave: string;
  readonly stop: AbortController;
}

/** Under way or waiting, in all; more are refused. */
const runningAtMost = 6;

export function createCandidates(needs: CandidatesNeeds): Candidates {
  const { store, waves, place } = needs;
  const running = new Map<string, Running>();
  const takeTurns = inTurn();
  const show = async (records: readonly CandidateRecord[]) => showCandidates(needs, records, running);
  const shown = async (record: CandidateRecord) => (await show([record]))[0]!;
  const remove = (id: string) => removeFolder(candidateFolder(place.folder, id));
  return {
    async compute(wave, person) {
      const known = await waves.existing(wave);
      for (const [id, under] of running) if (under.wave === wave) return shown(await existing(store, id));
      if (running.size >= runningAtMost) throw tooMany();
      const id = needs.newId();
      running.set(id, { wave, step: "waiting", progress: 0, stop: new AbortController() });
      try {
        const previousWave = await previousWaveOf(store, known);
        const asked = { id, wave, requestedAt: needs.clock(), requestedBy: person, previousWave };
        await store.beginCandidate(asked);
      } catch (error) {
        running.delete(id);
        throw error;
      }
      void follow(needs, running, { id, wave });
      return shown(await existing(store, id));
    },
    async list(wave) {
      await waves.existing(wave);
      return show(await store.listCandidates(wave));
    },
    get: async (id) => shown(await existing(store, id)),
    async cancel(id) {
      await existing(store, id);
      running.get(id)?.stop.abort();
      running.delete(id);
      const cancelled = await store.endCandidate({
        ...{ id, state: "cancelled", respondents: null, failure: null },
      });
      if (cancelled?.state === "cancelled") await remove(id);
      return shown(cancelled ?? (await existing(store, id)));
    },
    async preview(id) {
      refuseUnready(await existing(store, id));
      const preview = await readJson<CandidatePreview>(previewFileIn(candidateFolder(place.folder, id)));
      if (!preview) throw notReady();
      return preview;
    },
    async sign(id, signature, person) {
      return takeTurns(id, async () => {
        const record = await existing(store, id);
        if (hasReleased(record, person)) return shown(record);
        refuseUnready(record);
        return shown(await release(needs, record, signature, person));
      });
    },
    async forget() {
      for (const [id, { stop }] of running) {
        if ((await store.findCandidate(id))?.state === "running") continue;
        stop.abort();
        running.delete(id);
      }
      for (const record of await everyCandidate(needs))
        if (record.state === "outdated") await remove(record.id);
    },
    async recover() {
      await putReleasesInPlace(needs);
      const waiting = new Set<string>();
      for (const { id, state } of await everyCandidate(needs)) {
        if (state === "running")
          await store.endCandidate({ id, state: "failed", respondents: null, failure: restarted });
        if (state === "ready") waiting.add(id);
      }
      for (const id of await foldersIn(candidateFolder(place.folder, "")))
        if (!waiting.has(id)) await remove(id);
    },
    abandon: () => running.clear(),
  };
}

async function everyCandidate({ store, waves }: CandidatesNeeds): Promise<readonly CandidateRecord[]> {
  const ofWaves = (await waves.list()).map(({ id }) => store.listCandidates(id));
  return (await Promise.all(ofWaves)).flat();
}

/** Waits for the worker and keeps what came of it; what was cancelled or became outdated meanwhile stays so. */
async function follow(
  { store, compute, place, analysisFolder, software }: CandidatesNeeds,
  running: Map<string, Running>,
  { id, wave }: Pick<CandidateRecord, "id" | "wave">,
): Promise<void> {
  const started = running.get(id);
  if (!started) return;
  const folder = candidateFolder(place.folder, id);
  let outcome: Outcomes["prepare-release"];
  try {
    outcome = await compute(
      { kind: "prepare-release", place, wave, analysisFolder, folder, software },
      {
        signal: started.stop.signal,
        onProgress: (progress) => {
          if (running.has(id)) running.set(id, { ...started, ...progress });
        },
      },
    );
  } catch {
    outcome = { state: "failed", failure: brokeDown };
  }
  if (running.has(id)) {
    const { state } = outcome;
    const respondents = outcome.state === "ready" ? outcome.respondents : null;
    const failure = outcome.state === "failed" ? outcome.failure : null;
    // If even this cannot be kept, the next start calls it failed.
    await store.endCandidate({ id, state, respondents, failure }).catch(() => undefined);
    running.delete(id);
  }
  const kept = await store.findCandidate(id).catch(() => undefined);
  if (kept && kept.state !== "ready" && kept.state !== "released") await removeFolder(folder);
}

async function existing(store: CandidatesNeeds["store"], id: string): Promise<CandidateRecord> {
  const record = await store.findCandidate(id);
  if (!record) throw new Refusal("not-found", "There are no figures with this identity.");
  return record;
}

/** Whoever presses twice, or asks again because the answer was lost, has signed once. */
const hasReleased = ({ state, signatures }: CandidateRecord, person: string) =>
  state === "released" && signatures.some(({ by }) => by === person);

function refuseUnready({ state }: CandidateRecord): void {
  if (state === "outdated")
    throw new Refusal(
      "candidate-outdated",
      "Somebody has withdrawn their answers since these figures were computed. Compute them again.",
    );
  if (state !== "ready") throw notReady();
}

const notReady = () =>
  new Refusal(
    "candidate-not-ready",
    "These figures are not ready, or no longer wait for anybody. Look at their state.",
  );
const tooMany = () =>
  new Refusal("overloaded", "Many releases are being computed. Wait until one is finished.");
const restarted =
  "The server was restarted while these figures were being computed. Please compute them again.";
const brokeDown =
  "The computation ended unexpectedly; it may have needed more memory than it may use. Please compute it again, and if that fails too, tell whoever operates this server.";
