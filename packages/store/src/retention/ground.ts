import {
  openAccessStore,
  openParadataReader,
  openParadataStore,
  openReading,
  openTransactions,
  type Place,
  type Transactions,
} from "../open/index.ts";
import { findStudy, listWaves } from "../operations/index.ts";
import type { AccessStore, ParadataStore, StudyRecord, WaveRecord } from "../port/index.ts";

/** What retention looks at, and works on while no server runs. */
export interface Ground {
  readonly folder: string;
  /** In one transaction each; where it is only looked at, a reading. */
  readonly transact: Transactions["transact"];
  readonly access: AccessStore;
  /** Undefined where none were ever kept. */
  readonly paradata: Pick<ParadataStore, "countResponses" | "batchesOfWave"> | undefined;
  forgetParadata(wave: string): Promise<void>;
  readonly waves: readonly WaveOfStudy[];
}

export interface WaveOfStudy {
  readonly wave: WaveRecord;
  readonly study: StudyRecord;
}

/** Looks only, beside a running server. */
export async function lookAt<Result>(
  place: Place,
  work: (ground: Ground) => Promise<Result>,
): Promise<Result> {
  const { read, close } = openReading(place);
  const closing: { close(): Promise<void> }[] = [{ close }];
  try {
    const access = await openAccessStore(place);
    closing.push(access);
    const paradata = await openParadataReader(place);
    if (paradata) closing.push(paradata);
    const forgetParadata = () => Promise.reject(new Error("Who only looks removes nothing."));
    const waves = await wavesWithStudies(read);
    return await work({ folder: place.folder, transact: read, access, paradata, forgetParadata, waves });
  } finally {
    for (const opened of closing.reverse()) await opened.close();
  }
}

/** Works on the data; the caller holds the folder. */
export async function workOn<Result>(
  place: Place,
  work: (ground: Ground, compact: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const { transact, compact, close } = openTransactions(place);
  const closing: { close(): Promise<void> }[] = [{ close }];
  try {
    const access = await openAccessStore(place);
    closing.push(access);
    const paradata = await openParadataStore(place);
    closing.push(paradata);
    const forgetParadata = async (wave: string) => void (await paradata.forgetWave(wave));
    const waves = await wavesWithStudies(transact);
    return await work({ folder: place.folder, transact, access, paradata, forgetParadata, waves }, compact);
  } finally {
    for (const opened of closing.reverse()) await opened.close();
  }
}

async function wavesWithStudies(transact: Ground["transact"]): Promise<readonly WaveOfStudy[]> {
  const found: WaveOfStudy[] = [];
  for (const wave of await transact((context) => listWaves(context))) {
    const study = await transact((context) => findStudy(context, wave.study));
    if (study) found.push({ wave, study });
  }
  return found;
}
