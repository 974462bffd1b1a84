import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { openReader, openStore, verifyLedger } from "@tiltas/store/open";
import { FolderHeldError } from "@tiltas/store/port";
import { expect, test } from "vitest";
import { holdFolder } from "../../packages/store/src/lock/index.ts";
import { killUnderLoad, newFolder, seeded, startUnderLoad } from "./store-kills.ts";

test("a second process on the folder is refused while the first lives, even while it is stopped; a kill -9 frees the folder", async () => {
  const folder = newFolder();
  const first = await startUnderLoad({ folder }, join(newFolder(), "acknowledged"), 0, "store");
  const refusal = () => openStore({ folder }).catch((error: unknown) => error);
  const refused = await refusal();
  expect(refused).toBeInstanceOf(FolderHeldError);
  expect(String(refused)).toContain(`process ${first.pid} on`);
  first.signal("SIGSTOP");
  expect(await refusal()).toBeInstanceOf(FolderHeldError);
  await first.kill();
  const second = await openStore({ folder });
  expect((await second.findWave("spring"))?.id).toBe("spring");
  await second.close();
});

test("control: with the lock's file taken away a second process has the folder too", async () => {
  const folder = newFolder();
  const first = await startUnderLoad({ folder }, join(newFolder(), "acknowledged"), 0, "store");
  first.signal("SIGSTOP");
  rmSync(join(folder, "lock.sqlite"));
  expect(() => holdFolder(folder).release()).not.toThrow();
  await first.kill();
});

test("whatever is cut from, broken in or taken with the write-ahead log, the ledger names every acknowledged response that is gone", async () => {
  const source = newFolder();
  const acknowledged = await killUnderLoad({ folder: source }, 2, "store");
  const random = seeded(7);
  let losses = 0;
  for (let damage = 0; damage < (process.env.TILTAS_FULL ? 500 : 40); damage++) {
    const folder = newFolder();
    for (const file of ["data.sqlite", "data.sqlite-wal", "receipts.ledger"])
      if (existsSync(join(source, file))) copyFileSync(join(source, file), join(folder, file));
    damageLog(join(folder, "data.sqlite-wal"), damage, random());
    const kept = await idsIn(folder);
    const lost = [...acknowledged.ids].filter((id) => !kept.has(id));
    const { findings } = await verifyLedger({ folder });
    const named = new Set(findings.map(({ responseId }) => responseId));
    expect(lost.filter((id) => !named.has(id))).toEqual([]);
    losses += lost.length;
    rmSync(folder, { recursive: true });
  }
  expect(losses).toBeGreaterThan(0);
});

/** Cuts the log at some place, flips one bit in it, or removes it. */
function damageLog(log: string, kind: number, where: number): void {
  const place = Math.floor(where * statSync(log).size);
  if (kind === 0) rmSync(log);
  else if (kind % 2 === 0) truncateSync(log, place);
  else {
    const bytes = readFileSync(log);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(log, bytes);
  }
}

async function idsIn(folder: string): Promise<ReadonlySet<string>> {
  const reader = await openReader({ folder });
  const ids = new Set<string>();
  for await (const { responseId } of reader.responsesOfWave("spring")) ids.add(responseId);
  await reader.close();
  return ids;
}
