import { ArrivalCounts, type ComparedResponse, identicalRuns, timeBursts } from "@tiltas/analysis/quality";
import { type Reader, snapshotOf } from "@tiltas/store/open";
import { createInstruments } from "../instruments/instruments.ts";
import { fullHour } from "./hour.ts";
import type { Flags } from "./task.ts";

/** Responses that a run names at most. */
const namedAtMost = 500;
const runsAtMost = 100;

/** Signs of fabrication in a wave: nothing personal is needed, and nothing is decided by them. */
export async function lookForFlags(reader: Reader, id: string): Promise<Flags> {
  const wave = await reader.findWave(id);
  if (!wave) throw new Error("The wave to look into is gone.");
  const instruments = createInstruments(reader);
  const versions = await Promise.all(
    [wave.instrument, ...wave.earlierInstruments].map((digest) => instruments.find(digest)),
  );
  const { responses } = await snapshotOf(reader, wave);
  const arrivals = new ArrivalCounts();
  let all = 0;
  async function* counted(): AsyncGenerator<ComparedResponse> {
    for await (const { responseId, instrument, channel, receivedAt, answers } of responses) {
      all++;
      arrivals.add(channel, receivedAt);
      yield { responseId, instrument, channel, receivedAt, answers };
    }
  }
  const published = versions.flatMap((version) => (version ? [version.instrument] : []));
  const runs = await identicalRuns(published, counted());
  return {
    responses: all,
    runs: runs.slice(0, runsAtMost).map((run) => {
      const times = run.responses.map(({ receivedAt }) => receivedAt.getTime());
      return {
        responses: run.responses.length,
        items: run.items,
        channels: [...new Set(run.responses.map(({ channel }) => channel))],
        from: fullHour(new Date(Math.min(...times))),
        until: fullHour(new Date(Math.max(...times))),
        ids: run.responses.slice(0, namedAtMost).map(({ responseId }) => responseId),
      };
    }),
    bursts: timeBursts(arrivals.hours),
  };
}
