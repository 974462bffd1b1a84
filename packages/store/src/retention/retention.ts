import { AppendOnly, type Gone, goneName, identitiesIn, removalsFile } from "../ledger/index.ts";
import { holdFolder } from "../lock/index.ts";
import type { Place } from "../open/index.ts";
import { newestArrival } from "../operations/index.ts";
import { type Certificate, type CertifiedRemoval, writeCertificate } from "./certificate.ts";
import { clockObjection, noteClock } from "./clock.ts";
import { dayOf } from "./days.ts";
import { type Due, type DueHolding, dueHoldings } from "./due.ts";
import { type Ground, lookAt, workOn } from "./ground.ts";
import { digestOfNames } from "./names.ts";

interface Asked {
  readonly now: Date;
  /** Whoever runs this has looked at the clock, and it is right although it jumped. */
  readonly clockIsRight?: boolean;
}

export interface DueNow {
  readonly due: readonly Due[];
  /** Why nothing would be removed at this moment. */
  readonly objection: string | undefined;
}

/** Lists what is past its term now, and removes nothing; works beside a running server. */
export function listDue(place: Place, { now }: Asked): Promise<DueNow> {
  return lookAt(place, (ground) => dueNow(ground, now));
}

/**
 * Removes what is past its term now, exactly that, writes what went into the ledger of removals before it goes, and a
 * certificate afterwards. The files are then written anew, so that nothing of it is left in them.
 *
 * @returns the certificate and its file; undefined when nothing was due
 * @throws FolderHeldError while a server runs, RetentionError when the clock cannot be believed
 */
export function removeDue(
  place: Place,
  { now, clockIsRight = false }: Asked,
): Promise<{ certificate: Certificate; file: string } | undefined> {
  return alone(place, async (ground, compact) => {
    const objection = clockObjection(
      ground.folder,
      now,
      await ground.transact((context) => newestArrival(context)),
    );
    if (objection !== undefined && !clockIsRight) throw new RetentionError(objection);
    const holdings = await dueHoldings(ground, now);
    const removed = await removeAll(ground, holdings, now);
    noteClock(ground.folder, now);
    if (removed.length === 0) return undefined;
    await compact();
    return writeCertificate(ground.folder, now, removed);
  });
}

/** Retention refuses, in a sentence with what to do. */
export class RetentionError extends Error {
  override readonly name = "RetentionError";
}

async function dueNow(ground: Ground, now: Date): Promise<DueNow> {
  const newest = await ground.transact((context) => newestArrival(context));
  const holdings = await dueHoldings(ground, now);
  const due = holdings.map(({ remove: _remove, ...rest }) => rest);
  return { due, objection: clockObjection(ground.folder, now, newest) };
}

/** With the folder's lock: no server takes answers meanwhile. */
async function alone<Result>(
  place: Place,
  work: (ground: Ground, compact: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const lock = holdFolder(place.folder);
  try {
    return await workOn(place, work);
  } finally {
    lock.release();
  }
}

async function removeAll(
  { folder }: Ground,
  holdings: readonly DueHolding[],
  now: Date,
): Promise<readonly CertifiedRemoval[]> {
  // A removal that was interrupted has named some already; named twice they would count twice.
  const named = await identitiesIn(removalsFile(folder));
  const ledger = new AppendOnly<Gone>(removalsFile(folder), (line) => `${JSON.stringify(line)}\n`);
  const removed: CertifiedRemoval[] = [];
  try {
    for (const { remove, ...due } of holdings) {
      const names = digestOfNames();
      await remove((page) => {
        names.add(page);
        const lines = page.flatMap((name) => removalLine(due, name, dayOf(now)));
        ledger.append(lines.filter((line) => !named.has(goneName(line))));
      });
      removed.push({ ...due, count: names.count(), names: names.digest() });
    }
  } finally {
    ledger.close();
  }
  return removed;
}

/** What a check, or a restore of an older backup, must know: responses that were acknowledged and are kept no longer. */
function removalLine(due: Due, responseId: string, removedOn: string): readonly Gone[] {
  const line = { responseId, wave: due.wave, removedOn };
  if (due.class === "answers") return [line];
  return due.class === "quarantine" ? [{ ...line, quarantined: true }] : [];
}
