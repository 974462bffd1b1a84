import { expect, test } from "vitest";
import { cutPower, record, straceIsHere } from "./power-recording.ts";

const cuts = process.env.TILTAS_FULL ? 200 : 30;

test.skipIf(!straceIsHere).each([
  ["the database", "fsync:error=EIO:when=40+"],
  ["the ledger", "fdatasync:error=EIO:when=20+"],
])(
  "a disk whose syncs of %s fail again and again is never believed: no response is acknowledged on a failed sync",
  async (_name, failing) => {
    const recording = await record(150, { failing });
    expect(recording.calls.some(({ kind }) => kind === "failed-sync")).toBe(true);
    expect(recording.statuses.filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
    expect(await cutPower(recording, cuts)).toEqual({ fromDatabase: 0, fromLedger: 0 });
  },
);

test.skipIf(!straceIsHere)(
  "control: a server that does not hear that the sync failed loses what it acknowledged",
  async () => {
    const recording = await record(150, { failing: "fdatasync:error=EIO:when=20+", without: "ear" });
    expect((await cutPower(recording, cuts)).fromLedger).toBeGreaterThan(0);
  },
);
