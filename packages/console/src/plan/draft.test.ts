import { expect, test } from "vitest";
import { asWritten, changed, type Draft, differencesOf, inFull } from "./draft.ts";

const standard = { weighting: { fewest: 20 }, policies: { policies: [] }, lattice: { number: 1 } };
const nothingOwn = { weighting: null, policies: null, lattice: null, previousWave: "spring" };
const start: Draft = { now: inFull(nothingOwn, standard), before: [] };
const fewest = (value: number) => ({ kind: "set", part: "weighting", path: ["fewest"], value }) as const;

test("a part that is the standard again is not said", () => {
  const own = changed(start, fewest(30));
  expect(asWritten(own.now, standard)).toEqual({ ...nothingOwn, weighting: { fewest: 30 } });
  expect(asWritten(changed(own, fewest(20)).now, standard)).toEqual(nothingOwn);
});

test("each change is undone in its turn, and what changes nothing is no change", () => {
  const two = changed(changed(start, fewest(30)), { kind: "wave-before", wave: null });
  expect(changed(two, fewest(30))).toBe(two);
  const one = changed(two, { kind: "undo" });
  expect([one.now.previousWave, one.now.weighting]).toEqual(["spring", { fewest: 30 }]);
  const none = changed(one, { kind: "undo" });
  expect(none).toEqual(start);
  expect(changed(none, { kind: "undo" })).toBe(none);
});

test("what a plan says otherwise is told by part and place", () => {
  const other = changed(changed(start, fewest(30)), { kind: "wave-before", wave: null });
  expect(differencesOf(start.now, other.now)).toEqual([
    { path: ["previousWave"], before: "spring", after: null },
    { path: ["weighting", "fewest"], before: 20, after: 30 },
  ]);
});
