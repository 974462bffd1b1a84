import type { Commit, DataContext, Operation } from "../operations/index.ts";
import * as operations from "../operations/index.ts";
import type { ResponseHead, Store, StoredResponse } from "../port/index.ts";
import { makeFieldwork } from "./fieldwork-store.ts";
import { makeReleases, type ReleasesRead, readReleases } from "./releases-store.ts";
import { makeWithdrawals } from "./withdrawals-store.ts";

/** Runs an operation that only reads. */
export type Read = <Result>(operation: (context: DataContext) => Operation<Result>) => Promise<Result>;

export type Reader = Pick<
  Store,
  | "dialect"
  | "findInstrument"
  | "listInstruments"
  | "findStudy"
  | "findWave"
  | "listWaves"
  | "countResponses"
  | "findReceived"
  | "responsesOfWave"
  | "headsOfWave"
  | "answersAt"
  | "reviewsOf"
  | "countStates"
  | "responsesToReview"
  | "setAsidesOf"
  | "findLook"
  | "listKeyMarks"
  | "close"
> &
  ReleasesRead;

interface Parts {
  readonly dialect: Store["dialect"];
  readonly read: Read;
  readonly close: () => Promise<void>;
}

/** What may be asked without writing. */
export function makeReader({ dialect, read, close }: Parts): Reader {
  return {
    dialect,
    findInstrument: (digest) => read((context) => operations.findInstrument(context, digest)),
    listInstruments: () => read((context) => operations.listInstruments(context)),
    findStudy: (id) => read((context) => operations.findStudy(context, id)),
    findWave: (id) => read((context) => operations.findWave(context, id)),
    listWaves: () => read((context) => operations.listWaves(context)),
    countResponses: (wave) => read((context) => operations.countResponses(context, wave)),
    findReceived: (responseId, revision) =>
      read((context) => operations.findReceived(context, { responseId, revision })),
    responsesOfWave: (wave, until) => responsesOfWave(read, wave, until),
    headsOfWave: (wave) => headsOfWave(read, wave),
    async answersAt(sequences) {
      const found = await read((context) => operations.answersAt(context, sequences));
      return new Map(found.map(({ responseId, answers }) => [responseId, answers]));
    },
    reviewsOf: (wave, responses) => read((context) => operations.reviewsOf(context, { wave, responses })),
    async countStates(wave) {
      const all = await read((context) => operations.countResponses(context, wave));
      return read((context) => operations.countStates(context, { wave, all }));
    },
    responsesToReview: (query) => read((context) => operations.responsesToReview(context, query)),
    findLook: (wave) => read((context) => operations.findLook(context, wave)),
    listKeyMarks: () => read((context) => operations.listKeyMarks(context)),
    setAsidesOf: (wave) => read((context) => operations.setAsidesOf(context, wave)),
    ...readReleases(read),
    close,
  };
}

export function makeStore(parts: Parts & { readonly commit: Commit; readonly check: Store["check"] }): Store {
  const { commit, read, check } = parts;
  return {
    ...makeReader(parts),
    ...makeFieldwork(read, commit),
    ...makeWithdrawals(read, commit),
    ...makeReleases(commit),
    check,
    receive: (response) => commit("receive", response),
    quarantine: (envelope) => commit("quarantine", envelope),
    publishInstrument: (instrument) => commit("publishInstrument", instrument),
    saveStudy: (study) => commit("saveStudy", study),
    saveWave: (wave) => commit("saveWave", wave),
    markKey: (mark) => commit("markKey", mark),
    keepLook: (look) => commit("keepLook", look),
    review: (decision) => commit("review", decision),
    setAside: (record) => commit("setAside", record),
    liftSetAside: (lifted) => commit("liftSetAside", lifted),
    async dailyCounts(wave, dimension, day) {
      const key = { wave, dimension, day };
      return (
        (await read((context) => operations.findDailyCounts(context, key))) ?? commit("makeDailyCounts", key)
      );
    },
  };
}

const pageSize = 500;

function responsesOfWave(read: Read, wave: string, until?: number): AsyncIterable<StoredResponse> {
  return pagesOf(read, pageSize, (context, page) => operations.pageOfWave(context, { wave, ...page }), until);
}

/** Heads are short: more of them are read at once. */
function headsOfWave(read: Read, wave: string): AsyncIterable<ResponseHead> {
  return pagesOf(read, 4 * pageSize, (context, page) => operations.headsPage(context, { wave, ...page }));
}

interface Page {
  readonly after: number;
  readonly until: number;
  readonly size: number;
}

/** A wave as it is when reading begins; what arrives meanwhile waits for the next reading. */
async function* pagesOf<Row extends { readonly sequence: number }>(
  read: Read,
  size: number,
  pageOf: (context: DataContext, page: Page) => Operation<Row[]>,
  atMost = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<Row> {
  const until = Math.min(atMost, await read((context) => operations.lastSequence(context)));
  let after = 0;
  for (;;) {
    const page = { after, until, size };
    const rows = await read((context) => pageOf(context, page));
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = last.sequence;
  }
}
