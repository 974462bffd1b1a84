import { readFile } from "node:fs/promises";
import type { ResponseQuality } from "@tiltas/contract/quality";
import type { Weighing } from "@tiltas/contract/weighing";
import type { Place } from "@tiltas/store/open";
import type { CandidateRecord, Store } from "@tiltas/store/port";
import type { WorkingFile } from "../computing/prepare-release.ts";
import { candidateFolder, releaseFolder, workingFileIn } from "../computing/release-folder.ts";
import type { Waves } from "../fieldwork/waves.ts";

export interface WorkingNeeds {
  readonly store: Pick<Store, "listCandidates" | "findWave" | "marginsUploads" | "analysisPlans">;
  readonly waves: Pick<Waves, "existing">;
  readonly place: Place;
}

/** What those who prepare releases look at first: weights and response quality of the newest computation. */
export interface Working {
  weighing(wave: string): Promise<Weighing>;
  quality(wave: string): Promise<ResponseQuality>;
}

/** What is counted less often is not counted out: the page says so. */
const fewestCounted = 10;

export function createWorking(needs: WorkingNeeds): Working {
  return {
    async weighing(wave) {
      const { file, ...about } = await newest(needs, wave);
      const measures = file?.measures ?? [];
      const units = new Map(file?.indicators.map(({ id, unit }) => [id, unit]));
      return {
        ...about,
        sheet: (file?.weighting as Weighing["sheet"] | undefined) ?? null,
        sensitivity: (file?.sensitivity ?? []).map(({ name, shifts }) => ({
          name,
          shifts: shifts.flatMap(({ measure: at, shift }) => {
            const measure = measures[at];
            if (!measure) return [];
            const { id, indicator, label } = measure;
            return [{ measure: id, label, unit: units.get(indicator) ?? "number", shift }];
          }),
        })),
      };
    },
    async quality(wave) {
      const { file, ...about } = await newest(needs, wave);
      const { exclusions = {}, counts = [], items = [], breakOff = [] } = file?.quality ?? {};
      return {
        ...about,
        exclusions: Object.fromEntries(
          Object.entries(exclusions)
            .filter(([, responses]) => responses > 0)
            .map(([reason, responses]) => [reason, responses < fewestCounted ? null : responses]),
        ),
        counts: counts.map((count) => {
          const codes = file?.labels[count.dimension];
          return { ...count, label: { ...codes?.find(({ code }) => code === count.code)?.label } };
        }),
        items: items.toSorted((one, other) => other.nonresponse - one.nonresponse),
        breakOff: [...breakOff],
        times: file?.times ?? [],
      };
    },
  };
}

type About = Pick<Weighing, "candidate" | "computedAt" | "outdated" | "respondents">;

/** The newest computation of which the files are there. */
async function newest(
  needs: WorkingNeeds,
  wave: string,
): Promise<About & { readonly file: WorkingFile | undefined }> {
  await needs.waves.existing(wave);
  for (const record of await needs.store.listCandidates(wave)) {
    const file = await workingFileOf(needs.place, record);
    if (!file) continue;
    const { id, requestedAt, respondents } = record;
    const outdated = await hasChangedSince(needs, wave, requestedAt);
    return { candidate: id, computedAt: requestedAt.toISOString(), outdated, respondents, file };
  }
  return { candidate: null, computedAt: null, outdated: false, respondents: null, file: undefined };
}

async function workingFileOf(
  { folder }: Place,
  { id, state, wave, release }: CandidateRecord,
): Promise<WorkingFile | undefined> {
  if (state !== "ready" && state !== "released") return undefined;
  const own = release === null ? candidateFolder(folder, id) : releaseFolder(folder, wave, release);
  const text = await readFile(workingFileIn(own), "utf8").catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Other margins, or another plan. */
async function hasChangedSince({ store }: WorkingNeeds, wave: string, then: Date): Promise<boolean> {
  const [upload] = await store.marginsUploads(wave);
  const [plan] = await store.analysisPlans(wave);
  return [upload, plan].some((changed) => changed !== undefined && changed.at > then);
}
