import { type DesignRole, type Instrument, type Item, itemWithRole } from "@tiltas/instrument/definition";
import type { Column, Dataset } from "../dataset/index.ts";
import { dimensions, readMargins, weighToMargins } from "../weighting/index.ts";
import type { WeightingFacts } from "./content.ts";
import type { WaveReportInput } from "./wave-report.ts";

/** Final weights of a wave and what is to be said about them; null without margins: everyone counts once. */
export function weigh({ margins, wave }: WaveReportInput, dataset: Dataset, instrument: Instrument) {
  if (!margins) return null;
  const columns = new Map(
    dimensions.flatMap((role): [DesignRole, Column][] => {
      const item = itemWithRole(instrument, role);
      const column = item && dataset.columns.get(item.name);
      return item && column ? [[role, countedOnly(column, item)]] : [];
    }),
  );
  const read = readMargins(margins.rows, {
    population: instrument.manifest.population,
    allowDemonstration: wave.synthetic,
    lines: margins.lines,
    codes: Object.fromEntries(
      [...columns].map(([role, { variable }]) => [role, variable.codes.map(({ code }) => code)]),
    ),
  });
  const weighed = weighToMargins({ columns, margins: read });
  const facts: WeightingFacts = {
    digest: margins.digest,
    total: read.total,
    margins: read.margins,
    diagnostics: weighed.diagnostics,
  };
  return { weighed, facts };
}

/** Codes that no population register counts are no category of a margin: these respondents rake without one. */
function countedOnly(column: Column, item: Item): Column {
  const uncounted = new Set(item.measure.outsideMargins ?? []);
  if (uncounted.size === 0) return column;
  const isUncounted = column.variable.codes.map(({ code }) => uncounted.has(code));
  return { ...column, values: column.values.map((value) => (isUncounted[value] ? -1 : value)) };
}
