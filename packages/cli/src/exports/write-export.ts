import { randomUUID } from "node:crypto";
import {
  type PastMoment,
  type Reader,
  snapshotOf,
  versionsBetween,
  type WaveSnapshot,
} from "@tiltas/store/open";
import type { StudyRecord, WaveRecord } from "@tiltas/store/port";
import { CommandError } from "../terminal/index.ts";
import { type ExportedWave, ExportFile, lineOf, partsOfExport } from "./export-file.ts";
import { ExportFolder } from "./export-folder.ts";
import { readMe } from "./read-me.ts";

export interface ExportOrder {
  readonly study: StudyRecord;
  readonly wave: WaveRecord;
  readonly previous: WaveRecord | null;
  /** Files that lie in the export as they are, by their path: the analysis plan, a release that is to be made again. */
  readonly texts: ReadonlyMap<string, string>;
  /** The moment at which that release was made, by wave; none where waves are taken as they stand. */
  readonly moments: ReadonlyMap<string, PastMoment>;
  readonly software: string;
  readonly out: string;
}

/**
 * Writes everything the chain of a wave needs as plain files.
 *
 * @returns what `export.json` says
 * @throws CommandError when the folder is not empty or a version is not kept here
 */
export async function writeExport(reader: Reader, order: ExportOrder): Promise<ExportFile> {
  const { study, wave, previous, texts, software, out } = order;
  const folder = new ExportFolder(out);
  for (const [name, text] of texts) folder.write(name, text);
  const content = {
    format: "tiltas-export/1",
    software,
    study: { id: study.id, title: study.title, synthetic: study.synthetic },
    wave: await writeWave(reader, order, wave, folder),
    previous: previous && (await writeWave(reader, order, previous, folder)),
    files: {},
  };
  folder.write("README.md", readMe(study.synthetic));
  const written = ExportFile.parse({ ...content, files: sorted(folder.digests) });
  folder.write("export.json", `${JSON.stringify(written, null, 2)}\n`);
  return written;
}

async function writeWave(
  reader: Reader,
  { wave: own, moments }: ExportOrder,
  wave: WaveRecord,
  folder: ExportFolder,
): Promise<ExportedWave> {
  const { id, title, opens, closes, sample, indicators, margins } = wave;
  const part = wave.id === own.id ? partsOfExport.wave : partsOfExport.previous;
  const pinned = [wave.instrument, ...wave.earlierInstruments];
  const between = await versionsBetween(reader, [own.instrument, ...pinned]);
  const instruments: string[] = [];
  for (const digest of [...pinned, ...between]) instruments.push(await writeVersion(reader, digest, folder));
  if (margins) folder.write(`${part}/margins.csv`, margins.csv);
  const snapshot = await snapshotOf(reader, wave, moments.get(id));
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
    const { sequence, revision, hash, instrument, language, mode, leftOut, answers } = response;
    const { channel, changes = null } = response;
    yield lineOf({
      sequence,
      // Another number in every export: nothing in it leads back to a response on the server or on a device.
      responseId: randomUUID(),
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
