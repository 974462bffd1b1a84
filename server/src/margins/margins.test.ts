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
  url = `/api/staff/waves/${id}/margins`;
});
afterAll(() => server.close());

const inForce = async () => (await server.store.findWave(`wave-${wave}`))?.margins;

const header = "margin,cell,count,reference_date,ages,eu_citizens,residence,definition,source,confidence";
const csv = (...rows: string[]) => [header, ...rows, ""].join("\n");
const row = (code: string, count: number | string) =>
  `municipality,municipality=${code},${count},2026-01-01,18+,out,declared,,State Data Agency,official`;
const send = (path: string, text: string) =>
  server.send("POST", `${url}${path}`, { cookie, body: { name: "margins.csv", csv: text } });

test("a file that can be used is shown as it was read before it is kept", async () => {
  const { status, body } = await send("/check", csv(row("13", 600), row("19", 400)));
  expect(status).toBe(200);
  expect(body).toMatchObject({ usable: true, problems: [], total: 1_000, demonstration: false });
  expect(body.margins).toEqual([
    {
      id: "municipality",
      dimensions: ["municipality"],
      cells: 2,
      total: 1_000,
      gap: 0,
      date: "2026-01-01",
      sources: ["State Data Agency"],
      confidences: ["official"],
    },
  ]);
  expect((await server.send("GET", url, { cookie })).body).toEqual({ current: null, earlier: [] });
});

test("every error of a file is named at once, in both languages of staff", async () => {
  const { body } = await send("/check", csv(row("99", 600), row("19", "12 (?)"), row("13", 0)));
  expect(body.problems.map(({ line }: { line: number }) => line)).toEqual([2, 3, 4]);
  expect(body.problems[1].sentence).toEqual({
    lt: expect.stringContaining("Skaičius „12 (?)“ netinka."),
    en: expect.stringContaining('The count "12 (?)" cannot be used.'),
  });
  const { body: short } = await send("/check", "a,b\n1\n2\n");
  expect(short.problems.map(({ line }: { line: number }) => line)).toEqual([2, 3]);
});

test("an error is named by its line and nothing is kept; corrected, the file becomes the margins of the wave", async () => {
  const wrong = csv(row("13", 600), row("99", 400));
  const { body: looked } = await send("/check", wrong);
  expect([looked.usable, looked.problems[0].line]).toEqual([false, 3]);
  const refused = await send("", wrong);
  expect([refused.status, refused.body.type, refused.body.errors[0].path]).toEqual([
    422,
    "/problems/margins-refused",
    "/csv/line/3",
  ]);
  expect(await inForce()).toBeNull();
  const kept = await send("", csv(row("13", 600), row("19", 400)));
  expect([kept.status, kept.body.current.name, kept.body.current.check.total]).toEqual([
    201,
    "margins.csv",
    1_000,
  ]);
  expect(kept.body.current.by).toMatch(/@tiltas\.example$/);
  expect((await inForce())?.csv).toContain("municipality=19,400");
});

test("a second file takes the place of the first, which stays listed", async () => {
  await send("", csv(row("13", 600), row("19", 400)));
  const { body } = await send("", csv(row("13", 700), row("19", 400)));
  expect([body.current.check.total, body.earlier.length]).toEqual([1_100, 1]);
  await server.store.saveWave({
    ...autumn,
    id: `wave-${wave}`,
    margins: { csv: csv(row("13", 5)), digest: "0".repeat(64) },
  });
  const fromFile = (await server.send("GET", url, { cookie })).body;
  expect([fromFile.current.name, fromFile.earlier.length]).toEqual([null, 2]);
});

test("an invented count is refused for people who are not invented", async () => {
  const { body } = await send("/check", csv(row("13", 600).replace(/official$/, "invented")));
  expect(body.usable).toBe(false);
});
