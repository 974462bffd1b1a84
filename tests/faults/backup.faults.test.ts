import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BackupKey, backUp, makeKeyFile, restore } from "@tiltas/store/backup";
import { openReader, openStore } from "@tiltas/store/open";
import { expect, test } from "vitest";
import { openWave } from "../../packages/store/src/suite/builders.ts";
import { newFolder, startUnderLoad } from "./store-kills.ts";
import { responseOf } from "./store-respondents.ts";

const backups = process.env.TILTAS_FULL ? 20 : 3;
/** A limit against hanging, not a measure. */
const limit = { timeout: 60_000 + backups * 60_000 };

const key: BackupKey = makeKeyFile(join(newFolder(), "key"));
const nothing = () => {};

async function idsIn(folder: string): Promise<ReadonlySet<string>> {
  const reader = await openReader({ folder });
  const ids = new Set<string>();
  for await (const { responseId } of reader.responsesOfWave("spring")) ids.add(responseId);
  await reader.close();
  return ids;
}

const acknowledgedBy = (file: string) =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" ")[1] ?? "");

test(
  `${backups} of ${backups} backups taken while sixteen respondents answer restore whole elsewhere, with every response acknowledged before`,
  limit,
  async () => {
    const [folder, elsewhere] = [newFolder(), newFolder()];
    const file = join(newFolder(), "acknowledged");
    for (let taken = 0; taken < backups; taken++) {
      const server = await startUnderLoad({ folder }, file, taken, "store");
      await pause(150);
      const before = acknowledgedBy(file);
      const to = join(elsewhere, `${taken}.backup`);
      const { verification } = await backUp({ folder }, { file: to, key, tell: nothing });
      const during = acknowledgedBy(file).length - before.length;
      await server.kill();
      expect({ findings: verification?.findings, whileAnswering: during > 0 }).toEqual({
        findings: 0,
        whileAnswering: true,
      });
      const place = { folder: join(elsewhere, `${taken}`) };
      const asked = { file: to, key, withdrawals: undefined, tell: nothing };
      expect((await restore(place, asked)).findings).toBe(0);
      const ids = await idsIn(place.folder);
      expect(before.length).toBeGreaterThan(16);
      expect(before.filter((id) => !ids.has(id))).toEqual([]);
    }
  },
);

test("control: the file copied beside a running server lacks what a backup holds", async () => {
  const [folder, copy] = [newFolder(), newFolder()];
  const store = await openStore({ folder });
  await openWave(store);
  for (let place = 1; place <= 20; place++) await store.receive(responseOf(0, place));
  execFileSync("cp", [join(folder, "data.sqlite"), join(copy, "data.sqlite")]);
  await backUp({ folder }, { file: join(copy, "a.backup"), key, tell: nothing });
  await restore(
    { folder: join(copy, "new") },
    { file: join(copy, "a.backup"), key, withdrawals: undefined, tell: nothing },
  );
  expect((await idsIn(join(copy, "new"))).size).toBe(20);
  expect(
    await idsIn(copy).then(
      ({ size }) => size,
      () => 0,
    ),
  ).toBeLessThan(20);
  await store.close();
});

/** A small disk of its own; undefined where this user may not mount one. */
function smallDisk(): string | undefined {
  const folder = newFolder();
  try {
    execFileSync("/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], {
      stdio: "ignore",
    });
    return folder;
  } catch {
    console.warn("Skipped: a small disk can be mounted only by root on Linux.");
    return undefined;
  }
}

const disk = smallDisk();

test.skipIf(disk === undefined)(
  "a disk that fills while a backup is written leaves no half file, and the last good backup as it was",
  async () => {
    if (disk === undefined) return;
    try {
      const folder = newFolder();
      const store = await openStore({ folder });
      await openWave(store);
      await store.receive(responseOf(0, 1));
      const first = join(disk, "first.backup");
      await backUp({ folder }, { file: first, key, tell: nothing });
      const good = readFileSync(first);
      writeFileSync(join(disk, "ballast"), Buffer.alloc(700_000));
      for (let place = 2; place <= 200; place++) await store.receive(responseOf(0, place));
      const second = backUp({ folder }, { file: join(disk, "second.backup"), key, tell: nothing });
      await expect(second).rejects.toThrow(/There is no space left for .*earlier backups are untouched/);
      expect(readdirSync(disk).toSorted()).toEqual(["ballast", "first.backup"]);
      expect(readFileSync(first).equals(good)).toBe(true);
      expect(existsSync(join(folder, `backup.work.${process.pid}`))).toBe(false);
      // Control: a copy that is written over the last one, as scripts do, leaves neither.
      expect(() => copyFileSync(join(folder, "data.sqlite"), first)).toThrow(/ENOSPC/);
      expect(existsSync(first)).toBe(false);
      await store.close();
    } finally {
      execFileSync("/usr/bin/env", ["umount", "-l", disk]);
    }
  },
);
