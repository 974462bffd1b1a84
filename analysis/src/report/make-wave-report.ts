import type { Instrument } from "@tiltas/instrument/definition";
import { buildDataset, type Dataset } from "../dataset/index.ts";
import { standardPolicy } from "../disclosure/index.ts";
import { checkIndicators, IndicatorError, type IndicatorSet } from "../indicators/index.ts";
import { outsideOf } from "../weighting/index.ts";
import type { Provenance, WeightingFacts } from "./content.ts";
import { estimate } from "./estimate.ts";
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
  const outside = outsideOf(dataset, instrument);
  const enough = outside.inside.length >= standardPolicy.hideBelow;
  onProgress?.("weighting", 0.4);
  const weighted = enough ? weigh(input, dataset, instrument, outside) : null;
  onProgress?.("estimating", 0.5);
  const results = enough ? estimate(input, dataset, instrument, outside, weighted?.weighed) : null;
  onProgress?.("writing", 0.85);
  const workbook = await writeWorkbook({
    texts: texts[language],
    study: wording(input.study.title, language),
    wave: wording(input.wave.title, language),
    opens: input.wave.opens,
    closes: input.wave.closes,
    synthetic: input.wave.synthetic,
    sample: input.wave.sample,
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
