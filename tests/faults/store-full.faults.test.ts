import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type OpenedStore, openStore, verifyLedger } from "@tiltas/store/open";
import { StorageFullError } from "@tiltas/store/port";
import { expect, test } from "vitest";
import { openWave } from "../../packages/store/src/suite/builders.ts";
import { newFolder } from "./store-kills.ts";
import { responseOf } from "./store-respondents.ts";

/** A small disk of its own; undefined where this user may not mount one. */
function smallDisk(): string | undefined {
  const folder = newFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", folder], { stdio: "ignore" });
    return folder;
  } catch {
    console.warn("Skipped: a small disk can be mounted only by root on Linux.");
    return undefined;
  }
}

const folder = smallDisk();

/** Sends bursts until one is refused; returns the places that were acknowledged and the first refusal. */
async function fill(store: OpenedStore, run: number): Promise<{ kept: number; refusal: unknown }> {
  let kept = 0;
  for (let burst = 0; burst < 2_000; burst++) {
    const sent = Array.from({ length: 10 }, (_, i) => store.receive(responseOf(run, burst * 10 + i)));
    const settled = await Promise.allSettled(sent);
    kept += settled.filter(({ status }) => status === "fulfilled").length;
    const refused = settled.find((result) => result.status === "rejected");
    if (refused?.status === "rejected") return { kept, refusal: refused.reason };
  }
  throw new Error("The disk never filled.");
}

test.skipIf(folder === undefined)(
  "a full disk refuses responses and keeps reading; with space again it goes on by itself",
  async () => {
    if (folder === undefined) return;
    try {
      writeFileSync(join(folder, "ballast"), Buffer.alloc(2 * 1024 * 1024));
      const store = await openStore({ folder });
      await openWave(store);
      const { kept, refusal } = await fill(store, 1);
      expect(refusal).toBeInstanceOf(StorageFullError);
      await expect(store.receive(responseOf(2, 0))).rejects.toBeInstanceOf(StorageFullError);
      expect((await store.findWave("spring"))?.id).toBe("spring");
      const heldWhenFull = await store.countResponses("spring");
      expect(heldWhenFull).toBeGreaterThanOrEqual(kept);
      rmSync(join(folder, "ballast"));
      expect((await store.receive(responseOf(2, 0))).outcome).toBe("stored");
      await store.close();
      const { receipts, findings } = await verifyLedger({ folder });
      expect(findings).toEqual([]);
      expect(receipts).toBe(heldWhenFull + 1);
    } finally {
      execFileSync("umount", ["-l", folder]);
    }
  },
);
