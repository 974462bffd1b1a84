import { rmSync } from "node:fs";
import { join } from "node:path";
import {
  countResponses,
  namesOfWave,
  quarantinedEnvelopes,
  removeEnvelopes,
  removeOfWave,
  removeReports,
  removeResponses,
  reportTimes,
  responseIdsOfWave,
} from "../operations/index.ts";
import type { Ground } from "./ground.ts";
import { removeMadeOf } from "./made-of-answers.ts";
import type { RetentionClassId } from "./terms.ts";

/** Hears the names of what goes, page by page, before it goes. */
export type Record = (names: readonly string[]) => void;

/** What is held of one class, and the way to remove exactly that. */
export interface Holding {
  readonly count: number;
  remove(record: Record): Promise<void>;
}

/** What one wave holds of a class; where arrival counts too, `isDue` says of which moments the term is over. */
export async function holdingOf(
  ground: Ground,
  kind: RetentionClassId,
  wave: string,
  isDue: (arrived: Date) => boolean,
): Promise<Holding> {
  const { transact, paradata } = ground;
  if (kind === "answers") return answersOf(ground, wave);
  if (kind === "paradata") {
    const count = (await paradata?.countResponses(wave)) ?? 0;
    return { count, remove: async (record) => forgetWave(ground, wave, record) };
  }
  if (kind === "quarantine") {
    const ids = (await envelopes(ground)).filter((each) => each.wave === wave && isDue(each.arrived));
    return envelopesNamed(
      ground,
      ids.map(({ responseId }) => responseId),
    );
  }
  if (kind === "reports") {
    const reports = await transact((context) => reportTimes(context, wave));
    return reportsNamed(
      ground,
      reports.filter(({ requestedAt }) => isDue(requestedAt)).map(({ id }) => id),
    );
  }
  return rowsOf(ground, kind, wave);
}

const pageSize = 500;

async function answersOf(ground: Ground, wave: string): Promise<Holding> {
  const { transact } = ground;
  const count = await transact((context) => countResponses(context, wave));
  const remove = async (record: Record) => {
    await removeMadeOf(ground, wave);
    for (;;) {
      const ids = await transact((context) => responseIdsOfWave(context, { wave, size: pageSize }));
      if (ids.length === 0) break;
      record(ids);
      await transact((context) => removeResponses(context, ids));
    }
    for (const table of ["setAsides", "lastLooks", "dailyCounts"] as const)
      await transact((context) => removeOfWave(context, { table, wave }));
  };
  return { count, remove };
}

async function forgetWave({ paradata, forgetParadata }: Ground, wave: string, record: Record): Promise<void> {
  let last = "";
  if (paradata)
    for await (const { responseId } of paradata.batchesOfWave(wave)) {
      if (responseId !== last) record([responseId]);
      last = responseId;
    }
  await forgetParadata(wave);
}

async function rowsOf({ transact }: Ground, kind: RetentionClassId, wave: string): Promise<Holding> {
  const table = kind as "codes" | "cases" | "devices";
  const names = await transact((context) => namesOfWave(context, { table, wave }));
  const remove = async (record: Record) => {
    record(names);
    await transact((context) => removeOfWave(context, { table, wave }));
  };
  return { count: names.length, remove };
}

/** Envelopes by response; of several under one id the last one counts. */
export async function envelopes({ transact }: Ground) {
  const kept = new Map<string, { responseId: string; wave: string | null; arrived: Date }>();
  for (const { responseId, envelope, receivedAt } of await transact((context) =>
    quarantinedEnvelopes(context),
  )) {
    const earlier = kept.get(responseId);
    const arrived = earlier && earlier.arrived > receivedAt ? earlier.arrived : receivedAt;
    kept.set(responseId, { responseId, wave: waveNamedIn(envelope), arrived });
  }
  return [...kept.values()];
}

/** Also one that is still sealed names its wave outside. */
function waveNamedIn(envelope: string): string | null {
  try {
    const { wave } = JSON.parse(envelope);
    return typeof wave === "string" ? wave : null;
  } catch {
    return null;
  }
}

export function envelopesNamed({ transact }: Ground, ids: readonly string[]): Holding {
  const remove = async (record: Record) => {
    record(ids);
    await transact((context) => removeEnvelopes(context, ids));
  };
  return { count: ids.length, remove };
}

function reportsNamed({ transact, folder }: Ground, ids: readonly string[]): Holding {
  const remove = async (record: Record) => {
    record(ids);
    for (const id of ids) rmSync(join(folder, "reports", `${id}.xlsx`), { force: true });
    await transact((context) => removeReports(context, ids));
  };
  return { count: ids.length, remove };
}
