import { type Reader, snapshotOf, type WaveSnapshot } from "@tiltas/store/open";
import type { StudyRecord, WaveRecord } from "@tiltas/store/port";
import { CommandError } from "../terminal/index.ts";
import { type ExportedWave, ExportFile, lineOf, partsOfExport } from "./export-file.ts";
import { ExportFolder } from "./export-folder.ts";
import { readMe } from "./read-me.ts";

export interface ExportOrder {
  readonly study: StudyRecord;
  readonly wave: WaveRecord;
  readonly previous: WaveRecord | null;
  /** Files of the analysis plan by their path inside it. */
  readonly plan: ReadonlyMap<string, string>;
  readonly software: string;
  /** Files of a release that is to be made again, by their name; empty where none is. */
  readonly release: ReadonlyMap<string, string>;
  readonly out: string;
}

/**
 * Writes everything the chain of a wave needs as plain files.
 *
 * @returns what `export.json` says
 * @throws CommandError when the folder is not empty or a version is not kept here
 */
export async function writeExport(reader: Reader, order: ExportOrder): Promise<ExportFile> {
  const { study, wave, previous, plan, software, release, out } = order;
  const folder = new ExportFolder(out);
  for (const [name, text] of plan) folder.write(`plan/${name}`, text);
  for (const [name, text] of release) folder.write(`release/${name}`, text);
  const content = {
    format: "tiltas-export/1",
    software,
    study: { id: study.id, title: study.title, synthetic: study.synthetic },
    wave: await writeWave(reader, wave, partsOfExport.wave, folder),
    previous: previous && (await writeWave(reader, previous, partsOfExport.previous, folder)),
    files: {},
  };
  folder.write("README.md", readMe(study.synthetic));
  const written = ExportFile.parse({ ...content, files: sorted(folder.digests) });
  folder.write("export.json", `${JSON.stringify(written, null, 2)}\n`);
  return written;
}

async function writeWave(
  reader: Reader,
  wave: WaveRecord,
  part: string,
  folder: ExportFolder,
): Promise<ExportedWave> {
  const { id, title, opens, closes, sample, indicators, margins } = wave;
  const instruments: string[] = [];
  for (const digest of [wave.instrument, ...wave.earlierInstruments])
    instruments.push(await writeVersion(reader, digest, folder));
  if (margins) folder.write(`${part}/margins.csv`, margins.csv);
  const snapshot = await snapshotOf(reader, wave);
  const responses = await folder.writeLines(`${part}/responses.jsonl`, linesOf(snapshot));
  return { id, title, opens, closes, sample, instruments, indicators, responses, asOf: snapshot.asOf };
}

/** Both waves may have been asked on the same version: it lies there once. */
async function writeVersion(reader: Reader, digest: string, folder: ExportFolder): Promise<string> {
  const record = await reader.findInstrument(digest);
  if (!record)
    throw new CommandError(
      `The instrument version ${digest.slice(0, 12)}… of the wave is not in these data. Publish it again.`,
    );
  const path = `instruments/${record.id}/${record.version}`;
  if (!folder.has(path))
    for (const [name, text] of Object.entries(record.files)) folder.write(`${path}/${name}`, text);
  return path;
}

async function* linesOf({ responses }: WaveSnapshot): AsyncGenerator<string> {
  for await (const response of responses) {
    const { sequence, responseId, revision, hash, instrument, language, mode, leftOut, answers } = response;
    const { channel, changes = null } = response;
    yield lineOf({
      sequence,
      responseId,
      revision,
      hash,
      instrument,
      language,
      mode,
      channel,
      changes,
      leftOut,
      answers,
    });
  }
}

function sorted(digests: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(digests).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
