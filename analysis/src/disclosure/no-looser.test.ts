import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { looserThan } from "./no-looser.ts";
import { type Policy, readPolicies } from "./policies.ts";

const standard = readPolicies(
  JSON.parse(readFileSync(new URL("../../plan/policies.json", import.meta.url), "utf8")),
).get("public") as Policy;
const places = (given: Policy) => looserThan(given, standard).map(({ path }) => path.join("/"));

test("a policy is as strict as itself, and may be stricter", () => {
  expect(looserThan(standard, standard)).toEqual([]);
  const protect = { ...standard.protect, below: 30, householdsBelow: 10 };
  expect(looserThan({ ...standard, protect }, standard)).toEqual([]);
});

test("each threshold that protects people, and each refused crossing, is guarded", () => {
  expect(places({ ...standard, protect: { ...standard.protect, below: 9 } })).toEqual(["protect/below"]);
  expect(places({ ...standard, rounding: null })).toEqual(["rounding/counts", "rounding/wholePercentBelow"]);
  expect(places({ ...standard, interval: { ...standard.interval, share: 0.4 } })).toEqual(["interval/share"]);
  expect(places({ ...standard, republish: { changedRecords: 1 } })).toEqual(["republish/changedRecords"]);
  expect(places({ ...standard, crossings: { most: 4, refused: [] } })).toEqual([
    "crossings/most",
    ...standard.crossings.refused.map(() => "crossings/refused"),
  ]);
});
