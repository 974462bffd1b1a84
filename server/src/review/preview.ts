import { standardPolicy } from "@tiltas/analysis/disclosure";
import { type WorkingEstimate, workingEstimates } from "@tiltas/analysis/report";
import type { SetAsidePreview, SetAsideQuestion } from "@tiltas/contract/reviews";
import { readCsv } from "@tiltas/formats/tables";
import { covers, type Reader, type SnapshotResponse, snapshotOf } from "@tiltas/store/open";
import { instrumentsOfWave } from "../instruments/of-wave.ts";

/**
 * What the indicators of the country come to with and without a channel and period. Where fewer responses are covered
 * than may be shown of, only the counts are told: the difference would tell of few people.
 */
export async function previewOf(
  reader: Reader,
  id: string,
  { channel, from, until }: SetAsideQuestion,
): Promise<SetAsidePreview> {
  const wave = await reader.findWave(id);
  const study = wave && (await reader.findStudy(wave.study));
  if (!wave || !study) throw new Error("The wave to look into is gone.");
  const period = { channel, from: new Date(from), until: new Date(until) };
  const { responses } = await snapshotOf(reader, wave);
  const counts = await countsOf(responses, period);
  const enough = Math.min(counts.responses, counts.of - counts.responses) >= standardPolicy.hideBelow;
  if (!enough) return { ...counts, indicators: [] };
  const input = await inputOf(reader, wave, study.synthetic);
  const all = await workingEstimates({ ...input, responses });
  const others = await workingEstimates({ ...input, responses: without(responses, period) });
  return { ...counts, indicators: all.map((one, i) => beside(one, others[i])) };
}

type Period = Parameters<typeof covers>[0];

async function countsOf(responses: AsyncIterable<SnapshotResponse>, period: Period) {
  const counts = { responses: 0, of: 0 };
  for await (const response of responses) {
    if (response.leftOut !== null) continue;
    counts.of++;
    if (covers(period, response)) counts.responses++;
  }
  return counts;
}

async function* without(
  responses: AsyncIterable<SnapshotResponse>,
  period: Period,
): AsyncGenerator<SnapshotResponse> {
  for await (const response of responses) if (!covers(period, response)) yield response;
}

type Wave = NonNullable<Awaited<ReturnType<Reader["findWave"]>>>;

async function inputOf(reader: Reader, wave: Wave, synthetic: boolean) {
  const { id, title, sample, opens, closes, margins } = wave;
  return {
    wave: { id, title, synthetic, sample, opens, closes },
    ...(await instrumentsOfWave(reader, wave)),
    margins: margins && { ...readCsv(margins.csv), digest: margins.digest },
  };
}

function beside(all: WorkingEstimate, others: WorkingEstimate | undefined) {
  return {
    id: all.id,
    label: { ...all.label },
    with: { value: all.value, n: all.respondents },
    without: { value: others?.value ?? null, n: others?.respondents ?? 0 },
  };
}
