import type { Report } from "@tiltas/contract/reports";
import { expect, test } from "vitest";
import { endedSince, latestFinished, newestFirst } from "./completion.ts";

const aReport = (change: Partial<Report>): Report => ({
  id: "first",
  wave: "autumn",
  language: "en",
  state: "running",
  step: "reading",
  progress: 0.2,
  requestedAt: "2026-11-21T10:00:00.000Z",
  respondents: null,
  failure: null,
  ...change,
});

test("one is told of a report that was being computed and now is not", () => {
  const finished = aReport({ state: "finished", respondents: 412 });
  expect(endedSince([aReport({})], [finished])).toEqual([finished]);
});

test("one is not told twice, nor of reports that had ended before one looked", () => {
  const finished = aReport({ state: "finished" });
  expect(endedSince([finished], [finished])).toEqual([]);
  expect(endedSince([], [finished])).toEqual([]);
  expect(endedSince([aReport({})], [aReport({ progress: 0.6 })])).toEqual([]);
});

test("the page speaks of the newest report that has its workbook", () => {
  const older = aReport({ state: "finished" });
  const failed = aReport({ id: "second", state: "failed", requestedAt: "2026-11-21T12:00:00.000Z" });
  expect(latestFinished([failed, older])).toEqual(older);
  expect(latestFinished([failed])).toBeUndefined();
});

test("the newest report stands first", () => {
  const later = aReport({ id: "second", requestedAt: "2026-11-21T11:00:00.000Z" });
  expect(newestFirst([aReport({}), later]).map(({ id }) => id)).toEqual(["second", "first"]);
});
