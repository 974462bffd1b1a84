import { describe, expect, test } from "vitest";
import { minimumBetween } from "./polychoric-section.ts";
import { descendBySimplex } from "./polychoric-simplex.ts";

describe("searches that take the steps R takes, for comparison with numbers made there", () => {
  test("the downhill simplex ends on Rosenbrock's valley where R's optim does, after as many calls", () => {
    // R: optim(c(-1.2, 1), function(x) 100 * (x[2] - x[1]^2)^2 + (1 - x[1])^2)
    const end = descendBySimplex(
      ([x, y]) => 100 * (y! - x! ** 2) ** 2 + (1 - x!) ** 2,
      Float64Array.of(-1.2, 1),
    );
    expect(end.calls).toBe(195);
    expect(end.at[0]).toBeCloseTo(1.00026013872567, 13);
    expect(end.at[1]).toBeCloseTo(1.00050599930377, 13);
  });

  test("it keeps to where the function exists", () => {
    const end = descendBySimplex(([x]) => (x! > 0 ? x! - Math.log(x!) : Number.NaN), Float64Array.of(3));
    expect(end.at[0]).toBeCloseTo(1, 3);
  });

  test("golden sections end where R's optimise does", () => {
    // R: optimise(function(x) (x - 1/3)^2 + exp(x / 5), c(0, 1))$minimum
    expect(minimumBetween((x) => (x - 1 / 3) ** 2 + Math.exp(x / 5), 0, 1)).toBeCloseTo(0.22865486214765, 13);
  });
});
