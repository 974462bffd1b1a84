import { existsSync } from "node:fs";
import {
  goneName,
  type Identities,
  identitiesIn,
  ledgerFile,
  ledgerLines,
  lossesFile,
  type Receipted,
  removalsFile,
  withdrawalsFile,
} from "../ledger/index.ts";
import { keptHashes, withdrawnAmong } from "../operations/index.ts";
import { failureOf } from "../writer/index.ts";
import type { Place } from "./place.ts";
import { openReading } from "./reading.ts";
import type { Read } from "./store.ts";

/** An acknowledged response that the database does not hold, holds with other content, or cannot read. */
export interface LedgerFinding {
  readonly responseId: string;
  /** null for an envelope in quarantine. */
  readonly revision: number | null;
  readonly problem: "missing" | "changed" | "unreadable";
}

/** Looks up every receipt ever given. Memory stays small however long the ledger is; usable while a server runs. */
export async function verifyLedger(
  place: Place,
): Promise<{ receipts: number; findings: readonly LedgerFinding[] }> {
  const { read, close } = openReading(place);
  const findings: LedgerFinding[] = [];
  try {
    const { receipts } = await lookUpReceipts(place, read, (finding) => findings.push(finding));
    return { receipts, findings };
  } finally {
    await close();
  }
}

/**
 * The same on a connection that is open, telling findings as they come: where everything is lost they are many.
 *
 * @returns how many receipts there are, and how many of them name a response that was withdrawn or removed, or was
 * accepted as lost
 * @throws Error when the folder has no ledger
 */
export async function lookUpReceipts(
  { folder }: Place,
  read: Read,
  tell: (finding: LedgerFinding) => void,
): Promise<{ receipts: number; explained: number; lost: number }> {
  const file = ledgerFile(folder);
  if (!existsSync(file))
    throw new Error(`There is no receipt ledger at ${file}. Name the server's data folder.`);
  const gone = await identitiesIn(withdrawalsFile(folder), removalsFile(folder));
  const losses = await identitiesIn(lossesFile(folder));
  let [receipts, explained, lost] = [0, 0, 0];
  for await (const page of pagesOf(file)) {
    receipts += page.length;
    const findings = await findingsOf(read, page);
    const withdrawn = await withdrawnNow(read, findings, gone);
    for (const finding of findings) {
      const isMissing = finding.problem === "missing";
      if (isMissing && withdrawn(finding)) explained += 1;
      else if (isMissing && losses.has(lossName(finding))) lost += 1;
      else tell(finding);
    }
  }
  return { receipts, explained, lost };
}

function lossName({ responseId, revision }: LedgerFinding): string {
  return goneName({ responseId, ...(revision === null ? { quarantined: true } : { revision }) });
}

/** The ledger of withdrawals, and the database's own list for those who withdrew while we looked. */
async function withdrawnNow(read: Read, findings: readonly LedgerFinding[], gone: Identities) {
  const open = findings.map(({ responseId }) => responseId).filter((id) => !gone.has(id));
  const listed =
    open.length === 0
      ? new Set<string>()
      : await read((context) => withdrawnAmong(context, open)).catch(() => new Set<string>());
  return ({ responseId, revision }: LedgerFinding) =>
    gone.has(responseId) ||
    listed.has(responseId) ||
    (revision === null && gone.has(goneName({ responseId, quarantined: true })));
}

/** Where a page of the database is damaged, its neighbours are still looked up one by one. */
async function findingsOf(read: Read, page: readonly Receipted[]): Promise<LedgerFinding[]> {
  const kept = await keptOf(read, page);
  if (kept === undefined) {
    const [only] = page;
    if (only && page.length === 1) return [{ ...nameOf(only), problem: "unreadable" }];
    const findings: LedgerFinding[] = [];
    for (const entry of page) findings.push(...(await findingsOf(read, [entry])));
    return findings;
  }
  return page.flatMap((entry) => {
    const name = nameOf(entry);
    const hashes = kept.get(`${name.responseId}/${name.revision ?? "quarantined"}`);
    if (hashes?.includes(entry.hash)) return [];
    return [{ ...name, problem: hashes === undefined ? ("missing" as const) : ("changed" as const) }];
  });
}

async function keptOf(read: Read, page: readonly Receipted[]) {
  const ids = page.map(({ responseId }) => responseId);
  try {
    return await read((context) => keptHashes(context, ids));
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}

/** SQLite says so itself when what it reads cannot be right. */
export function isDamage(error: unknown): boolean {
  return /malformed|not a database|disk I\/O error/.test(failureOf(error).message);
}

function nameOf(entry: Receipted): Pick<LedgerFinding, "responseId" | "revision"> {
  return { responseId: entry.responseId, revision: "quarantined" in entry ? null : entry.revision };
}

const pageSize = 500;

async function* pagesOf(file: string): AsyncGenerator<Receipted[]> {
  let page: Receipted[] = [];
  for await (const entry of ledgerLines<Receipted>(file)) {
    page.push(entry);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
