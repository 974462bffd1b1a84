import { mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { releaseBeside } from "@tiltas/analysis/release";
import { Refusal } from "@tiltas/contract/problems";
import type { PolicyName, Release } from "@tiltas/contract/releases";
import type { Place } from "@tiltas/store/open";
import type { PersonRecord, ReleaseRecord, Store, WaveRecord } from "@tiltas/store/port";
import { manifestFileIn, outputsIn, releaseFolder } from "../computing/release-folder.ts";
import type { Compute, MakeOutput } from "../computing/task.ts";
import type { Waves } from "../fieldwork/waves.ts";
import { policyOf } from "./policy.ts";

export interface ReleasesNeeds {
  readonly store: Pick<Store, "listReleases">;
  readonly waves: Pick<Waves, "existing" | "list" | "study">;
  readonly compute: Compute;
  readonly place: Place;
}

/** Somebody who asks; what they read follows from who they are. */
export type Reading = Pick<PersonRecord, "role" | "municipality">;

/** What is asked for of a release. */
export type Wanted = Pick<MakeOutput, "output" | "language" | "municipality">;

export interface DownloadedFile {
  readonly path: string;
  readonly name: string;
  readonly type: string;
}

/** Frozen releases, and the files that people take from them. */
export interface Releases {
  /** The newest of every wave. */
  newest(person: Reading): Promise<Release[]>;
  list(wave: string, person: Reading): Promise<Release[]>;
  get(wave: string, number: number, person: Reading): Promise<Release>;
  /** Made at the first asking, and the same bytes from then on. */
  output(wave: string, number: number, wanted: Wanted, person: Reading): Promise<DownloadedFile>;
  /** @throws not-permitted for those who read by the public policy */
  manifest(wave: string, number: number, person: Reading): Promise<DownloadedFile>;
}

export function createReleases(needs: ReleasesNeeds): Releases {
  const { store, waves, place } = needs;
  const list = async (id: string, person: Reading) => {
    const wave = await waves.existing(id);
    const records = await store.listReleases(id);
    const { synthetic } = await waves.study(wave);
    return records.map((record) => shown(record, { wave, synthetic, records, policy: policyOf(person) }));
  };
  const get = async (wave: string, number: number, person: Reading) => {
    const found = (await list(wave, person)).find((release) => release.number === number);
    if (!found) throw unknown();
    return found;
  };
  const being = new Map<string, Promise<void>>();
  return {
    async newest(person) {
      const all = await Promise.all((await waves.list()).map(({ id }) => list(id, person)));
      return all
        .flatMap(([newest]) => (newest ? [newest] : []))
        .sort((one, other) => other.releasedAt.localeCompare(one.releasedAt));
    },
    list,
    get,
    async output(wave, number, wanted, person) {
      await get(wave, number, person);
      const policy = wanted.output === "open-data" ? "public" : policyOf(person);
      const file = fileOf(wave, number, wanted, policy);
      const path = join(outputsIn(releaseFolder(place.folder, wave, number)), policy, file.key);
      if (!(await isThere(path))) {
        const making = being.get(path) ?? make(needs, { wave, number, wanted, policy, path });
        being.set(path, making);
        await making.finally(() => being.delete(path));
      }
      return { path, name: file.name, type: file.type };
    },
    async manifest(wave, number, person) {
      await get(wave, number, person);
      if (policyOf(person) !== "ministry") throw notTheirs();
      return {
        path: manifestFileIn(releaseFolder(place.folder, wave, number)),
        name: `tiltas-${plain(wave)}-${number}-manifest.json`,
        type: "application/json",
      };
    },
  };
}

interface Beside {
  readonly wave: WaveRecord;
  readonly synthetic: boolean;
  readonly records: readonly ReleaseRecord[];
  readonly policy: PolicyName;
}

function shown(record: ReleaseRecord, { wave, synthetic, records, policy }: Beside): Release {
  const { number, releasedAt, signedBy, notes, respondents, corrects, changed, withdrawnSince } = record;
  return {
    wave: wave.id,
    waveTitle: { ...wave.title },
    number,
    synthetic,
    releasedAt: releasedAt.toISOString(),
    signedBy: policy === "ministry" ? [...signedBy] : [],
    notes: JSON.parse(notes),
    respondents,
    corrects,
    correctedBy: records.find((later) => later.corrects === number)?.number ?? null,
    changed: changed.filter((sentence) => policy === "ministry" || sentence.startsWith("public:")),
    withdrawnSince: policy === "ministry" ? withdrawnSince : Math.floor(withdrawnSince / 10) * 10,
    policy,
    digest: record.digests[`release/${policy}`] ?? "",
    sheets: [...record.sheets],
  };
}

const types = {
  workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  sheet: "text/html; charset=utf-8",
  "open-data": "application/zip",
} as const;
const endings = { workbook: "xlsx", sheet: "html", "open-data": "zip" } as const;

function fileOf(
  wave: string,
  number: number,
  { output, language, municipality }: Wanted,
  policy: PolicyName,
) {
  const parts = output === "sheet" ? [output, municipality ?? "", language] : [output, language];
  const key = `${(output === "open-data" ? [output] : parts).join("-")}.${endings[output]}`;
  return { key, name: `tiltas-${plain(wave)}-${number}-${policy}-${key}`, type: types[output] };
}

async function make(
  { store, compute, place }: ReleasesNeeds,
  asked: { wave: string; number: number; wanted: Wanted; policy: PolicyName; path: string },
): Promise<void> {
  const { wave, number, wanted, policy, path } = asked;
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  const folder = releaseFolder(place.folder, wave, number);
  const beside = await folderBeside({ store, place }, wave, number);
  const file = `${path}.new`;
  const made = await compute({ kind: "make-output", ...wanted, folder, beside, policy, file });
  if (made.state === "failed") throw new Refusal("internal", made.failure);
  if (made.state === "unknown") throw noSheet();
  await rename(file, path);
}

/** The folder of the release that stood beside this one when it was frozen: what is written of it stays the same. */
async function folderBeside(
  { store, place }: Pick<ReleasesNeeds, "store" | "place">,
  wave: string,
  number: number,
): Promise<string | null> {
  const record = (await store.listReleases(wave)).find((release) => release.number === number);
  const beside = record && releaseBeside(record.digests);
  return beside ? releaseFolder(place.folder, beside.wave, beside.number) : null;
}

const isThere = async (path: string) => (await stat(path).catch(() => undefined)) !== undefined;
const plain = (wave: string) => wave.replaceAll(/[^a-z0-9-]/gi, "-");

const unknown = () => new Refusal("not-found", "This wave has no release with this number.");
const noSheet = () =>
  new Refusal("not-found", "This release knows no municipality with this code. Choose one from its list.");
const notTheirs = () =>
  new Refusal("not-permitted", "The manifest is for those who work for the whole country.");
