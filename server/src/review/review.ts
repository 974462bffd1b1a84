import { Refusal } from "@tiltas/contract/problems";
import {
  type FlagReport,
  type ReviewDecision,
  type ReviewedResponse,
  type ReviewPage,
  type ReviewState,
  standardReviewRule,
} from "@tiltas/contract/reviews";
import type { Place } from "@tiltas/store/open";
import type { AccessStore, LookRecord, NewReview, ReviewableResponse, Store } from "@tiltas/store/port";
import type { Waves } from "../fieldwork/waves.ts";
import { fullHour } from "./hour.ts";
import type { Flags, LookInto } from "./task.ts";

export interface ReviewNeeds {
  readonly store: Pick<
    Store,
    "review" | "reviewsOf" | "countStates" | "responsesToReview" | "keepLook" | "findLook"
  >;
  readonly access: Pick<AccessStore, "findPerson">;
  readonly waves: Pick<Waves, "find" | "study">;
  readonly place: Place;
  readonly analysisFolder: string;
  readonly lookInto: LookInto;
  readonly clock: () => Date;
}

/** Which responses a person wants to see. */
export interface ReviewFilter {
  readonly state?: ReviewState | undefined;
  /** Only those that carry signs of fabrication. */
  readonly flagged: boolean;
  readonly after: number;
}

export interface Review {
  page(wave: string, filter: ReviewFilter): Promise<ReviewPage>;
  decide(wave: string, decision: ReviewDecision, person: string): Promise<ReviewedResponse>;
  /** Looks for signs of fabrication and keeps what was found until the next look. */
  look(wave: string): Promise<FlagReport>;
  /** What the last look found; null before the first one. */
  lastLook(wave: string): Promise<FlagReport | null>;
}

const pageSize = 50;

/** Reviewers see what the plan objected to and what was decided, never the answers. */
export function createReview(needs: ReviewNeeds): Review {
  const { store, waves, lookInto, place, analysisFolder, clock } = needs;
  const lastLook = async (wave: string): Promise<FlagReport | null> => {
    const look = await store.findLook(wave);
    return look ? foundIn(look) : null;
  };
  return {
    async page(wave, { state, flagged, after }) {
      const known = await existing(waves, wave);
      const flags = flagsOf(await lastLook(wave));
      const only = flagged ? { only: [...flags.keys()] } : {};
      const found = await store.responsesToReview({ wave, state, after, size: pageSize + 1, ...only });
      const shown = found.slice(0, pageSize);
      return {
        counts: await store.countStates(wave),
        rule: (await waves.study(known)).review ?? standardReviewRule,
        responses: await reviewed(needs, wave, shown, flags),
        next: found.length > pageSize ? (shown.at(-1)?.sequence ?? null) : null,
      };
    },
    async decide(wave, { responseId, revision, state, reason }, person) {
      await existing(waves, wave);
      const ofWave = { wave, only: [responseId], after: 0, size: 1 };
      if ((await store.responsesToReview(ofWave)).length === 0) throw unknownResponse();
      const kept = await store.review({ responseId, revision, state, reason, by: person, at: clock() });
      if (kept === "unknown") throw unknownResponse();
      if (kept === "superseded") throw superseded();
      const [decided] = await reviewed(
        needs,
        wave,
        await store.responsesToReview(ofWave),
        flagsOf(await lastLook(wave)),
      );
      if (!decided) throw unknownResponse();
      return decided;
    },
    async look(wave) {
      await existing(waves, wave);
      const found = await lookInto.flags({ place, wave, analysisFolder });
      const at = clock();
      await store.keepLook({ wave, at, found: JSON.stringify(found) });
      return { at: at.toISOString(), ...found };
    },
    async lastLook(wave) {
      await existing(waves, wave);
      return lastLook(wave);
    },
  };
}

async function existing(waves: ReviewNeeds["waves"], id: string) {
  const wave = await waves.find(id);
  if (wave) return wave;
  throw new Refusal("wave-unknown", "There is no wave with this name on this server.");
}

/** What a look found, without those who have withdrawn since: an empty text stands in their place. */
function foundIn({ at, found }: LookRecord): FlagReport {
  const { runs, speeders, ...rest }: Flags = JSON.parse(found);
  const named = (ids: readonly string[]) => ids.filter((id) => id !== "");
  return {
    at: at.toISOString(),
    ...rest,
    runs: runs.map((run) => ({ ...run, ids: named(run.ids) })),
    speeders: named(speeders),
  };
}

/** Signs that a response itself carries, by its identity. */
function flagsOf(report: FlagReport | null): ReadonlyMap<string, readonly string[]> {
  const flags = new Map<string, string[]>();
  const add = (id: string, flag: string) => flags.set(id, [...(flags.get(id) ?? []), flag]);
  for (const { ids } of report?.runs ?? []) for (const id of ids) add(id, "identical-run");
  for (const id of report?.speeders ?? []) add(id, "speeder");
  return flags;
}

async function reviewed(
  { store, access }: ReviewNeeds,
  wave: string,
  responses: readonly ReviewableResponse[],
  flags: ReadonlyMap<string, readonly string[]>,
): Promise<ReviewedResponse[]> {
  const ids = responses.map(({ responseId }) => responseId);
  const history = Map.groupBy(await store.reviewsOf(wave, ids), ({ responseId }) => responseId);
  const people = [...new Set([...history.values()].flat().map(({ by }) => by))];
  const emails = new Map(
    await Promise.all(people.map(async (id) => [id, (await access.findPerson(id))?.email ?? ""] as const)),
  );
  return responses.map((response) => shown(response, history.get(response.responseId) ?? [], flags, emails));
}

function shown(
  { sequence: _sequence, receivedAt, findings, ...response }: ReviewableResponse,
  history: readonly NewReview[],
  flags: ReadonlyMap<string, readonly string[]>,
  emails: ReadonlyMap<string, string>,
): ReviewedResponse {
  return {
    ...response,
    receivedAt: fullHour(receivedAt),
    findings: JSON.parse(findings),
    flags: [...(flags.get(response.responseId) ?? [])],
    history: history.map(({ state, reason, by, at }) => ({
      state,
      reason,
      by: emails.get(by) ?? "",
      at: at.toISOString(),
    })),
  };
}

const unknownResponse = () =>
  new Refusal("not-found", "There is no such response in this wave. It may have been withdrawn.");
const superseded = () =>
  new Refusal("response-conflict", "A newer revision of this response has arrived. Look at it, then decide.");
