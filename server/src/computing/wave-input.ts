import { type ChainInput, type ChainResponse, type ChainWave, readDataset } from "@tiltas/analysis/chain";
import { readCsv } from "@tiltas/formats/tables";
import { Mapping } from "@tiltas/instrument/versions";
import { type Reader, snapshotOf } from "@tiltas/store/open";
import type { WaveRecord } from "@tiltas/store/port";
import { readPublished } from "../instruments/instruments.ts";
import { analysisPlanOf } from "./analysis-plan.ts";
import type { PrepareRelease } from "./task.ts";

interface Version {
  readonly published: ReturnType<typeof readPublished>;
  /** From the version before it, as its authors answered. */
  readonly mapping: Mapping | undefined;
}

/** Everything the figures of a wave are made from, as the store has it now. */
export async function inputOf(
  reader: Reader,
  { wave: id, analysisFolder, software }: Pick<PrepareRelease, "wave" | "analysisFolder" | "software">,
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
    wave: partOf(reader, wave, versions),
    previous: before && partOf(reader, before, [first, ...(await versionsOf(reader, before))]),
    plan,
    software,
  };
}

/** One wave as the chain reads it, in the terms of its own version. */
export async function waveOf(reader: Reader, id: string): Promise<ChainWave> {
  const wave = await existing(reader, id);
  return partOf(reader, wave, await versionsOf(reader, wave));
}

function partOf(reader: Reader, record: WaveRecord, versions: readonly Version[]): ChainWave {
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
    data: () => readDataset({ instruments, mappings, responses: responsesOf(reader, record) }),
  };
}

/** As one moment has them. */
async function* responsesOf(reader: Reader, wave: WaveRecord): AsyncGenerator<ChainResponse> {
  const { responses } = await snapshotOf(reader, wave);
  for await (const { changes = null, ...response } of responses) yield { ...response, changes };
}

async function versionsOf(
  reader: Reader,
  { instrument, earlierInstruments }: WaveRecord,
): Promise<readonly Version[]> {
  const records = await Promise.all(
    [instrument, ...earlierInstruments].map((digest) => reader.findInstrument(digest)),
  );
  return records.flatMap((record) =>
    record ? [{ published: readPublished(record), mapping: mappingIn(record.files) }] : [],
  );
}

/** The newest of `mapping/N.json`. */
function mappingIn(files: Readonly<Record<string, string>>): Mapping | undefined {
  const numbers = Object.keys(files).flatMap((path) => /^mapping\/(\d+)\.json$/.exec(path)?.[1] ?? []);
  const newest = Math.max(0, ...numbers.map(Number));
  const text = files[`mapping/${newest}.json`];
  return text === undefined ? undefined : Mapping.parse(JSON.parse(text));
}

async function existing(reader: Reader, id: string): Promise<WaveRecord> {
  const wave = await reader.findWave(id);
  if (!wave) throw new Error("A wave that figures are made from is gone.");
  return wave;
}
