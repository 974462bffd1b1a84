import { join } from "node:path";
import { AppendOnly } from "./append-only.ts";
import { ledgerLines } from "./identities.ts";
import { type Withdrawn, withdrawalsFile } from "./withdrawals.ts";

/** Files that were handed out by a command, beside the server: who holds them, what for and until when. */
export interface HandedOut {
  readonly id: string;
  readonly wave: string;
  /** The wave before, of which there are answers in the files too. */
  readonly previousWave: string | null;
  readonly holder: string;
  readonly purpose: string;
  /** YYYY-MM-DD. */
  readonly expires: string;
  /** ISO time. */
  readonly at: string;
  readonly respondents: number;
  /** How many people of these waves had withdrawn by then. */
  readonly withdrawn: number;
}

/** The same as it stands now. */
export interface HandedOutNow extends HandedOut {
  /** People of its waves who have withdrawn since, at most so many of them in the files. */
  readonly withdrawnSince: number;
}

const exportsFile = (folder: string) => join(folder, "exports.ledger");

/** Enters files into the register, before anything is written into them. */
export async function registerExport(folder: string, entry: Omit<HandedOut, "withdrawn">): Promise<void> {
  const withdrawn = await countWithdrawals(folder, entry);
  const ledger = new AppendOnly<HandedOut>(exportsFile(folder), (line) => `${JSON.stringify(line)}\n`);
  try {
    ledger.append([{ ...entry, withdrawn }]);
  } finally {
    ledger.close();
  }
}

/** What was handed out of a wave, newest first. */
export async function exportsOfWave(folder: string, wave: string): Promise<readonly HandedOutNow[]> {
  const found: HandedOutNow[] = [];
  for await (const entry of ledgerLines<HandedOut>(exportsFile(folder)))
    if (entry.wave === wave || entry.previousWave === wave)
      found.push({ ...entry, withdrawnSince: (await countWithdrawals(folder, entry)) - entry.withdrawn });
  return found.toReversed();
}

async function countWithdrawals(
  folder: string,
  { wave, previousWave }: Pick<HandedOut, "wave" | "previousWave">,
): Promise<number> {
  let count = 0;
  for await (const line of ledgerLines<Withdrawn>(withdrawalsFile(folder)))
    if (line.wave === wave || line.wave === previousWave) count++;
  return count;
}
