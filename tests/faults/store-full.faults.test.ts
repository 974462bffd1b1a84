import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type OpenedStore, openAccessStore, openStore, verifyLedger } from "@tiltas/store/open";
import { StorageFullError } from "@tiltas/store/port";
import { expect, test } from "vitest";
import { openWave } from "../../packages/store/src/suite/builders.ts";
import { giveBack, smallDisk } from "./small-disk.ts";
import { responseOf } from "./store-respondents.ts";

const folder = smallDisk(6);

/** Sends bursts of ten until one is refused. */
async function fill(store: OpenedStore): Promise<{ kept: number; refused: number[]; reasons: unknown[] }> {
  let kept = 0;
  for (let burst = 0; burst < 2_000; burst++) {
    const places = Array.from({ length: 10 }, (_, i) => burst * 10 + i);
    const settled = await Promise.allSettled(places.map((place) => store.receive(responseOf(1, place))));
    const reasons = settled.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    kept += settled.length - reasons.length;
    const refused = places.filter((_, i) => settled[i]?.status === "rejected");
    if (refused.length > 0) return { kept, refused, reasons };
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
      const access = await openAccessStore({ folder });
      await openWave(store);
      const { kept, refused, reasons } = await fill(store);
      for (const reason of reasons) expect(reason).toBeInstanceOf(StorageFullError);
      expect((await store.findWave("spring"))?.id).toBe("spring");
      expect(await store.countResponses("spring")).toBeGreaterThanOrEqual(kept);
      const later = new Date(Date.now() + 60_000);
      const invite = (place: number) =>
        access.invite({
          tokenHash: `token ${place}`,
          person: { id: `${place}`, email: `${place}@tiltas.example` },
          role: "analyst",
          municipality: null,
          expiresAt: later,
        });
      const invited = await Promise.allSettled(Array.from({ length: 500 }, (_, place) => invite(place)));
      const refusals = invited.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
      expect(refusals.length).toBeGreaterThan(0);
      for (const reason of refusals) expect(reason).toBeInstanceOf(StorageFullError);
      expect(await access.findSession("nobody", later)).toBeUndefined();
      rmSync(join(folder, "ballast"));
      const again = await Promise.all(refused.map((place) => store.receive(responseOf(1, place))));
      expect(again.filter(({ outcome }) => outcome === "conflict")).toEqual([]);
      const count = await store.countResponses("spring");
      expect(count).toBe(kept + refused.length);
      expect(await invite(1_000)).toBe(true);
      await Promise.all([store.close(), access.close()]);
      expect(await verifyLedger({ folder })).toEqual({ receipts: count, findings: [] });
    } finally {
      giveBack(folder);
    }
  },
);
