import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A set of response ids that is only asked whether it holds one; eight bytes each, so that a million fit anywhere. */
export interface Identities {
  readonly size: number;
  has(responseId: string): boolean;
}

/** Whole JSON lines of a ledger, one after the other; none where there is no such file. A last line still being written is left out. */
export async function* ledgerLines<Line>(file: string): AsyncGenerator<Line> {
  if (!existsSync(file)) return;
  for await (const text of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    const line = parsed(text);
    if (line !== undefined) yield line as Line;
  }
}

/** Where those are named whose term was over, as the ledger of withdrawals names those who withdrew. */
export const removalsFile = (folder: string) => join(folder, "removals.ledger");

/** Where those are named that were acknowledged, are missing, and were accepted as lost. */
export const lossesFile = (folder: string) => join(folder, "losses.ledger");

/** A line about a response that is kept no longer. */
export interface Gone {
  readonly responseId: string;
  /** Only an envelope in quarantine is gone, not a response of this id. */
  readonly quarantined?: true;
  /** Only this revision. */
  readonly revision?: number;
}

/** What a set of identities calls it. */
export function goneName({ responseId, quarantined, revision }: Gone): string {
  if (quarantined) return `${responseId}/quarantined`;
  return revision === undefined ? responseId : `${responseId}/${revision}`;
}

/** What the lines of ledgers name as gone, each once. */
export async function identitiesIn(...files: readonly string[]): Promise<Identities> {
  const room = files.reduce((bytes, file) => bytes + sizeOf(file), 0) / shortestLine;
  const marks = new BigUint64Array(Math.ceil(room) + 1);
  let lines = 0;
  for (const file of files)
    for await (const line of ledgerLines<Gone>(file))
      if (lines < marks.length) marks[lines++] = markOf(goneName(line));
  const sorted = marks.subarray(0, lines).sort();
  const size = sorted.reduce((count, mark, i) => (mark === sorted[i - 1] ? count : count + 1), 0);
  return { size, has: (responseId) => holds(sorted, markOf(responseId)) };
}

/** `{"responseId":""}` with its line break. */
const shortestLine = 18;

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** The first 64 bits of SHA-256: two of a million ids share them once in forty million ledgers. */
function markOf(responseId: string): bigint {
  return createHash("sha256").update(responseId).digest().readBigUInt64BE();
}

function holds(sorted: BigUint64Array, mark: bigint): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0n) < mark) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === mark && low < sorted.length;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
