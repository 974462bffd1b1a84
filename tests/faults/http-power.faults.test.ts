import { openStore } from "@tiltas/store/open";
import { expect, test } from "vitest";
import { Disk } from "./power-cut.ts";
import { cutPower, record, straceIsHere } from "./power-recording.ts";
import { newFolder } from "./store-kills.ts";

test.skipIf(!straceIsHere)(
  "wherever the power is cut, what was acknowledged is in the database and in the ledger, and the server starts again",
  async () => {
    const cuts = process.env.TILTAS_FULL ? 2_000 : 200;
    const recording = await record(process.env.TILTAS_FULL ? 2_000 : 300);
    expect(await cutPower(recording, cuts)).toEqual({ fromDatabase: 0, fromLedger: 0 });
    const folder = newFolder();
    const disk = new Disk();
    for (const call of recording.calls) disk.play(call);
    disk.leave(recording.data, folder, () => false);
    const store = await openStore({ folder });
    expect(store.warnings).toEqual([]);
    expect(await store.countResponses("autumn")).toBeGreaterThanOrEqual(disk.acknowledged.size);
    await store.close();
  },
);

test.skipIf(!straceIsHere)("control: with synchronous=OFF the same cuts lose responses", async () => {
  const loss = await cutPower(await record(100, { without: "database" }), 40);
  expect(loss.fromDatabase).toBeGreaterThan(0);
});

test.skipIf(!straceIsHere)("control: without the sync of the ledger its names are lost", async () => {
  const loss = await cutPower(await record(100, { without: "ledger" }), 40);
  expect(loss.fromDatabase).toBe(0);
  expect(loss.fromLedger).toBeGreaterThan(0);
});
