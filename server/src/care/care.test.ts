import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAccessStore, openStore } from "@tiltas/store/open";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testServer } from "../../support/test-server.ts";
import { createCare } from "./care.ts";
import { lookInThread } from "./look-in-thread.ts";
import { nightOf } from "./nights.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-care-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const nothing = { receipts: 0, responses: 0, findings: 0, sentences: [], responseIds: [], due: [] };
const stores = {
  store: { sweepDrafts: async () => {} },
  paradata: { settle: async () => {} },
  access: { listEnded: async () => ({ sessions: [], invitations: [] }), removeEnded: async () => {} },
};

test("a night begins at three in the morning in Lithuania, in summer and in winter time", () => {
  expect(nightOf(new Date("2026-11-22T00:59:00Z"))).toBe("2026-11-21");
  expect(nightOf(new Date("2026-11-22T01:00:00Z"))).toBe("2026-11-22");
  expect(nightOf(new Date("2026-07-01T00:00:00Z"))).toBe("2026-07-01");
  expect(nightOf(new Date("2026-06-30T23:59:00Z"))).toBe("2026-06-30");
});

test("it looks once a night, however often it is asked and whichever way the clock moves", async () => {
  let now = Date.parse("2026-11-21T20:00:00Z");
  let looks = 0;
  const look = async () => {
    looks += 1;
    return nothing;
  };
  const care = createCare({ place: { folder }, ...stores, clock: () => new Date(now), look });
  for (const hours of [0, 1, 1, 1]) {
    now += hours * 3_600_000;
    await care.tick();
  }
  expect(looks).toBe(1);
  now += 3 * 3_600_000;
  await care.tick();
  await care.tick();
  expect(looks).toBe(2);
  now -= 400 * 86_400_000;
  await care.tick();
  expect(looks).toBe(3);
});

test("what it finds is said without an id; a look that fails is said too, and the next night tries again", async () => {
  let now = Date.parse("2026-11-21T20:00:00Z");
  const said: string[] = [];
  let fails = false;
  const look = async () => {
    if (fails) throw new Error("no such file");
    return { ...nothing, findings: 2, responseIds: ["secret-id"], due: ["codes"] };
  };
  const care = createCare({ place: { folder }, ...stores, clock: () => new Date(now), look });
  care.begin((line) => said.push(line));
  await care.tick();
  fails = true;
  now += 86_400_000;
  await care.tick();
  care.end();
  expect(said).toEqual([
    expect.stringMatching(/^The nightly check found 2 .* Run: npx tiltas admin verify$/),
    expect.stringMatching(/^Past their term: codes\./),
    expect.stringMatching(/could not be done/),
  ]);
  expect(said.join()).not.toContain("secret-id");
  expect(care.latest()?.findings).toBe(2);
});

test("the look itself runs in a thread, counts every wave and notes the clock", async () => {
  const store = await openStore({ folder });
  await (await openAccessStore({ folder })).close();
  const now = new Date("2026-11-22T01:00:00Z");
  const looked = await lookInThread({ folder }, now, new AbortController().signal);
  expect(looked).toEqual(nothing);
  expect(readFileSync(join(folder, "counts.ledger"), "utf8")).toMatch(/^\{"day":"2026-11-22"/);
  expect(readFileSync(join(folder, "clock.mark"), "utf8")).toBe("2026-11-22T01:00:00.000Z\n");
  await store.close();
});

test("a look that is stopped with the server does not keep it from ending", async () => {
  const stop = new AbortController();
  const looking = lookInThread({ folder: join(folder, "nowhere") }, new Date(), stop.signal);
  stop.abort();
  await expect(looking).rejects.toThrow();
});

test("administrators and the data protection officer read what was found; others do not", async () => {
  const server = await testServer();
  try {
    const [administrator, analyst] = [
      await server.signedIn("administrator"),
      await server.signedIn("analyst"),
    ];
    const read = (cookie: string) => server.send("GET", "/api/staff/care", { cookie });
    expect(await read(administrator)).toMatchObject({ status: 200, body: { latest: null } });
    await server.rooms.care.tick();
    expect((await read(administrator)).body).toMatchObject({ latest: { findings: 0, receipts: 0 } });
    expect((await read(analyst)).status).toBe(403);
  } finally {
    await server.close();
  }
});
