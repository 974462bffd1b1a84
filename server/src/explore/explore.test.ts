import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { exampleFigures, madeFigures } from "../../support/made-figures.ts";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { autumn } from "../../support/wave.ts";

let server: TestServer;
let analyst: string;
let coordinator: string;

/** Two waves of one study, each released once. */
beforeAll(async () => {
  server = await testServer({ compute: madeFigures() });
  [analyst, coordinator] = [await server.signedIn("analyst"), await server.signedIn("coordinator", "13")];
  await server.store.saveWave({ ...autumn, id: "spring", opens: "2026-03-01", closes: "2026-04-30" });
  for (const wave of ["spring", "autumn"]) {
    const { body } = await server.send("POST", `/api/staff/waves/${wave}/candidates`, { cookie: analyst });
    const url = `/api/staff/candidates/${body.id}`;
    await vi.waitFor(async () =>
      expect((await server.send("GET", url, { cookie: analyst })).body.state).toBe("ready"),
    );
    const signature = { notes: { lt: "", en: "" }, corrects: null };
    await server.send("POST", `${url}/signatures`, { cookie: analyst, body: signature });
  }
});
afterAll(() => server.close());

const ask = (path: string, cookie = analyst, wave = "autumn") =>
  server.send("GET", `/api/staff/waves/${wave}/releases/1/explore${path}`, { cookie });
const cut = (measure: string, crossing: string) =>
  `?measure=${encodeURIComponent(measure)}&crossing=${encodeURIComponent(crossing)}`;

test.each(["ministry", "public"] as const)(
  "every cell that is explored is the one of the release file of the reader's policy: %s",
  async (policy) => {
    const cookie = policy === "ministry" ? analyst : coordinator;
    const release = exampleFigures("autumn").get(policy);
    const { status, body: frame } = await ask("", cookie);
    expect(status).toBe(200);
    expect([frame.policy, frame.number, frame.measures.length]).toEqual([
      policy,
      1,
      release?.measures.length,
    ]);
    for (const [at, { id }] of (release?.measures ?? []).entries())
      for (const { crossing, domains, cells } of release?.crossings ?? []) {
        const { body } = await ask(`/cells${cut(id, crossing.join())}`, cookie);
        expect(body.rows.map(({ domain }: { domain: string[] }) => domain)).toEqual(domains);
        expect(body.rows.map(({ cell }: { cell: object }) => cell)).toEqual(cells[at]);
      }
  },
);

test("which domains cannot be told apart, what intervals mean and who was not reached is said as in the release", async () => {
  const { body: frame } = await ask("");
  const { body: table } = await ask(`/cells${cut("mun.01", "municipality")}`);
  const release = exampleFigures("autumn").get("ministry");
  const said = release?.alike.find(({ crossing }) => crossing.join() === "municipality");
  expect(table.alike).toEqual(said?.groups);
  expect(table.alike.length).toBeGreaterThan(0);
  const { interval, meaning, unreached } = release?.sampling ?? {};
  expect(frame.sampling).toEqual({ interval, meaning, unreached });
  expect((await ask(`/cells${cut("mun.01", "")}`)).body.alike).toEqual([]);
});

test("what is not in the lattice of the wave is not computed for anybody", async () => {
  for (const asked of [
    cut("mun.01", "municipality,ground"),
    cut("mun.01", "ground,municipality"),
    cut("nothing", "municipality"),
    cut("__proto__", ""),
  ])
    expect((await ask(`/cells${asked}`)).body.type).toBe("/problems/not-in-lattice");
  const filtered = await ask(`/cells${cut("mun.01", "")}&sex=female`);
  expect([filtered.status, filtered.body.type]).toEqual([400, "/problems/invalid-request"]);
});

test("a trend holds the released cells of the waves before, oldest first", async () => {
  const { body } = await ask(`/trend${cut("mun.01", "")}`);
  expect(body.waves.map(({ wave, number }: { wave: string; number: number }) => [wave, number])).toEqual([
    ["spring", 1],
    ["autumn", 1],
  ]);
  const [spring] = body.waves;
  expect(spring.rows[0].cell).toEqual(exampleFigures("spring").get("ministry")?.crossings[0]?.cells[0]?.[0]);
  expect((await ask(`/trend${cut("mun.01", "")}`, analyst, "spring")).body).toMatchObject({
    comparable: false,
  });
});

test("two domains of a cut are put beside each other in a sentence; one that is hidden is not, and its reason is said", async () => {
  const { body: table } = await ask(`/cells${cut("mun.01", "municipality")}`);
  const byState = (shown: boolean) =>
    table.rows.filter(
      ({ cell }: { cell: { state: string } }) =>
        (cell.state === "published" || cell.state === "few-observations") === shown,
    );
  const [one, other] = byState(true);
  const [hidden] = byState(false);
  const two = async (first: string, second: string) =>
    (await ask(`/compare${cut("mun.01", "municipality")}&one=${first}&other=${second}`)).body;
  const told = await two(one.domain[0], other.domain[0]);
  expect(told.difference.value).toBeCloseTo(one.cell.value - other.cell.value, 10);
  expect(told.sentence.lt).not.toBe(told.sentence.en);
  expect(told.sentence.en).toContain(`n = ${one.cell.respondents}`);
  const refused = await two(one.domain[0], hidden.domain[0]);
  expect(refused.difference).toBeNull();
  expect(refused.sentence.en).toMatch(/cannot be compared/);
  expect(await two(one.domain[0], "nowhere")).toMatchObject({ type: "/problems/not-in-lattice" });
});

test("nobody but those who prepare releases sees what is not released, and a coordinator of one place least of all", async () => {
  const { body } = await server.send("POST", "/api/staff/waves/autumn/candidates", { cookie: analyst });
  for (const path of [
    `/api/staff/candidates/${body.id}`,
    `/api/staff/candidates/${body.id}/preview`,
    "/api/staff/waves/autumn/candidates",
    "/api/staff/waves/autumn/weighing",
    "/api/staff/waves/autumn/quality",
    "/api/staff/waves/autumn/microdata",
  ]) {
    const { status } = await server.send("GET", path, { cookie: coordinator });
    expect([path, status]).toEqual([path, 403]);
  }
  expect(
    (await server.send("GET", "/api/staff/waves/autumn/releases/2/explore", { cookie: coordinator })).status,
  ).toBe(404);
});

test("weights and response quality are those of the newest computation; other margins make them outdated", async () => {
  const weighing = async () =>
    (await server.send("GET", "/api/staff/waves/spring/weighing", { cookie: analyst })).body;
  const before = await weighing();
  expect(before).toMatchObject({ outdated: false, respondents: 1_204 });
  expect(before.sheet).toEqual(exampleFigures("spring").get("ministry")?.weighting);
  server.clock.now += 60_000;
  const csv = "margin,cell\n";
  const upload = { wave: "spring", name: "m.csv", csv, digest: "0".repeat(64), by: "somebody" };
  await server.store.uploadMargins({ ...upload, at: new Date(server.clock.now) });
  expect((await weighing()).outdated).toBe(true);
  const quality = await server.send("GET", "/api/staff/waves/spring/quality", { cookie: analyst });
  const shares = quality.body.items.map(({ nonresponse }: { nonresponse: number }) => nonresponse);
  expect(shares).toEqual(shares.toSorted((one: number, other: number) => other - one));
});
