import { join } from "node:path";
import type { ChainInput, ChainWave } from "@tiltas/analysis/chain";
import { IndicatorSet } from "@tiltas/analysis/indicators";
import { readCsv } from "@tiltas/formats/tables";
import { type Instrument, readInstrument } from "@tiltas/instrument/definition";
import { Mapping, sha256 } from "@tiltas/instrument/versions";
import { InstrumentFolderError, readInstrumentFolder } from "@tiltas/store/folders";
import { CommandError } from "../terminal/index.ts";
import { type ExportedWave, type ExportFile, partsOfExport } from "./export-file.ts";
import { readExportFile, readIfThere } from "./intact.ts";
import { readPlan } from "./plan-files.ts";
import { readResponses, type Through } from "./read-responses.ts";

interface Version {
  readonly instrument: Instrument;
  readonly indicatorSets: readonly {
    readonly number: number;
    readonly digest: string;
    readonly set: unknown;
  }[];
  readonly mapping: Mapping | undefined;
}

/** An export, and what the chain reads of it. */
export interface ExportRead {
  readonly exported: ExportFile;
  readonly input: ChainInput;
}

/**
 * Reads an export as the chain takes it; responses are read when the chain asks for them.
 *
 * @param software version of Tiltas that goes the way now
 * @throws CommandError when the folder is no export, or a file in it is missing or no longer what it was
 */
export async function readExport(
  folder: string,
  software: string,
  through: Through = new Map(),
): Promise<ExportRead> {
  const exported = await readExportFile(folder);
  const versions = readVersions(folder, exported);
  const own = versionsOf(exported.wave, versions);
  const [first] = own;
  if (!first) throw new CommandError(`The export in "${folder}" names no version for its wave.`);
  const wave = waveOf(folder, partsOfExport.wave, exported.wave, own, through);
  const { previous } = exported;
  const input: ChainInput = {
    study: exported.study,
    indicators: indicatorsOf(first, exported.wave.indicators),
    wave,
    previous:
      previous &&
      waveOf(folder, partsOfExport.previous, previous, [first, ...versionsOf(previous, versions)], through),
    plan: readPlan(join(folder, "plan")),
    software,
  };
  return { exported, input };
}

function readVersions(folder: string, { wave, previous }: ExportFile): ReadonlyMap<string, Version> {
  const paths = [...wave.instruments, ...(previous?.instruments ?? [])];
  return new Map(paths.map((path) => [path, readVersion(join(folder, path))]));
}

function readVersion(path: string): Version {
  try {
    const folder = readInstrumentFolder(path);
    const mapping = folder.mappings.at(-1);
    return {
      instrument: readInstrument(folder),
      indicatorSets: folder.indicatorSets,
      mapping: mapping && Mapping.parse(mapping.set),
    };
  } catch (error) {
    if (error instanceof InstrumentFolderError) throw new CommandError(error.message);
    throw error;
  }
}

function versionsOf({ instruments }: ExportedWave, versions: ReadonlyMap<string, Version>): Version[] {
  return instruments.flatMap((path) => versions.get(path) ?? []);
}

function indicatorsOf({ indicatorSets }: Version, number: number): ChainInput["indicators"] {
  const named = indicatorSets.find((set) => set.number === number);
  if (!named)
    throw new CommandError(
      `The wave names indicators ${number}, which its version in the export does not hold. Write the export again.`,
    );
  return { set: IndicatorSet.parse(named.set), digest: named.digest };
}

function waveOf(
  folder: string,
  part: string,
  { id, title, opens, closes, sample }: ExportedWave,
  versions: readonly Version[],
  through: Through,
): ChainWave {
  const distinct = [...new Map(versions.map((version) => [version.instrument.digest, version])).values()];
  const instruments = distinct.map(({ instrument }) => instrument);
  const mappings = new Map(
    distinct.flatMap(({ instrument, mapping }) => (mapping ? [[instrument.digest, mapping] as const] : [])),
  );
  const margins = readIfThere(join(folder, part, "margins.csv"));
  return {
    wave: { id, title, opens, closes, sample },
    instruments,
    mappings,
    margins: margins === null ? null : { ...readCsv(margins), digest: sha256(margins) },
    data: readResponses(join(folder, part, "responses.jsonl"), { instruments, mappings }, through.get(id)),
  };
}
