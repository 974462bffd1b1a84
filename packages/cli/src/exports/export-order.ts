import { sha256 } from "@tiltas/instrument/versions";
import type { FieldedWave } from "@tiltas/store/folders";
import { type PastMoment, type Reader, waveBefore } from "@tiltas/store/open";
import type { ReviewRule, StudyRecord, WaveRecord } from "@tiltas/store/port";
import { CommandError } from "../terminal/index.ts";
import { partsOfExport } from "./export-file.ts";
import { planOfFolder } from "./plan-files.ts";
import type { FrozenRelease } from "./release-files.ts";
import type { ExportOrder } from "./write-export.ts";

type Order = Omit<ExportOrder, "software" | "out">;

interface Asked {
  readonly wave: string;
  /** The wave that changes are measured from, or "none". */
  readonly previous?: string;
  /** Folder of the analysis plan that holds where the wave has none of its own. */
  readonly plan: string;
}

/** A wave as it stands now. @throws CommandError naming the wave that is not there */
export async function orderOfToday(reader: Reader, asked: Asked): Promise<Order> {
  const [wave, study] = await findWave(reader, asked.wave);
  const previous = await previousOf(reader, wave, asked.previous);
  const plan = await planFilesOf(reader, wave, asked.plan);
  return { study, wave, previous, texts: under("plan", plan), moments: new Map() };
}

/** A wave as it stood when a release was made from it, whatever was replaced or decided since. */
export async function orderOfRelease(reader: Reader, release: FrozenRelease): Promise<Order> {
  const { manifest, madeFrom, files, texts } = release;
  const [current, study] = await findWave(reader, madeFrom.wave.id);
  const before = madeFrom.previous && (await findWave(reader, madeFrom.previous.id))[0];
  const through = new Map(manifest.records.map((record) => [record.wave, record.through]));
  const moment = ({ id, decisions, setAsides }: FieldedWave): [string, PastMoment] => [
    id,
    {
      through: through.get(id) ?? 0,
      decisions,
      setAsides,
      review: madeFrom.study.review as ReviewRule | null,
    },
  ];
  const plan = [...texts].filter(([name]) => name.startsWith("plan/"));
  const { wave, previous } = madeFrom;
  return {
    study: { ...study, title: madeFrom.study.title, synthetic: madeFrom.study.synthetic },
    wave: asFielded(current, wave, texts.get(`${partsOfExport.wave}/margins.csv`)),
    previous:
      before && previous && asFielded(before, previous, texts.get(`${partsOfExport.previous}/margins.csv`)),
    texts: new Map([...plan, ...files]),
    moments: new Map([wave, ...(previous ? [previous] : [])].map(moment)),
  };
}

function asFielded(current: WaveRecord, then: FieldedWave, csv: string | undefined): WaveRecord {
  const { decisions: _decisions, setAsides: _setAsides, ...fielded } = then;
  return {
    ...current,
    ...fielded,
    margins: csv === undefined ? null : { csv, digest: sha256(csv) },
  };
}

/** The standard plan, and over it the parts that the wave's own plan has. */
async function planFilesOf(
  reader: Reader,
  { id }: WaveRecord,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const [own] = await reader.analysisPlans(id);
  const parts = (["lattice", "weighting", "policies"] as const).flatMap((part) => {
    const text = own?.[part] ?? null;
    return text === null ? [] : [[`${part}.json`, text] as const];
  });
  return new Map([...planOfFolder(folder), ...parts]);
}

const under = (folder: string, files: ReadonlyMap<string, string>) =>
  new Map([...files].map(([name, text]) => [`${folder}/${name}`, text]));

async function findWave(reader: Reader, id: string): Promise<[WaveRecord, StudyRecord]> {
  const wave = await reader.findWave(id);
  const study = wave && (await reader.findStudy(wave.study));
  if (wave && study) return [wave, study];
  const known = (await reader.listWaves()).map((other) => other.id).join(", ");
  throw new CommandError(
    `There is no wave "${id}" in these data. ${known ? `There are: ${known}.` : "They hold no wave yet."}`,
  );
}

/** The named one; else that of the wave's analysis plan; without a plan the newest that had closed before. */
async function previousOf(
  reader: Reader,
  wave: WaveRecord,
  named: string | undefined,
): Promise<WaveRecord | null> {
  if (named === "none") return null;
  if (named !== undefined) return earlierOf(wave, (await findWave(reader, named))[0]);
  const [plan] = await reader.analysisPlans(wave.id);
  if (!plan) return waveBefore(reader, wave);
  return plan.previousWave === null ? null : (await findWave(reader, plan.previousWave))[0];
}

function earlierOf(wave: WaveRecord, named: WaveRecord): WaveRecord {
  if (named.study === wave.study && named.id !== wave.id && named.opens <= wave.opens) return named;
  throw new CommandError(
    `Changes of the wave "${wave.id}" cannot be measured from "${named.id}": it is not an earlier wave of the same study. Name one with --previous, or none.`,
  );
}
