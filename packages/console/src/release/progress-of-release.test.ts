import type { Candidate } from "@tiltas/contract/releases";
import { expect, test } from "vitest";
import { currentCandidate, endedSince, stageOf } from "./progress-of-release.ts";

const aCandidate = (change: Partial<Candidate>): Candidate => ({
  id: "10000000-0000-4000-8000-000000000000",
  wave: "autumn",
  state: "ready",
  step: "writing",
  progress: 1,
  requestedAt: "2026-11-21T10:00:00.000Z",
  respondents: 412,
  failure: null,
  signaturesNeeded: 1,
  signatures: [],
  notes: null,
  corrects: null,
  release: null,
  ...change,
});
const signature = { by: "analyst@tiltas.example", at: "2026-11-21T11:00:00.000Z" };

test("what runs matters before what waits; what was cancelled does not matter", () => {
  const running = aCandidate({ id: "2", state: "running", requestedAt: "2026-11-20T10:00:00.000Z" });
  const cancelled = aCandidate({ id: "3", state: "cancelled", requestedAt: "2026-11-22T10:00:00.000Z" });
  const ready = aCandidate({});
  expect(currentCandidate([cancelled, ready, running])).toBe(running);
  expect(currentCandidate([cancelled, ready])).toBe(ready);
  expect(currentCandidate([cancelled])).toBeUndefined();
});

test.each([
  ["nothing computed", undefined, "compute"],
  ["being computed", aCandidate({ state: "running" }), "compute"],
  ["failed", aCandidate({ state: "failed" }), "compute"],
  ["overtaken by a withdrawal", aCandidate({ state: "outdated" }), "compute"],
  ["ready", aCandidate({}), "look"],
  ["signed by the first of two", aCandidate({ signaturesNeeded: 2, signatures: [signature] }), "sign"],
  ["released", aCandidate({ state: "released", release: 1 }), "released"],
] as const)("%s stands at its stage", (_, candidate, stage) => expect(stageOf(candidate)).toBe(stage));

test("one is told once of figures that are computed", () => {
  const running = aCandidate({ state: "running" });
  const ready = aCandidate({});
  expect(endedSince([running], [ready])).toEqual([ready]);
  expect(endedSince([ready], [ready])).toEqual([]);
});
