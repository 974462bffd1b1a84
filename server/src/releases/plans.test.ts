import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { madeFigures } from "../../support/made-figures.ts";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { autumn } from "../../support/wave.ts";

let server: TestServer;
let cookie: string;
let wave = 0;
let url: string;
beforeAll(async () => {
  server = await testServer({ compute: madeFigures() });
  cookie = await server.signedIn("analyst");
});
beforeEach(async () => {
  const id = `wave-${++wave}`;
  await server.store.saveWave({ ...autumn, id });
  url = `/api/staff/waves/${id}/plan`;
});
afterAll(() => server.close());

const plan = { lattice: null, weighting: null, policies: null, previousWave: null };
const shown = async () => (await server.send("GET", url, { cookie })).body;
const write = (more: object) =>
  server.send("POST", url, { cookie, body: { ...plan, why: "Asked by the ministry.", ...more } });
const check = async (more: object) =>
  (await server.send("POST", `${url}/check`, { cookie, body: { ...plan, ...more } })).body.problems;

test("a plan is numbered, and those before stay with everything they said, so that one can go back", async () => {
  const { current, standard } = await shown();
  expect(current.number).toBe(0);
  const weighting = { ...standard.weighting, fewest: 30 };
  expect((await write({ weighting })).status).toBe(201);
  const { body } = await write({ why: "Second." });
  expect([body.current.number, body.current.why, body.current.weighting]).toEqual([2, "Second.", null]);
  expect(body.earlier).toMatchObject([{ number: 1, why: "Asked by the ministry.", weighting }]);
  const [{ number, why, by, at, ...first }] = body.earlier;
  expect((await write(first)).body.current.weighting.fewest).toBe(30);
});

test("before anybody wrote a plan, the wave before is the one the chain finds, and is said to be", async () => {
  const opens = "2027-03-01";
  await server.store.saveWave({ ...autumn, id: "later", opens, closes: "2027-04-30" });
  const { body } = await server.send("GET", "/api/staff/waves/later/plan", { cookie });
  expect([body.current.number, body.current.previousWave]).toEqual([0, expect.any(String)]);
});

test("a plan that cannot be used is refused by every place, in both languages, and the one before stays", async () => {
  const { standard } = await shown();
  const weighting = { ...standard.weighting, fewest: 0, method: { kind: "guessing" } };
  const lattice = {
    ...standard.lattice,
    pairs: [
      ["sex", "sex"],
      ["sex", "sex"],
    ],
  };
  const found = await check({ weighting, lattice, previousWave: "nowhere" });
  const places = found.map(({ part, path }: { part: string; path: string }) => part + path);
  expect(new Set(places)).toEqual(
    new Set(["previousWave", "lattice", "weighting/fewest", "weighting/method/kind"]),
  );
  for (const { sentence } of found) expect(sentence.lt).not.toBe(sentence.en);
  const refused = await write({ weighting });
  expect([refused.status, refused.body.type, refused.body.errors[0].path]).toEqual([
    422,
    "/problems/plan-refused",
    "/weighting/fewest",
  ]);
  expect((await shown()).current.number).toBe(0);
});

test("the wave before is another wave of the same study that opened no later", async () => {
  for (const previousWave of [`wave-${wave}`, "nowhere"])
    expect((await write({ previousWave })).body.errors[0].path).toBe("/previousWave");
});

test("a plan may protect people more than the standard, never less, and leaves out no circle of readers", async () => {
  const { standard } = await shown();
  const [ministry, everybody] = standard.policies.policies;
  const below = (number: number) => ({ ...everybody, protect: { ...everybody.protect, below: number } });
  expect(await check({ policies: { policies: [ministry, below(20)] } })).toEqual([]);
  expect(await check({ policies: { policies: [ministry, below(2)] } })).toMatchObject([
    { part: "policies", path: "/policies/1/protect/below" },
  ]);
  expect(await check({ policies: { policies: [ministry] } })).toMatchObject([
    { part: "policies", path: "/policies" },
  ]);
  expect((await write({ policies: { policies: [ministry, below(2)] } })).status).toBe(422);
});
