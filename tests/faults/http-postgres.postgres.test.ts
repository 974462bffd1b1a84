import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Candidate } from "@tiltas/contract/releases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Served, serve } from "../../server/src/serve.ts";
import { readSettings } from "../../server/src/settings/settings.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "tiltas-http-postgres-"));
let postgres: TestPostgres | undefined;
let address: string | undefined;

beforeAll(async () => {
  postgres = await startPostgres();
  address = await postgres?.newDatabase();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = (databaseUrl: string, words = ["--demo", "--data", folder]): Promise<Served> =>
  serve({
    settings: readSettings([...words, "--port", "0"], { TILTAS_DATABASE_URL: databaseUrl }),
    instrumentsFolder: fileURLToPath(new URL("../../instruments", import.meta.url)),
    built: undefined,
    clock: () => new Date(),
    logLevel: "silent",
    say: () => undefined,
  });

test("the whole demonstration runs on PostgreSQL: respondents, sign-in, figures of a release, restart", async (context) => {
  if (address === undefined) return context.skip();
  const first = await start(address);
  const analyst = first.signIns.find(({ role }) => role === "analyst");
  const headers = { "content-type": "application/json", origin: first.origin };
  const ask = async (path: string, cookie: string) =>
    (await fetch(`${first.origin}${path}`, { headers: { cookie } })).json();
  const session = await fetch(`${first.origin}/api/session`, {
    method: "POST",
    headers,
    body: JSON.stringify({ email: analyst?.email, password: analyst?.password }),
  });
  const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect(await ask("/api/staff/waves/demo", cookie)).toMatchObject({ responses: 2_400, synthetic: true });
  const asked = await fetch(`${first.origin}/api/staff/waves/demo/candidates`, {
    method: "POST",
    headers: { origin: first.origin, cookie },
  });
  const { id } = Candidate.parse(await asked.json());
  const figures = async () => Candidate.parse(await ask(`/api/staff/candidates/${id}`, cookie));
  while ((await figures()).state === "running") await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await figures()).toMatchObject({ state: "ready", respondents: 2_400, failure: null });
  await first.close();

  const second = await start(address);
  await second.close();
  expect(second.signIns).toEqual(first.signIns);
  const another = mkdtempSync(join(tmpdir(), "tiltas-another-"));
  await expect(start(address, ["--data", another])).rejects.toThrow(
    /has no file receipt\.key, and its database was filled/,
  );
  rmSync(another, { recursive: true });
});
