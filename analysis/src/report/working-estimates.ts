import { buildDataset } from "../dataset/index.ts";
import { standardPolicy } from "../disclosure/index.ts";
import type { IndicatorDefinition } from "../indicators/index.ts";
import { outsideOf } from "../weighting/index.ts";
import { estimate } from "./estimate.ts";
import type { WaveReportInput } from "./wave-report.ts";
import { weigh } from "./weigh.ts";

/** An indicator of the country for those who decide about the data; not released, and too coarse to tell of one person. */
export interface WorkingEstimate {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
  /** Null where it may not be shown or cannot be estimated. */
  readonly value: number | null;
  readonly respondents: number;
}

type Input = Pick<WaveReportInput, "wave" | "instruments" | "responses" | "indicators" | "margins">;

/** The same way as a report goes, without its workbook: what the indicators of the country come to on these responses. */
export async function workingEstimates(input: Input): Promise<WorkingEstimate[]> {
  const [instrument] = input.instruments;
  if (!instrument) throw new RangeError(`The wave ${input.wave.id} was given no instrument.`);
  const report: WaveReportInput = {
    ...input,
    study: { title: {} },
    asOf: input.wave.opens,
    software: "",
    language: "en",
  };
  const dataset = await buildDataset(input.instruments, input.responses);
  const outside = outsideOf(dataset, instrument);
  const enough = outside.inside.length >= standardPolicy.hideBelow;
  const weighed = enough ? weigh(report, dataset, instrument, outside)?.weighed : undefined;
  const cells = enough ? estimate(report, dataset, instrument, outside, weighed).table.total : [];
  return input.indicators.set.indicators.map((indicator, i) => {
    const cell = cells[i];
    const { id, label } = indicator;
    return cell && "value" in cell
      ? { id, label, value: coarse(indicator, cell.value), respondents: cell.respondents }
      : { id, label, value: null, respondents: 0 };
  });
}

/** Decimals by unit: with a hundred responses, one more or less hardly moves the last digit. */
const decimals: Readonly<Record<IndicatorDefinition["unit"], number>> = {
  percent: 0,
  "score-0-10": 1,
  "index-0-1": 2,
  "index-0-100": 0,
  points: 0,
  number: 1,
  days: 0,
};

function coarse({ unit }: IndicatorDefinition, value: number): number {
  return Number(value.toFixed(decimals[unit]));
}
