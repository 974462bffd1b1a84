import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { testServer } from "../../support/test-server.ts";
import { prepareOpenWaves } from "./prepare.ts";

test("before the first person comes an open wave has its key on disk, and its plan is being compiled", async () => {
  const server = await testServer();
  const of = vi.fn(async () => undefined);
  const { store, rooms, clock, folder } = server;
  const prepare = () =>
    prepareOpenWaves({ store, ...rooms, plans: { of }, clock: () => new Date(clock.now) });
  clock.now = Date.parse("2027-01-01T12:00:00Z");
  await prepare();
  expect([existsSync(join(folder, "keys")), of.mock.calls.length]).toEqual([false, 0]);
  clock.now = Date.parse("2026-11-21T12:00:00Z");
  await prepare();
  expect([existsSync(join(folder, "keys", "integration.json")), of.mock.calls.length]).toEqual([true, 1]);
  await server.close();
});
