import { dimensions } from "@tiltas/analysis/weighting";
import {
  type DesignRole,
  type Instrument,
  itemWithRole,
  readInstrument,
} from "@tiltas/instrument/definition";
import { InstrumentFolderError, readInstrumentFolder } from "@tiltas/store/folders";
import { CommandError } from "../../terminal/index.ts";

/** A category that a register can count. */
export interface Counted {
  readonly code: string;
  readonly lt: string;
  readonly en: string;
}

/** What a study asks the register to count by: its own categories, so that the answer fits the questionnaire. */
export interface Asked {
  readonly instrument: Instrument;
  readonly categories: ReadonlyMap<DesignRole, readonly Counted[]>;
}

/** @throws CommandError when the folder is no version, or asks for nothing that a register counts */
export function askedOf(folder: string): Asked {
  const instrument = openInstrument(folder);
  const categories = new Map(
    dimensions.flatMap((role): [DesignRole, Counted[]][] => {
      const counted = countedBy(instrument, role);
      return counted.length === 0 ? [] : [[role, counted]];
    }),
  );
  if (!categories.has("municipality"))
    throw new CommandError(
      `"${folder}" has no item with the role "municipality", so there is nothing to count people by. Give an item that role in measures.json.`,
    );
  return { instrument, categories };
}

function openInstrument(folder: string): Instrument {
  try {
    return readInstrument(readInstrumentFolder(folder));
  } catch (error) {
    if (error instanceof InstrumentFolderError) throw new CommandError(error.message);
    throw error;
  }
}

/** Codes of an item that people of the population can have, without those that no register counts. */
function countedBy(instrument: Instrument, role: DesignRole): Counted[] {
  const item = itemWithRole(instrument, role);
  const { outsideMargins = [], outsidePopulation = [], sameAs } = item?.measure ?? {};
  const uncounted = new Set([...outsideMargins, ...outsidePopulation, ...(sameAs ? [sameAs.code] : [])]);
  return (item?.choices ?? [])
    .filter(({ code, missing }) => missing === undefined && !uncounted.has(code))
    .map(({ code, labels }) => {
      const any = labels.lt ?? labels.default ?? String(code);
      return { code: String(code), lt: any, en: labels.en ?? any };
    });
}

/** Every combination of categories, the last dimension the quickest. */
export function combinations({ categories }: Asked): Counted[][] {
  return [...categories.values()].reduce<Counted[][]>(
    (before, own) => before.flatMap((cell) => own.map((one) => [...cell, one])),
    [[]],
  );
}
