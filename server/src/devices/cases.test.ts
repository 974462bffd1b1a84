import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestServer, testServer } from "../../support/test-server.ts";

let server: TestServer;
let vilnius: string;
let researcher: string;
const url = "/api/staff/waves/autumn/cases";

beforeAll(async () => {
  server = await testServer();
  vilnius = await server.signedIn("coordinator", "13");
  researcher = await server.signedIn("researcher");
});
afterAll(() => server.close());

const aCase = (number: string, municipality: string | null = "13") => ({
  number,
  municipality,
  language: "uk",
});
const add = (cookie: string, cases: object[], device: string | null = null) =>
  server.send("POST", url, { cookie, body: { device, cases } });
const tablet = async (municipality: string | null, cookie = researcher) => {
  const body = { label: "T", purpose: "interviewer", wave: "autumn", municipality };
  const offer = await server.send("POST", "/api/staff/devices", { cookie, body });
  return (await server.send("POST", "/api/devices", { body: { code: offer.body.code } })).body;
};
const worksOn = async ({ token }: { token: string }) => {
  const answer = await server.send("GET", "/api/device/cases", {
    headers: { authorization: `Bearer ${token}` },
  });
  return answer.body.cases as { id: string; number: string; disposition: string }[];
};
const numbers = (cases: { number: string }[]) => cases.map(({ number }) => number);

test("a tablet works on its own cases and on those of its place that belong to nobody", async () => {
  const [first, second] = [await tablet("13"), await tablet("13")];
  await add(vilnius, [aCase("A-1")], first.device);
  await add(vilnius, [aCase("A-2")]);
  await add(researcher, [aCase("A-3", "19")]);
  expect(numbers(await worksOn(first))).toEqual(["A-1", "A-2"]);
  expect(numbers(await worksOn(second))).toEqual(["A-2"]);
});

test("what became of a case is told by the tablet that works on it, and by no other", async () => {
  const [near, far] = [await tablet("13"), await tablet("19")];
  await add(vilnius, [aCase("B-1")], near.device);
  const found = (await worksOn(near)).find(({ number }) => number === "B-1");
  const told = (token: string, disposition: string) =>
    server.send("POST", "/api/device/report", {
      headers: { authorization: `Bearer ${token}` },
      body: {
        open: 0,
        waiting: 0,
        kept: 0,
        languages: [],
        instruments: [],
        application: "0.1.0",
        freeMegabytes: null,
        dispositions: [{ case: found?.id, disposition }],
      },
    });
  await told(near.token, "refusal");
  expect((await told(far.token, "complete")).status).toBe(200);
  const listed = (await server.send("GET", url, { cookie: vilnius })).body;
  expect(listed.find(({ number }: { number: string }) => number === "B-1").disposition).toBe("refusal");
});

test("a list is taken whole or not at all: the numbers that are there already are named by row", async () => {
  await add(vilnius, [aCase("C-1")]);
  const again = await add(vilnius, [aCase("C-0"), aCase("C-1")]);
  expect([again.status, again.body.errors]).toEqual([
    400,
    [{ path: "/cases/1/number", message: "is in the wave already" }],
  ]);
  const twice = await add(vilnius, [aCase("C-2"), aCase("C-2")]);
  expect(twice.body.errors[0].path).toBe("/cases/1/number");
  expect(numbers((await server.send("GET", url, { cookie: vilnius })).body)).not.toContain("C-0");
});

test("two municipalities number alike", async () => {
  await add(vilnius, [aCase("D-1")]);
  expect((await add(await server.signedIn("coordinator", "19"), [aCase("D-1", "19")])).status).toBe(201);
});

test("cases move from one tablet to another, and back to all", async () => {
  const [one, other] = [await tablet("13"), await tablet("13")];
  const listed = (await add(vilnius, [aCase("E-1")], one.device)).body;
  const id = listed.find(({ number }: { number: string }) => number === "E-1").id;
  const assign = (device: string | null) =>
    server.send("POST", `${url}/assign`, { cookie: vilnius, body: { cases: [id], device } });
  await assign(other.device);
  expect([
    numbers(await worksOn(one)).includes("E-1"),
    numbers(await worksOn(other)).includes("E-1"),
  ]).toEqual([false, true]);
  await assign(null);
  expect(numbers(await worksOn(one))).toContain("E-1");
});

describe("a coordinator", () => {
  test("sees, adds and moves cases of the own municipality only; elsewhere is as if it did not exist", async () => {
    const listed = (await add(researcher, [aCase("F-1", "19")])).body;
    const id = listed.find(({ number }: { number: string }) => number === "F-1").id;
    expect(numbers((await server.send("GET", url, { cookie: vilnius })).body)).not.toContain("F-1");
    const assign = (one: string, device: string | null = null) =>
      server.send("POST", `${url}/assign`, { cookie: vilnius, body: { cases: [one], device } });
    const nowhere = "00000000-0000-4000-8000-000000000000";
    expect((await assign(id)).body).toEqual((await assign(nowhere)).body);
    const far = await tablet("19");
    const near = (await add(vilnius, [aCase("F-2")])).body.find(
      ({ number }: { number: string }) => number === "F-2",
    );
    expect((await assign(near.id, far.device)).status).toBe(404);
    for (const place of ["19", "99", null])
      expect((await add(vilnius, [aCase("F-3", place)])).status).toBe(404);
  });
});
