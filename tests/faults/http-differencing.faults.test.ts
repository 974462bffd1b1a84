import type { AddressInfo } from "node:net";
import { ExploreFrame, ExploreTable } from "@tiltas/contract/explore";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { madeFigures } from "../../server/support/made-figures.ts";
import { type TestServer, testServer } from "../../server/support/test-server.ts";
import { autumn } from "../../server/support/wave.ts";
import {
  type Answered,
  fewBetween,
  type MadeWave,
  peopleIn,
  protectedWave,
  unprotectedWave,
} from "./http-differencing.ts";

// S03: whoever may explore asks for all that can be asked, and subtracts.

const filtersAtLeast = process.env.TILTAS_FULL === undefined ? 2_000 : 20_000;

let server: TestServer;
let origin: string;
const cookies = { ministry: "", public: "" };
const waves = new Map<string, MadeWave>();

beforeAll(async () => {
  server = await testServer({ compute: madeFigures((wave) => waves.get(wave)!.releases) });
  await server.app.listen({ host: "127.0.0.1", port: 0 });
  origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  cookies.ministry = await server.signedIn("analyst");
  cookies.public = await server.signedIn("coordinator", "13");
});
afterAll(() => server.close());

async function get(path: string, cookie: string) {
  const answer = await fetch(`${origin}${path}`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** Releases a wave as staff would. */
async function released(id: string, made: MadeWave): Promise<void> {
  waves.set(id, made);
  await server.store.saveWave({ ...autumn, id });
  const cookie = cookies.ministry;
  const { body } = await server.send("POST", `/api/staff/waves/${id}/candidates`, { cookie });
  const url = `/api/staff/candidates/${body.id}`;
  await expect.poll(async () => (await server.send("GET", url, { cookie })).body.state).toBe("ready");
  const signature = { notes: { lt: "", en: "" }, corrects: null };
  const signed = await server.send("POST", `${url}/signatures`, { cookie, body: signature });
  expect(signed.body.state).toBe("released");
}

/** Every filter that the wave allows, with how many people its answer says there are. */
async function askEverything(wave: string, policy: keyof typeof cookies) {
  const base = `/api/staff/waves/${wave}/releases/1/explore`;
  const { measures, crossings } = ExploreFrame.parse(await get(base, cookies[policy]));
  const { population } = waves.get(wave)!;
  const byMeasure = new Map<string, Answered[]>();
  let filters = 0;
  for (const { id } of measures)
    for (const crossing of crossings) {
      const asked = `measure=${id}&crossing=${encodeURIComponent(crossing.join())}`;
      const table = ExploreTable.parse(await get(`${base}/cells?${asked}`, cookies[policy]));
      for (const { domain, cell } of table.rows) {
        filters++;
        if (!("respondents" in cell)) continue;
        const { respondents } = cell;
        const filter = `${wave} ${crossing.join(" × ")} ${domain.join(" × ")}`;
        const answer = { filter, respondents, people: peopleIn(population, crossing, domain) };
        byMeasure.set(id, [...(byMeasure.get(id) ?? []), answer]);
      }
    }
  return { filters, found: [...byMeasure.values()].flatMap(fewBetween) };
}

describe("S03: what all filters say, subtracted from each other", () => {
  test.each(["ministry", "public"] as const)(
    "%s: never leaves one to nine people",
    async (policy) => {
      let filters = 0;
      for (let seed = 1; filters < filtersAtLeast; seed++) {
        const wave = `made-${seed}`;
        if (!waves.has(wave)) await released(wave, await protectedWave(seed));
        const asked = await askEverything(wave, policy);
        expect(asked.found).toEqual([]);
        filters += asked.filters;
      }
    },
    300_000,
  );

  test("control: with the rules for single cells alone it does", async () => {
    const found: string[] = [];
    for (const seed of [1, 2, 3]) {
      await released(`bare-${seed}`, await unprotectedWave(seed));
      found.push(...(await askEverything(`bare-${seed}`, "ministry")).found);
    }
    expect(found.length).toBeGreaterThan(0);
  }, 60_000);

  test("whatever else is put into the address is refused, not counted", async () => {
    for (const extra of ["sex=women", "where=age%3E30", "limit=1", "crossing=sex&crossing=age"]) {
      const path = `/api/staff/waves/made-1/releases/1/explore/cells?measure=tst.01&crossing=sex&${extra}`;
      const answer = await fetch(`${origin}${path}`, { headers: { cookie: cookies.ministry } });
      expect([extra, answer.status]).toEqual([extra, 400]);
    }
  });
});
