import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { MarginsError, readMargins } from "@tiltas/analysis/weighting";
import { readCsv, TableError } from "@tiltas/formats/tables";
import type { Instrument } from "@tiltas/instrument/definition";
import { sha256 } from "@tiltas/instrument/versions";
import type { Store } from "@tiltas/store/port";
import type { Instruments } from "../instruments/instruments.ts";
import { codesByRole } from "./codes-by-role.ts";
import { refuseOtherwise, refuseUntold, refuseWhatItLacks } from "./refusals.ts";
import { WaveFile, WaveFileError } from "./wave-file.ts";

interface Needs {
  readonly store: Pick<Store, "listInstruments" | "saveStudy" | "saveWave" | "findWave" | "marginsUploads">;
  readonly instruments: Instruments;
}

/**
 * Brings the waves of `waves/*.json` in the data folder into the store; a changed file changes its wave.
 *
 * @returns how many there are
 * @throws WaveFileError naming the file, the place and the remedy; nothing is saved then
 */
export async function openWaves(needs: Needs, dataFolder: string): Promise<number> {
  const folder = join(dataFolder, "waves");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json")).sort();
  const waves = await Promise.all(names.map((name) => readWave(needs, folder, name)));
  refuseOtherwise(waves);
  for (const { study, wave } of waves) {
    await needs.store.saveStudy(study);
    await needs.store.saveWave({ ...wave, margins: (await uploaded(needs, wave.id)) ?? wave.margins });
  }
  return waves.length;
}

/** Margins that somebody uploaded go before those of the wave's file. */
async function uploaded({ store }: Needs, wave: string) {
  return (await store.marginsUploads(wave)).length > 0 ? (await store.findWave(wave))?.margins : undefined;
}

async function readWave({ store, instruments }: Needs, folder: string, name: string) {
  const file = join(folder, name);
  const { study, ...wave } = checked(file, await readFile(file, "utf8"));
  const { id, title, review = null, terms = null, signatures = 1, ...particulars } = study;
  const versions = await store.listInstruments();
  const digestOf = (wanted: string) => {
    const found = versions.find(({ id, version }) => `${id}@${version}` === wanted);
    if (found) return found.digest;
    const known = versions.map(({ id, version }) => `${id}@${version}`).join(", ");
    throw new WaveFileError(file, `instrument ${wanted} is not published here. Published are: ${known}.`);
  };
  const instrument = digestOf(wave.instrument);
  const published = await instruments.find(instrument);
  if (published) refuseWhatItLacks(file, wave, published);
  refuseUntold(file, wave.languages, particulars);
  return {
    file,
    study: { id, title, synthetic: false, particulars, review, terms, signatures },
    wave: {
      ...wave,
      study: id,
      instrument,
      earlierInstruments: wave.earlierInstruments.map(digestOf),
      margins: published ? await marginsOf(file, folder, wave.margins, published.instrument) : null,
    },
  };
}

function checked(file: string, text: string): WaveFile {
  try {
    const { success, data, error } = WaveFile.safeParse(JSON.parse(text));
    if (success) return data;
    const [issue] = error.issues;
    throw new WaveFileError(file, `${issue?.path.join(".") || "the file"}: ${issue?.message}.`);
  } catch (error) {
    if (error instanceof WaveFileError) throw error;
    throw new WaveFileError(file, "is not JSON. Check commas and quotation marks.");
  }
}

/** Margins are checked when the wave opens, not when the first report fails. */
async function marginsOf(file: string, folder: string, name: string | null, instrument: Instrument) {
  if (name === null) return null;
  const csv = await readFile(join(folder, name), "utf8").catch(() => {
    throw new WaveFileError(file, `margins: there is no readable file ${name} beside it.`);
  });
  try {
    const { population } = instrument.manifest;
    const { rows, lines } = readCsv(csv);
    readMargins(rows, { population, allowDemonstration: false, codes: codesByRole(instrument), lines });
  } catch (error) {
    if (error instanceof MarginsError || error instanceof TableError)
      throw new WaveFileError(join(folder, name), error.message);
    throw error;
  }
  return { csv, digest: sha256(csv) };
}
