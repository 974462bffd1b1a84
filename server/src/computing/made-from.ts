import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type FieldedWave, type MadeFrom, madeFromFile } from "@tiltas/store/folders";
import type { Reader } from "@tiltas/store/open";
import type { StudyRecord, WaveRecord } from "@tiltas/store/port";
import { planFilesOf } from "./analysis-plan.ts";
import { previousWaveOf } from "./previous-wave.ts";

const madeFrom = dirname(madeFromFile);

type Asked = { readonly wave: string; readonly analysisFolder: string };
type Files = ReadonlyMap<string, string>;

/**
 * Everything but answers and instrument versions from which the figures of a wave are made, as it stands now, by the
 * path under which it is kept beside a release: margins and plans are replaced now and then, a release is made again
 * from what it was made from.
 */
export async function madeFromOf(reader: Reader, { wave: id, analysisFolder }: Asked): Promise<Files> {
  const wave = await reader.findWave(id);
  const study = wave && (await reader.findStudy(wave.study));
  if (!wave || !study) throw new Error("A wave that figures are made from is gone.");
  const before = await previousWaveOf(reader, wave);
  const previous = before === null ? null : ((await reader.findWave(before)) ?? null);
  const plan = await planFilesOf(reader, wave, analysisFolder);
  return new Map([
    [madeFromFile, JSON.stringify(await described(reader, study, wave, previous))],
    ...[...plan].map(([name, text]) => [`${madeFrom}/plan/${name}`, text] as const),
    ...marginsOf("wave", wave),
    ...(previous ? marginsOf("previous-wave", previous) : []),
  ]);
}

async function described(
  reader: Decisions,
  { id, title, synthetic, review }: StudyRecord,
  wave: WaveRecord,
  previous: WaveRecord | null,
): Promise<MadeFrom> {
  return {
    format: "tiltas-made-from/1",
    study: { id, title, synthetic, review: review && { ...review } },
    wave: await fielded(reader, wave),
    previous: previous && (await fielded(reader, previous)),
  };
}

type Decisions = Pick<Reader, "reviewsOf" | "setAsidesOf">;

async function fielded(reader: Decisions, wave: WaveRecord): Promise<FieldedWave> {
  const { id, title, opens, closes, sample, instrument, earlierInstruments, indicators } = wave;
  const holding = (await reader.setAsidesOf(id)).filter(({ liftedAt }) => liftedAt === null);
  return {
    ...{ id, title, opens, closes, sample, instrument, indicators },
    earlierInstruments: [...earlierInstruments],
    decisions: (await reader.reviewsOf(id)).length,
    setAsides: holding.map((setAside) => setAside.id),
  };
}

const marginsOf = (part: string, { margins }: WaveRecord): (readonly [string, string])[] =>
  margins ? [[`${madeFrom}/${part}/margins.csv`, margins.csv]] : [];

export const isSame = (one: Files, other: Files): boolean =>
  one.size === other.size && [...one].every(([name, text]) => other.get(name) === text);

/** Lays the files into the folder of a candidate. */
export async function writeMadeFrom(folder: string, files: Files): Promise<void> {
  for (const [name, text] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, text, { mode: 0o600 });
  }
}
