import { type ChainInput, type HeadlineFigure, headlineFigures } from "@tiltas/analysis/chain";
import type { SetAsidePreview, SetAsideQuestion } from "@tiltas/contract/reviews";
import { covers, headsOf, type Place, type Reader, type SnapshotHead } from "@tiltas/store/open";
import { inputOf } from "../computing/wave-input.ts";
import { sentenceFor } from "../door/sentence-for.ts";

interface Asked {
  readonly place: Place;
  readonly wave: string;
  /** Folder of the standard analysis plan. */
  readonly analysisFolder: string;
  readonly without: SetAsideQuestion;
}

/**
 * What headline figures of the country come to with and without a channel and period. Where fewer responses are covered
 * than a figure may rest on, only the counts are told: the difference would tell of few people.
 */
export async function previewOf(reader: Reader, asked: Asked): Promise<SetAsidePreview> {
  const { channel, from, until } = asked.without;
  const period = { channel, from: new Date(from), until: new Date(until) };
  const isCovered = (head: SnapshotHead) => covers(period, head);
  const counts = await countsOf(reader, asked.wave, isCovered);
  const task = { ...asked, software: "" };
  try {
    const all = await inputOf(reader, task);
    if (Math.min(counts.responses, counts.of - counts.responses) < fewestIn(all))
      return { ...counts, indicators: [], failure: null };
    const others = await inputOf(reader, task, (head) =>
      isCovered(head) ? { ...head, leftOut: head.leftOut ?? "set-aside" } : head,
    );
    const [before, after] = [await headlineFigures(all), await headlineFigures(others)];
    return { ...counts, indicators: before.map((one, i) => beside(one, after[i])), failure: null };
  } catch (error) {
    return {
      ...counts,
      indicators: [],
      failure: sentenceFor(error, "a look at what setting aside would change"),
    };
  }
}

/** Responses that enter estimates, and how many of them are covered. */
async function countsOf(reader: Reader, id: string, isCovered: (head: SnapshotHead) => boolean) {
  const wave = await reader.findWave(id);
  if (!wave) throw new Error("The wave to look into is gone.");
  const counts = { responses: 0, of: 0 };
  for await (const head of headsOf(reader, wave)) {
    if (head.leftOut !== null) continue;
    counts.of++;
    if (isCovered(head)) counts.responses++;
  }
  return counts;
}

/** Respondents on whom a figure rests in every circle of readers. */
const fewestIn = ({ plan }: ChainInput): number =>
  Math.max(...[...plan.policies.values()].map(({ precision }) => precision.showFrom));

function beside({ id, label, unit, ...all }: HeadlineFigure, others: HeadlineFigure | undefined) {
  return {
    id,
    label: { ...label },
    unit,
    with: { value: all.value, n: all.respondents },
    without: { value: others?.value ?? null, n: others?.respondents ?? 0 },
  };
}
