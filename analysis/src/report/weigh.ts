import { type Instrument, itemWithRole } from "@tiltas/instrument/definition";
import type { Dataset } from "../dataset/index.ts";
import { standardPolicy } from "../disclosure/index.ts";
import {
  besideOthers,
  designColumns,
  type Outside,
  readMargins,
  weighToMargins,
} from "../weighting/index.ts";
import type { WeightingFacts } from "./content.ts";
import type { WaveReportInput } from "./wave-report.ts";

/**
 * Final weights of a wave and what is to be said about them; null without margins: everyone counts once. Margins of
 * municipalities are met by the declared place. Who is outside the population keeps the base weight.
 */
export function weigh(
  { margins, wave }: WaveReportInput,
  dataset: Dataset,
  instrument: Instrument,
  { inside, groups }: Outside,
) {
  if (!margins) return null;
  const columns = designColumns(dataset, instrument, inside);
  const read = readMargins(margins.rows, {
    population: instrument.manifest.population,
    allowDemonstration: wave.synthetic,
    lines: margins.lines,
    codes: Object.fromEntries(
      [...columns].map(([role, { variable }]) => [role, variable.codes.map(({ code }) => code)]),
    ),
  });
  const base = new Float64Array(dataset.rows).fill(1);
  const raked = weighToMargins({ base: base.slice(0, inside.length), columns, margins: read });
  const weighed = groups.length === 0 ? raked : besideOthers(raked, inside, base);
  const facts: WeightingFacts = {
    digest: margins.digest,
    total: read.total,
    margins: read.margins,
    diagnostics: weighed.diagnostics,
  };
  const notes = [...weighed.notes, ...notesOn(instrument, groups)];
  return { weighed: { ...weighed, notes }, facts };
}

function notesOn(instrument: Instrument, groups: Outside["groups"]): string[] {
  const two = itemWithRole(instrument, "actual-municipality")
    ? [
        "Margins of municipalities are met by the declared municipality; results are told of the one lived in.",
      ]
    : [];
  return [
    ...two,
    ...groups.map(
      ({ code, respondents }) =>
        `Outside the population the margins count: ${code}, ${shown(respondents)} respondents. They are not raked, keep their base weight, and enter no figure of the country or a municipality.`,
    ),
  ];
}

/** Notes leave the house as tables do: small numbers are not told. */
function shown(respondents: number): string {
  const { hideBelow } = standardPolicy;
  return respondents < hideBelow ? `fewer than ${hideBelow}` : String(respondents);
}
