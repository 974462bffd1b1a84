import { expect, test } from "vitest";
import { replicateDegreesOfFreedom } from "./replicate-rank.ts";

test("a replicate that the others explain adds no degree of freedom, however alike they all are", () => {
  const rows = 40;
  const alike = Array.from({ length: 20 }, (_, r) =>
    Float64Array.from({ length: rows }, (_, row) => 30 + (row % 7) + (row === r ? 0.03 : 0)),
  );
  const mean = Float64Array.from({ length: rows }, (_, row) =>
    alike.reduce((sum, weights) => sum + weights[row]! / alike.length, 0),
  );
  const degreesOfFreedom = (replicates: Float64Array[]) =>
    replicateDegreesOfFreedom({ weights: mean, replicates: { by: "row", weights: replicates } });
  expect(degreesOfFreedom(alike)).toBe(19);
  expect(degreesOfFreedom([...alike, mean])).toBe(19);
  expect(degreesOfFreedom([...alike, ...alike])).toBe(19);
});
