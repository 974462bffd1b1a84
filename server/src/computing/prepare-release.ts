import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { type Candidate, type ChainInput, prepareRelease, releaseText } from "@tiltas/analysis/chain";
import { keptMasks } from "@tiltas/analysis/disclosure";
import type { ReleaseFile } from "@tiltas/analysis/release";
import type { ResponseQuality } from "@tiltas/contract/quality";
import { masksFile } from "@tiltas/store/folders";
import { openReader } from "@tiltas/store/open";
import { type ChangesSince, changedBefore, changesSince } from "./changes-since.ts";
import { writeExploreFiles } from "./explore-files.ts";
import { isSame, madeFromOf, writeMadeFrom } from "./made-from.ts";
import { pageTimesOf } from "./page-times.ts";
import { previewOf } from "./preview.ts";
import {
  candidateFileIn,
  policies,
  previewFileIn,
  releaseFileIn,
  releaseFolder,
  workingFileIn,
} from "./release-folder.ts";
import type { ComputingProgress, Outcomes, PrepareRelease } from "./task.ts";
import { inputOf } from "./wave-input.ts";

/** What of a candidate lies beside its release files. */
export interface CandidateFile extends Omit<Candidate, "releases"> {
  /** Municipalities that have a page of their own. */
  readonly sheets: readonly string[];
  /** As everybody may know it. */
  readonly respondents: number;
  /** A correction that changes fewer records could speak of single persons. */
  readonly changedAtLeast: number;
  /** Against the newest release when it was computed; null where there was none. */
  readonly since: ChangesSince | null;
}

/** Weights and response quality, for those who prepare releases. */
export interface WorkingFile
  extends Pick<ReleaseFile, "weighting" | "sensitivity" | "measures" | "indicators" | "quality"> {
  /** How long pages take. */
  readonly times: ResponseQuality["times"];
  /** Of the codes by which respondents are counted, by dimension. */
  readonly labels: Readonly<Record<string, readonly { readonly code: string; readonly label: Text }[]>>;
}
type PageTime = ResponseQuality["times"][number];
type Text = Readonly<Record<string, string>>;

/** Runs in a worker thread: computes a wave's figures and lays them into a folder of their own. */
export async function prepare(
  task: PrepareRelease,
  tell: (progress: ComputingProgress) => void,
): Promise<Outcomes["prepare-release"]> {
  const { place, wave, folder } = task;
  const reader = await openReader(place);
  try {
    tell({ step: "reading", progress: 0 });
    const changed = await changedBefore(reader, wave);
    const madeFrom = await madeFromOf(reader, task);
    const input = await inputOf(reader, task);
    if (!isSame(madeFrom, await madeFromOf(reader, task))) throw new ReplacedMeanwhile();
    const masks = keptMasks(masksFile(place.folder, wave));
    const candidate = await prepareRelease(input, {
      onProgress: (step, progress) => tell({ step, progress }),
      masks,
    });
    masks.save();
    const before = changed && (await readReleases(releaseFolder(place.folder, wave, changed.newest.number)));
    const preview = previewOf(candidate.releases, candidate.digests, before);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const respondents = candidate.records.find((record) => record.wave === wave)?.entered ?? 0;
    const times = await pageTimesOf(place, wave, input.wave.instruments);
    const since = changesSince(changed, candidate.digests);
    await writeCandidate(folder, candidate, { changedAtLeast: mostOf(input), since, times });
    await writeMadeFrom(folder, madeFrom);
    await writeFile(previewFileIn(folder), JSON.stringify(preview));
    return { state: "ready", respondents, preview };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await reader.close();
  }
}

/** Figures would be made from one thing and kept beside another. */
class ReplacedMeanwhile extends Error {
  override readonly name = "ReplacedMeanwhile";
  constructor() {
    super("Margins, plan or decisions were replaced while these figures began. Compute them again.");
  }
}

const mostOf = ({ plan }: ChainInput): number =>
  Math.max(...[...plan.policies.values()].map(({ republish }) => republish.changedRecords));

/** Lays figures into a folder: their files, what can be explored of them, and what those see who prepare them. */
export async function writeCandidate(
  folder: string,
  { releases, ...candidate }: Candidate,
  {
    times,
    ...changes
  }: Pick<CandidateFile, "changedAtLeast" | "since"> & {
    readonly times: readonly PageTime[];
  },
): Promise<void> {
  for (const [policy, release] of releases) {
    await writeFile(releaseFileIn(folder, policy), releaseText(release));
    await writeExploreFiles(folder, release);
  }
  const { weighting, sensitivity, measures, indicators, quality, ladder, lattice } =
    releases.get("ministry") ?? [...releases.values()][0]!;
  const sheets = ladder.flatMap(({ municipality, stands }) => (stands === "group" ? [] : [municipality]));
  const { respondents } = (releases.get("public") ?? [...releases.values()][0]!).wave;
  const file: CandidateFile = { ...candidate, sheets, respondents, ...changes };
  await writeFile(candidateFileIn(folder), JSON.stringify(file));
  const labels = Object.fromEntries(lattice.dimensions.map(({ id, codes }) => [id, codes]));
  const working: WorkingFile = {
    weighting,
    sensitivity,
    measures,
    indicators,
    quality,
    labels,
    times: [...times],
  };
  await writeFile(workingFileIn(folder), JSON.stringify(working));
}

/** The files of every policy in a folder of a release or candidate. */
export async function readReleases(folder: string): Promise<ReadonlyMap<ReleaseFile["policy"], ReleaseFile>> {
  const read = policies.map(
    async (policy) =>
      [policy, JSON.parse(await readFile(releaseFileIn(folder, policy), "utf8")) as ReleaseFile] as const,
  );
  return new Map(await Promise.all(read));
}
