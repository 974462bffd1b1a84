import { ledgerFile } from "../ledger/index.ts";
import { type LedgerFinding, lookUpReceipts, openReading, type Place } from "../open/index.ts";
import { failureOf } from "../writer/index.ts";
import { checkCounts, type WaveCount } from "./counts.ts";
import { checkReleases } from "./releases.ts";
import { checkQuarantine, checkRows, type RowFinding } from "./rows.ts";
import { structureOf } from "./structure.ts";

/** Something that is not as it was acknowledged, about one response or about the data as a whole. */
export type Finding = LedgerFinding | RowFinding | DataFinding;

/** About no single response: a damaged file, a ledger that is shorter than it was, a wave that lost responses, a release that was changed. */
export interface DataFinding {
  readonly problem: "structure" | "ledger" | "count" | "release";
  readonly sentence: string;
}

export interface Verification {
  /** Acknowledged responses by the receipt ledger; rows read in the database. */
  readonly receipts: number;
  readonly rows: number;
  /** Receipts of responses that were withdrawn, or removed when their term was over. */
  readonly explained: number;
  /** Receipts of responses that were accepted as lost. */
  readonly lost: number;
  /** Rows from before rows had a hash: only answers and consent of these are checked. */
  readonly withoutRowHash: number;
  readonly waves: readonly WaveCount[];
  readonly findings: number;
}

/**
 * Checks everything that was promised: each receipt has its response, each response the content and the columns it came
 * with, nobody who withdrew is back, no wave has fewer people than it was counted to have, and the files are whole.
 * Memory stays small however many there are; works beside a running server.
 *
 * @param tell  called for each finding, as they come
 * @throws Error when there are no data or no ledger in the folder
 */
export async function verifyData(place: Place, tell: (finding: Finding) => void): Promise<Verification> {
  let findings = 0;
  const found = (finding: Finding) => {
    findings += 1;
    tell(finding);
  };
  const structure = await structureOf(place);
  for (const sentence of structure) found({ problem: "structure", sentence });
  try {
    return { ...(await checkAll(place, found)), findings };
  } catch (error) {
    if (structure.length === 0) throw error;
    const sentence = `The check could not go on (${failureOf(error).message}); what ${ledgerFile(place.folder)} names must be taken from a backup.`;
    found({ problem: "structure", sentence });
    return { receipts: 0, rows: 0, explained: 0, lost: 0, withoutRowHash: 0, waves: [], findings };
  }
}

async function checkAll(
  place: Place,
  found: (finding: Finding) => void,
): Promise<Omit<Verification, "findings">> {
  const { read, close } = openReading(place);
  try {
    const waves = await checkCounts(place, read, found);
    const { receipts, explained, lost } = await lookUpReceipts(place, read, found);
    const { rows, withoutRowHash } = await checkRows(place, read, found);
    await checkQuarantine(read, found);
    await checkReleases(place, read, found);
    return { receipts, rows, explained, lost, withoutRowHash, waves };
  } finally {
    await close();
  }
}
