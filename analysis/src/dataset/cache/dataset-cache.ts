import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Instrument } from "@tiltas/instrument/definition";
import type { Mapping } from "@tiltas/instrument/versions";
import type { HarmonisedDataset, ResponseHead } from "../dataset.ts";
import { DatasetDraft } from "../draft.ts";
import { harmonyByMapping } from "../harmony-by-mapping.ts";
import { readerInto, VersionRows, versionVariables } from "../version-rows.ts";
import { isGone, WithdrawnMeanwhile } from "../withdrawn-meanwhile.ts";
import { CachedVersion } from "./cached-version.ts";
import { type FolderLock, lockFolder } from "./lock.ts";
import { openedFolder } from "./version-folder.ts";

/** Where responses are found: what is known of all of them, and the answers of those that were not read before. */
export interface CachedInput<Head extends ResponseHead = ResponseHead> {
  /** The version in whose terms the dataset is told, then the others. */
  readonly instruments: readonly Instrument[];
  readonly mappings: ReadonlyMap<string, Mapping>;
  /** The newest revision of each response, in server order. */
  readonly heads: AsyncIterable<Head> | Iterable<Head>;
  /** JSON text by response id; a response that is not among them was withdrawn meanwhile and does not count. */
  readonly answersOf: (wanted: readonly Head[]) => Promise<ReadonlyMap<string, string>>;
  /** Told now and then how many responses were looked at. */
  readonly onProgress?: (looked: number) => void;
}

/** Cells of a wave's responses, kept between looks: only what is new is read again. */
export interface DatasetCache {
  /**
   * The same dataset as `harmonisedDataset` gives. Cells of responses that are no longer there, or were revised, are
   * overwritten. While somebody else works in the folder, everything is read and nothing is kept.
   */
  harmonised<Head extends ResponseHead>(input: CachedInput<Head>): Promise<HarmonisedDataset>;
}

/** @param folder of one wave, for nothing else */
export function datasetCache({ folder }: { readonly folder: string }): DatasetCache {
  return {
    async harmonised(input) {
      const lock = lockFolder(folder);
      try {
        return await lookThrough(input, lock ? keeping(folder, lock) : readingOnly);
      } catch (error) {
        throw isGone(error) && !existsSync(folder) ? new WithdrawnMeanwhile() : error;
      } finally {
        lock?.release();
      }
    },
  };
}

/**
 * Overwrites everything that the caches of waves keep of one response, at once; a folder in which somebody is working
 * is removed as a whole. Figures that are being computed from it stop.
 *
 * @param root the folder that holds the folders of the waves
 */
export async function forgetInCaches(root: string, responseId: string): Promise<void> {
  if (!existsSync(root)) return;
  for (const wave of readdirSync(root)) await forgetInWave(join(root, wave), responseId);
}

const [attempts, pause] = [20, 50];

async function forgetInWave(folder: string, responseId: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const lock = lockFolder(folder);
    if (lock === undefined) {
      await setTimeout(pause);
      continue;
    }
    try {
      for (const version of readdirSync(folder, { withFileTypes: true }))
        if (version.isDirectory()) forgetInVersion(join(folder, version.name), responseId);
    } finally {
      lock.release();
    }
    return;
  }
  rmSync(folder, { recursive: true, force: true });
}

function forgetInVersion(folder: string, responseId: string): void {
  const version = openedFolder(folder);
  if (version) version.wipe(version.keys.slotsOfOwner(responseId));
  else rmSync(folder, { recursive: true, force: true });
}

/** Rows of the versions in question: where a response is found, or read into. */
interface Shelf {
  readonly rows: ReadonlyMap<string, VersionRows>;
  readonly versions: ReadonlyMap<string, Pick<CachedVersion, "find" | "read" | "isScreenedOut">>;
  touch(): void;
  save(): void;
}

type OpenShelf = (instruments: readonly Instrument[]) => Shelf;

function keeping(folder: string, lock: FolderLock): OpenShelf {
  return (instruments) => {
    const versions = new Map(
      instruments.map((instrument) => [
        instrument.digest,
        new CachedVersion(join(folder, instrument.digest), instrument),
      ]),
    );
    return {
      versions,
      rows: new Map([...versions].map(([digest, { rows }]) => [digest, rows])),
      touch: lock.touch,
      save: () => {
        for (const version of versions.values()) version.save();
      },
    };
  };
}

const readingOnly: OpenShelf = (instruments) => {
  const rows = new Map(
    instruments.map((instrument) => [instrument.digest, new VersionRows(versionVariables(instrument))]),
  );
  return {
    rows,
    versions: new Map(
      instruments.map((instrument) => {
        const read = readerInto(rows.get(instrument.digest)!, instrument);
        return [
          instrument.digest,
          { find: () => undefined, read: (_, answers) => read(answers), isScreenedOut: (slot) => slot < 0 },
        ];
      }),
    ),
    touch: () => undefined,
    save: () => undefined,
  };
};

/** Heads looked at together: the answers they lack are fetched at once. */
const batch = 1_000;

async function lookThrough<Head extends ResponseHead>(
  input: CachedInput<Head>,
  open: OpenShelf,
): Promise<HarmonisedDataset> {
  const { instruments, mappings, heads, onProgress } = input;
  const harmony = harmonyByMapping(instruments, mappings);
  const distinct = [...new Map(instruments.map((each) => [each.digest, each])).values()];
  const shelf = open(distinct);
  const draft = new DatasetDraft(harmony, distinct);
  let looked = 0;
  for await (const some of inBatches(heads)) {
    await placeAll(some, shelf, draft, input.answersOf);
    looked += some.length;
    shelf.touch();
    onProgress?.(looked);
  }
  shelf.save();
  return { ...draft.finished(shelf.rows), comparability: harmony.comparability };
}

async function* inBatches<Head>(heads: AsyncIterable<Head> | Iterable<Head>): AsyncGenerator<Head[]> {
  let some: Head[] = [];
  for await (const head of heads) {
    some.push(head);
    if (some.length < batch) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

async function placeAll<Head extends ResponseHead>(
  heads: readonly Head[],
  { versions }: Shelf,
  draft: DatasetDraft,
  answersOf: CachedInput<Head>["answersOf"],
): Promise<void> {
  const found = heads.map((head) => versions.get(head.instrument)?.find(head));
  const wanted = heads.filter(
    (head, i) => found[i] === undefined && head.leftOut === null && versions.has(head.instrument),
  );
  const answers = wanted.length === 0 ? new Map<string, string>() : await answersOf(wanted);
  heads.forEach((head, i) => {
    const version = versions.get(head.instrument);
    if (head.leftOut !== null) draft.leaveOut(head.leftOut);
    else if (version === undefined) draft.leaveOut("unknown-instrument");
    else {
      const text = answers.get(head.responseId);
      const slot = found[i] ?? (text === undefined ? undefined : version.read(head, text));
      if (slot === undefined) return;
      if (version.isScreenedOut(slot)) draft.leaveOut("screened-out");
      else draft.enter(head, slot);
    }
  });
}
