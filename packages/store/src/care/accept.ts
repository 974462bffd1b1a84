import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppendOnly, type Gone, lossesFile } from "../ledger/index.ts";
import { holdFolder } from "../lock/index.ts";
import { openTransactions, type Place } from "../open/index.ts";
import { forgetKeyMark, listKeyMarks } from "../operations/index.ts";
import { writeCounts } from "./counts.ts";
import { type Finding, type Verification, verifyData } from "./verify.ts";

interface Asked {
  /** Why, for whoever reads the ledger later; without names of people. */
  readonly reason: string;
  readonly now: Date;
  /** Hears what is not as it was acknowledged, and cannot be accepted as lost. */
  readonly tell: (finding: Finding) => void;
}

/** A response that is lost for good, as `losses.ledger` names it. */
type Loss = Gone & { readonly acceptedOn: string; readonly reason: string };

/**
 * Takes down that responses which were acknowledged and are missing are lost for good: no backup has them. They are named
 * in a ledger of their own, and today's counts are those that later ones are compared with. Nothing else is accepted:
 * what is there and altered stays a finding. Keys whose files are gone are forgotten too, so that the next start makes
 * others. A device that still holds such a response may bring it again.
 *
 * @returns how many responses were accepted, which keys, and how everything stands then
 * @throws FolderHeldError while a server runs
 */
export async function acceptLosses(
  place: Place,
  { reason, now, tell }: Asked,
): Promise<{ accepted: number; keys: readonly string[]; verification: Verification }> {
  const lock = holdFolder(place.folder);
  try {
    const acceptedOn = now.toISOString().slice(0, 10);
    const losses: Loss[] = [];
    const { waves } = await verifyData(place, (finding) => {
      if (finding.problem !== "missing") return;
      const { responseId, revision } = finding;
      const which = revision === null ? { quarantined: true as const } : { revision };
      losses.push({ responseId, ...which, acceptedOn, reason });
    });
    append(place.folder, losses);
    await writeCounts(place, waves, acceptedOn);
    const keys = await forgetLostKeys(place);
    return { accepted: losses.length, keys, verification: await verifyData(place, tell) };
  } finally {
    lock.release();
  }
}

/** Marks are named after the files of their keys. */
async function forgetLostKeys(place: Place): Promise<readonly string[]> {
  const { transact, close } = openTransactions(place);
  try {
    const marks = await transact((context) => listKeyMarks(context));
    const lost = marks.map(({ name }) => name).filter((name) => !existsSync(join(place.folder, name)));
    for (const name of lost) await transact((context) => forgetKeyMark(context, name));
    return lost;
  } finally {
    await close();
  }
}

function append(folder: string, losses: readonly Loss[]): void {
  const ledger = new AppendOnly<Loss>(lossesFile(folder), (line) => `${JSON.stringify(line)}\n`);
  try {
    for (let from = 0; from < losses.length; from += 1_000) ledger.append(losses.slice(from, from + 1_000));
  } finally {
    ledger.close();
  }
}
