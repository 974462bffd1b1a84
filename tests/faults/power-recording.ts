import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openReader } from "@tiltas/store/open";
import { expect } from "vitest";
import { startClients } from "./http-clients.ts";
import { startProcess } from "./http-process.ts";
import { Disk } from "./power-cut.ts";
import { newFolder, seeded } from "./store-kills.ts";
import { type Call, readCalls, tracedInto } from "./system-call-log.ts";
import { without as lacking, type Protection } from "./without.ts";

/** Whether this machine can log and break the system calls of a program. */
export const straceIsHere = canTrace();

function canTrace(): boolean {
  try {
    execFileSync("strace", ["-qq", "-o", "/dev/null", "true"], { stdio: "ignore" });
    return true;
  } catch {
    console.warn("Skipped: the power cuts need strace (Debian: apt-get install strace) and leave to trace.");
    return false;
  }
}

export interface Recording {
  readonly data: string;
  readonly calls: readonly Call[];
  /** What the devices were answered. */
  readonly statuses: readonly number[];
}

export interface How {
  /** The protection that is taken away. */
  readonly without?: Protection;
  /** Words of strace by which calls fail. */
  readonly failing?: string;
}

/** Sixteen devices until enough is acknowledged; then the server's calls, from its first start on. */
export async function record(enough: number, { without, failing }: How = {}): Promise<Recording> {
  const folder = newFolder();
  const log = join(folder, "calls");
  const server = await startProcess(folder, [], {
    under: tracedInto(log, failing),
    ...(without ? lacking(without) : {}),
  });
  const clients = startClients(16, () => server.origin);
  const until = Date.now() + 60_000;
  while (clients.acknowledged.hashes.size < enough && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await server.kill("SIGKILL");
  await clients.stop();
  const calls = await readCalls(log);
  rmSync(log);
  const statuses = [...clients.acknowledged.statuses.keys()].sort();
  return { data: join(folder, "data"), calls, statuses };
}

export interface Loss {
  /** Acknowledged, and not in the database after the cut. */
  readonly fromDatabase: number;
  /** Acknowledged, and not named by the ledger: nobody would ever know. */
  readonly fromLedger: number;
}

/** Cuts the power at places spread over the whole load; every second cut lets a half of the unsynced writes survive. */
export async function cutPower({ data, calls }: Recording, cuts: number): Promise<Loss> {
  const disk = new Disk();
  const random = seeded(3);
  const first = calls.findIndex(({ kind }) => kind === "acknowledge");
  expect(first, "the log holds acknowledgements").toBeGreaterThan(0);
  const places = new Set(
    Array.from(
      { length: cuts },
      (_, cut) => first + Math.floor(((cut + 1) * (calls.length - first)) / cuts) - 1,
    ),
  );
  const loss = { fromDatabase: 0, fromLedger: 0 };
  for (const [place, call] of calls.entries()) {
    disk.play(call);
    if (!places.has(place)) continue;
    const folder = newFolder();
    disk.leave(data, folder, place % 2 === 0 ? () => random() < 0.5 : () => false);
    const ledger = new Set(
      [...readFileSync(join(folder, "receipts.ledger"), "utf8").matchAll(/"responseId":"([\w-]+)".*\n/g)].map(
        ([, id]) => id,
      ),
    );
    const kept = await idsIn(folder);
    for (const id of disk.acknowledged) {
      if (!kept.has(id)) loss.fromDatabase += 1;
      if (!ledger.has(id)) loss.fromLedger += 1;
    }
    rmSync(folder, { recursive: true });
  }
  return loss;
}

async function idsIn(folder: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const reader = await openReader({ folder }).catch(() => undefined);
  if (!reader) return ids;
  try {
    for await (const { responseId } of reader.responsesOfWave("autumn")) ids.add(responseId);
  } catch {
    // A file that a careless server left in pieces holds nothing that counts.
  }
  await reader.close();
  return ids;
}
