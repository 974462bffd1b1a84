import { existsSync } from "node:fs";
import type { PilotResponse } from "@tiltas/analysis/pilot";
import type { Instrument } from "@tiltas/instrument/definition";
import { openReader, snapshotOf } from "@tiltas/store/open";
import { CommandError } from "../../terminal/index.ts";
import { timeRows, waveTimes } from "../paradata/wave-times.ts";
import type { PilotResponses } from "./read-responses.ts";

/** Reads the responses of a wave that pin this version. @throws CommandError */
export async function readWave(
  { data, url, wave: id }: { readonly data: string; readonly url: string | undefined; readonly wave: string },
  instrument: Instrument,
): Promise<PilotResponses> {
  if (url === undefined && !existsSync(data))
    throw new CommandError(
      `There is no folder "${data}". Name the data folder of a server that has been started once.`,
    );
  const reader = await openReader({ folder: data, url }).catch((error: unknown) => {
    throw new CommandError(error instanceof Error ? error.message : `The data in "${data}" cannot be read.`);
  });
  try {
    const wave = await reader.findWave(id);
    if (!wave) {
      const known = (await reader.listWaves()).map((other) => other.id).join(", ");
      throw new CommandError(
        `There is no wave "${id}" in these data. ${known ? `There are: ${known}.` : "They hold no wave yet."}`,
      );
    }
    const study = await reader.findStudy(wave.study);
    const newest = new Map<string, PilotResponse>();
    let leftOut = 0;
    for await (const stored of (await snapshotOf(reader, wave)).responses) {
      if (stored.leftOut !== null || stored.instrument !== instrument.digest) leftOut++;
      else newest.set(stored.responseId, stored);
    }
    if (newest.size === 0)
      throw new CommandError(
        `The wave "${id}" holds no response to this version of the questionnaire (${leftOut} to others or under review). Name the folder of the version that was in the field.`,
      );
    const responses = [...newest.values()].map(({ responseId, language, mode, answers }) => ({
      responseId,
      language,
      mode,
      answers,
    }));
    const times = timeRows((await waveTimes({ folder: data, url }, reader, id)) ?? []);
    const ofThem = times.filter(({ response }) => newest.has(response));
    return {
      responses,
      synthetic: study?.synthetic ?? false,
      leftOut,
      ...(ofThem.length === 0 ? {} : { times: ofThem }),
    };
  } finally {
    await reader.close();
  }
}
