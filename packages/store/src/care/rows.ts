import { contentHash } from "@tiltas/instrument/digest";
import { identitiesIn, removalsFile, withdrawalsFile } from "../ledger/index.ts";
import { isDamage, type Place, type Reading } from "../open/index.ts";
import {
  keptContentHash,
  lastSequence,
  listWaves,
  quarantinedEnvelopes,
  rowAt,
  rowHashOf,
  rowsAfter,
  type WholeRow,
} from "../operations/index.ts";

/** A kept response that is not what it was when it came, or should not be there. */
export interface RowFinding {
  readonly responseId: string;
  readonly revision: number | null;
  /** `content`: answers or consent; `columns`: what stands beside them; `returned`: withdrawn or removed, and back. */
  readonly problem: "content" | "columns" | "returned" | "unreadable";
}

type Read = Reading["read"];
type Tell = (finding: RowFinding) => void;

const pageSize = 200;

/** Reads every kept row once, in server order, and computes its hashes anew. */
export async function checkRows(
  { folder }: Place,
  read: Read,
  tell: Tell,
): Promise<{ rows: number; withoutRowHash: number }> {
  const gone = await identitiesIn(withdrawalsFile(folder), removalsFile(folder));
  const studies = new Map((await read((context) => listWaves(context))).map(({ id, study }) => [id, study]));
  let [rows, withoutRowHash] = [0, 0];
  for await (const row of rowsOf(read, tell)) {
    rows += 1;
    if (row.rowHash == null) withoutRowHash += 1;
    const { responseId, revision } = row;
    const problem = problemOf(row, studies.get(row.wave), gone.has(responseId));
    if (problem) tell({ responseId, revision, problem });
  }
  return { rows, withoutRowHash };
}

function problemOf(
  row: WholeRow,
  study: string | undefined,
  isGone: boolean,
): RowFinding["problem"] | undefined {
  if (isGone) return "returned";
  if (keptContentHash(row) !== row.hash) return "content";
  if (row.study !== study) return "columns";
  if (row.rowHash != null && rowHashOf(row) !== row.rowHash) return "columns";
  return undefined;
}

async function* rowsOf(read: Read, tell: Tell): AsyncGenerator<WholeRow> {
  const last = await lastOf(read);
  for (let after = 0; after < last; ) {
    const page = await pageAfter(read, after, tell);
    yield* page.rows;
    after = page.reaches;
  }
}

/** How far there is anything to read; where the index is damaged too, as far as pages go. */
async function lastOf(read: Read): Promise<number> {
  return read((context) => lastSequence(context)).catch((error: unknown) => {
    if (isDamage(error)) return 0;
    throw error;
  });
}

/** A page of rows; where it is damaged, each row of its range by itself, and those that cannot be read are told. */
async function pageAfter(
  read: Read,
  after: number,
  tell: Tell,
): Promise<{ rows: readonly WholeRow[]; reaches: number }> {
  try {
    const rows = await read((context) => rowsAfter(context, { sequence: after, size: pageSize }));
    return { rows, reaches: rows.at(-1)?.sequence ?? Number.POSITIVE_INFINITY };
  } catch (error) {
    if (!isDamage(error)) throw error;
    const rows: WholeRow[] = [];
    for (let sequence = after + 1; sequence <= after + pageSize; sequence++) {
      const row = await rowOrDamage(read, sequence);
      if (row === "damaged") tell({ responseId: `(row ${sequence})`, revision: null, problem: "unreadable" });
      else if (row) rows.push(row);
    }
    return { rows, reaches: after + pageSize };
  }
}

async function rowOrDamage(read: Read, sequence: number): Promise<WholeRow | "damaged" | undefined> {
  try {
    return await read((context) => rowAt(context, sequence));
  } catch (error) {
    if (isDamage(error)) return "damaged";
    throw error;
  }
}

/** Envelopes that were kept apart; one that is still sealed has no content to compare. */
export async function checkQuarantine(read: Read, tell: Tell): Promise<void> {
  const envelopes = await read((context) => quarantinedEnvelopes(context)).catch((error: unknown) => {
    if (isDamage(error)) return [];
    throw error;
  });
  for (const { responseId, hash, envelope } of envelopes)
    if (!holdsItsContent(envelope, hash)) tell({ responseId, revision: null, problem: "content" });
}

function holdsItsContent(envelope: string, hash: string): boolean {
  try {
    const content = JSON.parse(envelope);
    return "sealed" in content || contentHash(content) === hash;
  } catch {
    return false;
  }
}
