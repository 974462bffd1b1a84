import { expect, test } from "vitest";
import { allOf, meant, shownOf } from "./cell-counts.ts";

test("a share of shown cells leaves out cells in which no figure was ever meant to stand", () => {
  const counts = {
    published: 60,
    fewObservations: 10,
    tooFew: 15,
    protected: 5,
    leftOut: 4,
    notShownHere: 30,
    notEstimable: 10,
  };
  expect([shownOf(counts), meant(counts), allOf(counts)]).toEqual([70, 100, 134]);
});
