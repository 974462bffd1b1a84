import { MarginsError, readMargins } from "@tiltas/analysis/weighting";
import type { MarginsCheck } from "@tiltas/contract/margins";
import { readCsv, TableError } from "@tiltas/formats/tables";
import type { Instrument } from "@tiltas/instrument/definition";
import { openReader } from "@tiltas/store/open";
import { codesByRole } from "../fieldwork/codes-by-role.ts";
import { createInstruments } from "../instruments/instruments.ts";
import type { CheckMargins } from "./task.ts";

/** Runs in a worker thread. */
export async function checkMargins({ place, wave: id, csv }: CheckMargins): Promise<MarginsCheck> {
  const reader = await openReader(place);
  try {
    const wave = await reader.findWave(id);
    const study = wave && (await reader.findStudy(wave.study));
    const version = wave && (await createInstruments(reader).find(wave.instrument));
    if (!study || !version) throw new Error("The wave of these margins is gone.");
    return checkOf(csv, version.instrument, study.synthetic);
  } finally {
    await reader.close();
  }
}

/** What weighting would make of a margins file for this instrument. */
export function checkOf(csv: string, instrument: Instrument, allowDemonstration: boolean): MarginsCheck {
  try {
    const { rows, lines } = readCsv(csv);
    const { population } = instrument.manifest;
    const codes = codesByRole(instrument);
    const { total, margins, notes, demonstration } = readMargins(rows, {
      ...{ population, allowDemonstration, codes, lines },
    });
    const read = margins.map(({ id, dimensions, cells, givenTotal, gap, ...rest }) => ({
      id,
      dimensions: [...dimensions],
      cells: cells.length,
      total: givenTotal,
      gap,
      date: rest.referenceDate,
      sources: [...rest.sources],
      confidences: [...rest.confidences],
    }));
    return { usable: true, problems: [], notes: [...notes], total, margins: read, demonstration };
  } catch (error) {
    if (!(error instanceof MarginsError || error instanceof TableError)) throw error;
    return {
      usable: false,
      problems: [...error.problems],
      notes: [],
      total: null,
      margins: [],
      demonstration: false,
    };
  }
}
