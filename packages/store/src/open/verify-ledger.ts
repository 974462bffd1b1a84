import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { ledgerFile, type Receipted } from "../ledger/index.ts";
import { keptHashes } from "../operations/index.ts";
import type { Place } from "./place.ts";
import { openReading } from "./reading.ts";
import type { Read } from "./store.ts";

/** An acknowledged response that the database does not hold, or holds with other content. */
export interface LedgerFinding {
  readonly responseId: string;
  /** null for an envelope in quarantine. */
  readonly revision: number | null;
  readonly problem: "missing" | "changed";
}

/** Looks up every receipt ever given. Memory stays small however long the ledger is; usable while a server runs. */
export async function verifyLedger(
  place: Place,
): Promise<{ receipts: number; findings: readonly LedgerFinding[] }> {
  const file = ledgerFile(place.folder);
  if (!existsSync(file))
    throw new Error(`There is no receipt ledger at ${file}. Name the server's data folder.`);
  const { read, close } = openReading(place);
  const findings: LedgerFinding[] = [];
  let receipts = 0;
  try {
    for await (const page of pagesOf(file)) {
      receipts += page.length;
      findings.push(...(await findingsOf(read, page)));
    }
  } finally {
    await close();
  }
  return { receipts, findings };
}

async function findingsOf(read: Read, page: readonly Receipted[]): Promise<LedgerFinding[]> {
  const ids = page.map(({ responseId }) => responseId);
  const kept = await read((context) => keptHashes(context, ids));
  return page.flatMap((entry) => {
    const { responseId, hash } = entry;
    const revision = "quarantined" in entry ? null : entry.revision;
    const hashes = kept.get(`${responseId}/${revision ?? "quarantined"}`);
    if (hashes?.includes(hash)) return [];
    return [
      { responseId, revision, problem: hashes === undefined ? ("missing" as const) : ("changed" as const) },
    ];
  });
}

const pageSize = 500;

async function* pagesOf(file: string): AsyncGenerator<Receipted[]> {
  let page: Receipted[] = [];
  for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    const entry = entryOf(line);
    if (entry) page.push(entry);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** A last line still being written is no receipt yet. */
function entryOf(line: string): Receipted | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
