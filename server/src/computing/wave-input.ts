import type { ChainInput, ChainWave, DatasetRead } from "@tiltas/analysis/chain";
import { readCsv } from "@tiltas/formats/tables";
import type { Mapping } from "@tiltas/instrument/versions";
import {
  headsOf,
  mappingOf,
  type Place,
  type Reader,
  type SnapshotHead,
  versionsBetween,
} from "@tiltas/store/open";
import type { WaveRecord } from "@tiltas/store/port";
import { readPublished } from "../instruments/instruments.ts";
import { analysisPlanOf } from "./analysis-plan.ts";
import { cacheOfWave } from "./datasets.ts";
import type { PrepareRelease } from "./task.ts";

interface Version {
  readonly published: ReturnType<typeof readPublished>;
  /** From the version before it, as its authors answered. */
  readonly mapping: Mapping | undefined;
}

/** What becomes of a response: as the wave has it, or left out for another reason. */
type Judge = (head: SnapshotHead) => SnapshotHead;
const asItIs: Judge = (head) => head;

/**
 * Everything the figures of a wave are made from, as the store has it now.
 *
 * @param judge for a look at what would be, were some responses of the wave left out
 */
export async function inputOf(
  reader: Reader,
  {
    place,
    wave: id,
    analysisFolder,
    software,
  }: Pick<PrepareRelease, "place" | "wave" | "analysisFolder" | "software">,
  judge = asItIs,
): Promise<ChainInput> {
  const wave = await existing(reader, id);
  const study = await reader.findStudy(wave.study);
  if (!study) throw new Error("The study of a wave is gone.");
  const { previousWave, plan } = await analysisPlanOf(reader, wave, analysisFolder);
  const versions = await versionsOf(reader, wave);
  const [first] = versions;
  const indicators = first?.published.indicatorSets.find(({ number }) => number === wave.indicators);
  if (!first || !indicators) throw new Error("The wave names indicators that its instrument does not hold.");
  const before = previousWave === null ? null : await existing(reader, previousWave);
  return {
    study: { id: study.id, title: study.title, synthetic: study.synthetic },
    indicators: { set: indicators.set, digest: indicators.digest },
    wave: partOf(reader, place, wave, versions, judge),
    previous: before && partOf(reader, place, before, await versionsOf(reader, before, wave.instrument)),
    plan,
    software,
  };
}

/** One wave as the chain reads it, in the terms of its own version. */
export async function waveOf(reader: Reader, place: Place, id: string): Promise<ChainWave> {
  const wave = await existing(reader, id);
  return partOf(reader, place, wave, await versionsOf(reader, wave));
}

function partOf(
  reader: Reader,
  place: Place,
  record: WaveRecord,
  versions: readonly Version[],
  judge = asItIs,
): ChainWave {
  const { id, title, opens, closes, sample, margins } = record;
  const distinct = [
    ...new Map(versions.map((version) => [version.published.instrument.digest, version])).values(),
  ];
  const instruments = distinct.map(({ published }) => published.instrument);
  const mappings = new Map(
    distinct.flatMap(({ published, mapping }) =>
      mapping ? [[published.instrument.digest, mapping] as const] : [],
    ),
  );
  return {
    wave: { id, title, opens, closes, sample },
    instruments,
    mappings,
    margins: margins && { ...readCsv(margins.csv), digest: margins.digest },
    data: () => readCells(reader, place, record, { instruments, mappings }, judge),
  };
}

/** The wave as one moment has it; only what was not read before is read. */
async function readCells(
  reader: Reader,
  place: Place,
  record: WaveRecord,
  versions: Pick<ChainWave, "instruments" | "mappings">,
  judge: Judge,
): Promise<DatasetRead> {
  let through = 0;
  async function* followed(): AsyncGenerator<SnapshotHead> {
    for await (const head of headsOf(reader, record)) {
      through = Math.max(through, head.sequence);
      yield judge(head);
    }
  }
  const dataset = await cacheOfWave(place, record.id).harmonised({
    ...versions,
    heads: followed(),
    // They are the heads that were followed, so each knows its place.
    answersOf: (wanted) =>
      reader.answersAt((wanted as readonly SnapshotHead[]).map(({ sequence }) => sequence)),
  });
  return { dataset, through };
}

/** Those that its responses may pin, and those on the way between them; `inTermsOf` first, else the wave's own. */
async function versionsOf(
  reader: Reader,
  { instrument, earlierInstruments }: WaveRecord,
  inTermsOf = instrument,
): Promise<readonly Version[]> {
  const pinned = [...new Set([inTermsOf, instrument, ...earlierInstruments])];
  const digests = [...pinned, ...(await versionsBetween(reader, pinned))];
  const records = await Promise.all(digests.map((digest) => reader.findInstrument(digest)));
  return records.flatMap((record) =>
    record ? [{ published: readPublished(record), mapping: mappingOf(record) }] : [],
  );
}

async function existing(reader: Reader, id: string): Promise<WaveRecord> {
  const wave = await reader.findWave(id);
  if (!wave) throw new Error("A wave that figures are made from is gone.");
  return wave;
}
