import {
  ArrivalCounts,
  type ComparedResponse,
  identicalRuns,
  speeders,
  timeBursts,
  timesByResponse,
} from "@tiltas/analysis/quality";
import type { Instrument } from "@tiltas/instrument/definition";
import { openParadataReader, type Place, type Reader, snapshotOf } from "@tiltas/store/open";
import { createInstruments } from "../instruments/instruments.ts";
import { fullHour } from "./hour.ts";
import type { Flags } from "./task.ts";

/** Responses that a run names at most. */
const namedAtMost = 500;
const runsAtMost = 100;

/** Signs of fabrication in a wave: nothing personal is needed, and nothing is decided by them. */
export async function lookForFlags(place: Place, reader: Reader, id: string): Promise<Flags> {
  const wave = await reader.findWave(id);
  if (!wave) throw new Error("The wave to look into is gone.");
  const instruments = createInstruments(reader);
  const versions = await Promise.all(
    [wave.instrument, ...wave.earlierInstruments].map((digest) => instruments.find(digest)),
  );
  const { responses } = await snapshotOf(reader, wave);
  const arrivals = new ArrivalCounts();
  const languages = new Map<string, string>();
  async function* counted(): AsyncGenerator<ComparedResponse> {
    for await (const response of responses) {
      const { responseId, instrument, channel, receivedAt, answers, language } = response;
      languages.set(responseId, language);
      arrivals.add(channel, receivedAt);
      yield { responseId, instrument, channel, receivedAt, answers };
    }
  }
  const published = versions.flatMap((version) => (version ? [version.instrument] : []));
  const runs = await identicalRuns(published, counted());
  return {
    responses: languages.size,
    speeders: await speedersOf(place, id, published, languages),
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

/** Compared within the version that was on screen; nothing where paradata cannot be read. */
async function speedersOf(
  place: Place,
  wave: string,
  published: readonly Instrument[],
  languages: ReadonlyMap<string, string>,
): Promise<string[]> {
  const paradata = await openParadataReader(place).catch(() => undefined);
  if (!paradata) return [];
  const known = new Map(published.map((instrument) => [instrument.digest, instrument]));
  try {
    const times = await timesByResponse(paradata.batchesOfWave(wave), known);
    return published.flatMap((version) => {
      const own = [...times].filter(([, { instrument }]) => instrument === version);
      const interviews = own.flatMap(
        ([
          response,
          {
            times: { items },
          },
        ]) => {
          const language = languages.get(response);
          return language === undefined ? [] : [{ response, language, items }];
        },
      );
      return speeders(version, interviews).map(({ response }) => response);
    });
  } catch {
    return [];
  } finally {
    await paradata.close();
  }
}
