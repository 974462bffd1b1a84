import { type Instrument, itemWithRole } from "@tiltas/instrument/definition";
import { buildDataset, type Dataset } from "../dataset/index.ts";
import { type Design, makeDesign } from "../design/index.ts";
import { release, standardPolicy, type Table } from "../disclosure/index.ts";
import {
  checkIndicators,
  type EvaluatedIndicator,
  evaluateIndicators,
  IndicatorError,
  type IndicatorSet,
  leavesOut,
  universeKey,
} from "../indicators/index.ts";
import { calibrated, type Weighted } from "../weighting/index.ts";
import { compareLithuanian } from "./collation.ts";
import type { Provenance, Results, WeightingFacts } from "./content.ts";
import { texts } from "./languages.ts";
import type { WaveReport, WaveReportInput } from "./wave-report.ts";
import { weigh } from "./weigh.ts";
import { wording } from "./wording.ts";
import { writeWorkbook } from "./workbook.ts";

/**
 * A wave from its responses to the workbook: dataset → weights → estimates → release → sheets.
 * Holds columns, never answers. With fewer usable responses than may be shown, the workbook says so.
 *
 * @throws MarginsError, IndicatorError naming the place and the remedy
 */
export async function makeWaveReport(input: WaveReportInput): Promise<WaveReport> {
  const { language, indicators, onProgress } = input;
  const instrument = ownInstrument(input);
  refuseUnfitIndicators(indicators.set, instrument);
  refuseUndated(input);
  onProgress?.("reading", 0);
  const dataset = await buildDataset(input.instruments, input.responses);
  const enough = dataset.rows >= standardPolicy.hideBelow;
  onProgress?.("weighting", 0.4);
  const weighted = enough ? weigh(input, dataset, instrument) : null;
  onProgress?.("estimating", 0.5);
  const results = enough ? estimate(input, dataset, instrument, weighted?.weighed) : null;
  onProgress?.("writing", 0.85);
  const workbook = await writeWorkbook({
    texts: texts[language],
    study: wording(input.study.title, language),
    wave: wording(input.wave.title, language),
    opens: input.wave.opens,
    closes: input.wave.closes,
    synthetic: input.wave.synthetic,
    policy: standardPolicy,
    asOf: input.asOf,
    results,
    provenance: provenanceOf(input, dataset, weighted?.facts ?? null),
  });
  onProgress?.("writing", 1);
  return { workbook, respondents: dataset.rows, notes: weighted?.weighed.notes ?? [] };
}

function ownInstrument({ instruments, wave }: WaveReportInput): Instrument {
  const [instrument] = instruments;
  if (instrument) return instrument;
  throw new RangeError(`The wave ${wave.id} was given no instrument. Name at least the version it fields.`);
}

function refuseUndated({ asOf, wave }: WaveReportInput): void {
  if (Number.isNaN(Date.parse(asOf)))
    throw new RangeError(
      `The report of wave ${wave.id} has no time ("asOf" is "${asOf}"). Give the time up to which responses were read.`,
    );
}

function refuseUnfitIndicators(set: IndicatorSet, instrument: Instrument): void {
  const [finding] = checkIndicators(set, instrument);
  if (finding) throw new IndicatorError(`${finding.path}: ${finding.message}`);
}

function estimate(
  { indicators, language, onProgress }: WaveReportInput,
  dataset: Dataset,
  instrument: Instrument,
  weighed?: Weighted,
): Results {
  const places = placesOf(dataset, instrument);
  const domains = { of: places.of, count: places.codes.length };
  const evaluated = evaluateIndicators(
    indicators.set.indicators,
    dataset,
    designOf(dataset, weighed),
    domains,
  );
  onProgress?.("releasing", 0.8);
  const { noMunicipality } = texts[language];
  return {
    table: release(tableOf(evaluated, places), standardPolicy),
    indicators: indicators.set.indicators,
    domains: indicators.set.domains.map(({ id, label }) => ({ id, label: wording(label, language) })),
    places: places.codes
      .map((code, place) => ({
        code,
        label: wording(places.labels[place] ?? { [language]: noMunicipality }, language),
      }))
      .sort((a, b) => Number(a.code === "") - Number(b.code === "") || compareLithuanian(a.label, b.label)),
    respondents: dataset.rows,
    universe: wording(instrument.manifest.universe, language),
  };
}

/** Everyone is a unit of their own; margins that were not all met are said beside the figures (Provenance). */
function designOf({ rows }: Dataset, weighed: Weighted | undefined): Design {
  const equal = makeDesign({ weights: new Float64Array(rows).fill(1) });
  return weighed ? calibrated(equal, weighed, { acceptUnconverged: true }) : equal;
}

/** The municipality of each respondent; those who gave none share a last place of their own (code ""). */
function placesOf(dataset: Dataset, instrument: Instrument) {
  const column = dataset.columns.get(itemWithRole(instrument, "municipality")?.name ?? "");
  if (!column)
    throw new IndicatorError(
      'The instrument has no item with the role "municipality". Give one that role in measures.json.',
    );
  const { codes } = column.variable;
  const of = Int32Array.from(column.values, (value) => (value < 0 ? codes.length : value));
  const withNone = of.includes(codes.length) ? [""] : [];
  return {
    variable: column.variable.name,
    of,
    codes: [...codes.map(({ code }) => String(code)), ...withNone],
    labels: codes.map(({ labels }) => labels),
  };
}

function tableOf(
  evaluated: readonly EvaluatedIndicator[],
  { variable, codes }: ReturnType<typeof placesOf>,
): Table {
  return {
    columns: evaluated.map(({ indicator }) => ({ id: indicator.id, universe: universeKey(indicator) })),
    total: evaluated.map(({ country }) => country),
    rows: codes.map((code, place) => ({
      code,
      cells: evaluated.flatMap(({ indicator, byDomain }) => {
        const cell = byDomain[place];
        return cell ? [{ ...cell, leftOut: leavesOut(indicator, variable, code) }] : [];
      }),
    })),
  };
}

function provenanceOf(
  input: WaveReportInput,
  dataset: Dataset,
  weighting: WeightingFacts | null,
): Provenance {
  return {
    waveId: input.wave.id,
    instruments: input.instruments.map(({ manifest, digest }) => ({
      name: `${manifest.id} ${manifest.version}`,
      digest,
    })),
    indicators: { number: input.indicators.set.number, digest: input.indicators.digest },
    dataDigest: dataset.digest,
    exclusions: dataset.exclusions,
    software: input.software,
    weighting,
  };
}
