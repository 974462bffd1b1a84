import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openForWriting, runNow, type SqliteConnection } from "../dialects/index.ts";
import { openStore } from "../open/index.ts";
import { aResponse, idOf, openWave } from "../suite/builders.ts";
import { sqliteData } from "../tables/index.ts";
import * as operations from "./index.ts";
import type { DataContext, Operation } from "./operation.ts";
import { receive } from "./receive.ts";

const folder = mkdtempSync(join(tmpdir(), "tiltas-plans-"));
let client: SqliteConnection;
let context: DataContext;
const asked: { sql: string; params: unknown[] }[] = [];
const logger = { logQuery: (sql: string, params: unknown[]) => void asked.push({ sql, params }) };

beforeAll(async () => {
  const store = await openStore({ folder });
  await openWave(store);
  await store.close();
  client = openForWriting(join(folder, "data.sqlite"));
  context = { db: drizzle(client, { casing: "snake_case", logger }), tables: sqliteData } as never;
});
afterAll(() => {
  client.close();
  rmSync(folder, { recursive: true });
});

/** How SQLite would look for what an operation asks, a line for each table. Without statistics it does not depend on the number of rows. */
function planOf(operation: Operation<unknown>): string {
  asked.length = 0;
  runNow(operation);
  return asked
    .flatMap(({ sql, params }) => client.prepare(`explain query plan ${sql}`).all(params))
    .map((line) => (line as { detail: string }).detail)
    .join("\n");
}

const wave = "spring";
const ids = [idOf(1), idOf(2)];
const toReview = (more: object) =>
  operations.responsesToReview(context, { wave, after: 0, size: 51, ...more });

test.each([
  ["receiving a response", () => receive(context, aResponse())],
  ["receiving a revision", () => receive(context, aResponse({ revision: 2, parent: 1 }))],
  ["a response by its identity", () => operations.findReceived(context, aResponse())],
  ["a response by its receipt", () => operations.findByReceipt(context, "receipt")],
  ["whether somebody withdrew", () => operations.isWithdrawn(context, idOf(1))],
  ["the count of a wave", () => operations.countResponses(context, wave)],
  ["the counts by state", () => operations.countStates(context, { wave, all: 1 })],
  ["a page to review", () => toReview({})],
  ["those with issues", () => toReview({ state: "has-issues" })],
  ["those decided about", () => toReview({ state: "approved" })],
  ["those with signs", () => toReview({ only: ids })],
  ["what was decided", () => operations.reviewsOf(context, { wave, responses: ids })],
  ["a page of a wave", () => operations.pageOfWave(context, { wave, after: 0, until: 9, size: 500 })],
  ["the receipts of a page", () => operations.keptHashes(context, ids)],
  ["a personal code", () => operations.findCode(context, "code")],
  [
    "the counts of a day",
    () => operations.findDailyCounts(context, { wave, dimension: "language", day: "2026-03-02" }),
  ],
] as const)("%s is found without reading a whole table", (_question, ask) => {
  expect(planOf(ask())).not.toMatch(/^SCAN (responses|reviews|codes|withdrawals|quarantine|daily_counts)/m);
});

test("those decided about, and those with signs, are looked up by name and not by reading the wave", () => {
  for (const more of [{ state: "approved" }, { only: ids }])
    expect(planOf(toReview(more))).toMatch(/^SEARCH responses USING .*sequence=\?/m);
});

test("control: the whole of a table is seen to be read", () => {
  expect(planOf(operations.newestArrival(context))).toMatch(/^SCAN responses/m);
});
