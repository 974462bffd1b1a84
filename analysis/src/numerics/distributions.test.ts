import { expect, test } from "vitest";
import { beta, chiSquare, fisher, normal, student } from "./distributions.ts";

/** Each line: the arguments, then R's answer to 16 digits (upper tails: lower.tail = FALSE). */
function agrees(f: (...args: number[]) => number, lines: readonly (readonly number[])[]) {
  for (const line of lines) {
    const [got, expected] = [f(...line.slice(0, -1)), line.at(-1)!];
    if (expected === 0) expect(Math.abs(got), `${line}`).toBeLessThan(1e-300);
    else expect(Math.abs(got / expected - 1), `${line} got ${got}`).toBeLessThan(2e-12);
  }
}

test("upper tails of Student's t agree with pt down to 1e-300", () => {
  agrees(student.upper, [
    [0.5, 5, 0.3191494358204645],
    [2, 1, 0.1475836176504332],
    [10, 3, 0.001064199529207075],
    [40, 5, 9.205981085886476e-8],
    [100000, 7, 1.320520673478876e-33],
    [-2, 12, 0.965672492980957],
    [30, 60, 3.980833974284883e-38],
    [80, 197, 1.815250308128598e-152],
    [38, 10000, 1.448300534885677e-295],
    [37, 10000000, 6.000606161318977e-300],
    [1e-9, 4, 0.499999999625],
    [10000000000, 30, 1.036453465256178e-279],
    [70.9842952265525, 198, 4.394194381262224e-143],
    [3, 2.5, 0.03628804777451592],
    [5, 1e300, 2.866515718791936e-7],
  ]);
});

test("upper tails of F agree with pf, also with degrees of freedom that are not whole", () => {
  agrees(fisher.upper, [
    [0.05, 1, 14, 0.826293263508394],
    [4, 2, 30, 0.02884462329569683],
    [142, 1, 195, 5.963745579053326e-25],
    [1000, 3, 200, 4.248238485115134e-120],
    [10000, 2, 150, 2.433411988863478e-160],
    [1000000, 5, 100, 3.10416220605e-233],
    [6.8, 1.895, 373.35, 0.001548909514194462],
    [56.9, 2, 36, 7.148787262205841e-12],
    [1e-6, 3, 10, 0.9999999985172996],
    [100000, 1.7, 500, 0],
    [250, 10, 1000000, 0],
    [300, 2.5, 1200, 1.323901371235992e-126],
  ]);
});

test("upper tails of chi-square agree with pchisq, also with thousands of degrees of freedom", () => {
  agrees(chiSquare.upper, [
    [0.06, 1, 0.8064959405073402],
    [10, 3, 0.01856613546304323],
    [100, 2, 1.928749847963918e-22],
    [1380, 2, 2.171738281389827e-300],
    [1400, 10, 9.920391479800525e-295],
    [700, 1, 2.99022697512462e-154],
    [1e-8, 4, 1],
    [200, 300, 0.999998115789534],
    [2000, 500, 5.224452135050388e-178],
    [1371, 1, 4.209570554631566e-300],
    [50, 0.5, 3.329834727649937e-13],
    [3000, 1000, 1.643684584356955e-198],
    [2100, 2000, 0.05867111137731809],
    [10500, 10000, 0.0002479473679893607],
    [10000, 10000, 0.4981193659661827],
    [100000, 100000, 0.4994052918952067],
    [340, 341, 0.5051029922984801],
    [4000, 2000, 6.847349459614754e-136],
  ]);
});

test("upper tails of the normal distribution agree with pnorm", () => {
  agrees(normal.upper, [
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1.96, 0.02499789514822043],
    [6, 9.865876450376981e-10],
    [10, 7.619853024160527e-24],
    [20, 2.753624118606234e-89],
    [37, 5.725571222524577e-300],
    [-3, 0.9986501019683699],
  ]);
});

test("upper tails of the beta distribution agree with pbeta", () => {
  agrees(beta.upper, [
    [0.025, 3, 50, 0.8591824993199821],
    [0.975, 0.5, 0.5, 0.1010826241042599],
    [0.99999, 3, 2000, 0],
  ]);
});

test("quantiles of t agree with qt", () => {
  agrees(student.quantile, [
    [0.975, 1, 12.70620473617469],
    [0.975, 7.5, 2.333039626864974],
    [0.95, 60, 1.670648864904636],
    [0.995, 2, 9.924843200918289],
    [0.9999, 3, 22.203742273205],
    [1e-10, 4, -416.1751403296042],
    [0.975, 1000000, 1.959966356814107],
    [0.5, 3, 0],
    [0.6, 197, 0.2536895194666356],
  ]);
});

test("quantiles of F agree with qf", () => {
  agrees(fisher.quantile, [
    [0.95, 1, 14, 4.600109936669424],
    [0.975, 3.3, 20, 3.737630963076337],
    [0.05, 5, 100, 0.2270105906919317],
    [0.999, 2, 8, 18.49365300761396],
  ]);
});

test("quantiles of chi-square agree with qchisq", () => {
  agrees(chiSquare.quantile, [
    [0.95, 1, 3.841458820694124],
    [0.975, 10, 20.4831773508074],
    [0.001, 3, 0.02429758581569273],
    [0.9999, 100, 161.318656959048],
    [0.975, 2000, 2125.842302449776],
    [0.025, 100000, 99125.37330064735],
    [1e-12, 500, 308.7438929115102],
    [0.999999, 400, 549.1152380047678],
  ]);
});

test("quantiles of the normal distribution agree with qnorm down to 1e-300", () => {
  agrees(normal.quantile, [
    [0.975, 1.959963984540054],
    [0.6, 0.2533471031357998],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0470962993612],
    [0.5, 0],
  ]);
});

test("quantiles of beta agree with qbeta", () => {
  agrees(beta.quantile, [
    [0.025, 3, 50, 0.01205931802673842],
    [0.975, 0.5, 0.5, 0.998458666866564],
    [0.5, 200, 3, 0.9867841407947666],
    [0.025, 0.3, 400, 7.971170431074617e-9],
  ]);
});

test("a tail and its complement add to one", () => {
  for (const df of [0.5, 3, 60, 339, 341, 5000])
    for (const x of [0.1, 1, df / 2, df, 2 * df]) {
      expect(chiSquare.cdf(x, df) + chiSquare.upper(x, df)).toBeCloseTo(1, 12);
      expect(student.cdf(x, df) + student.upper(x, df)).toBeCloseTo(1, 12);
      expect(fisher.cdf(x, df, 7) + fisher.upper(x, df, 7)).toBeCloseTo(1, 12);
    }
});

test("without degrees of freedom there is no tail", () => {
  for (const df of [0, -1, Number.NaN]) {
    expect(student.upper(2, df)).toBeNaN();
    expect(chiSquare.upper(2, df)).toBeNaN();
    expect(fisher.upper(2, 3, df)).toBeNaN();
    expect(fisher.upper(2, df, 3)).toBeNaN();
  }
  expect(normal.upper(Number.NaN)).toBeNaN();
});

test("unlimited degrees of freedom lead to the limits: normal and chi-square", () => {
  expect(student.upper(2.5, Infinity)).toBe(normal.upper(2.5));
  expect(fisher.upper(2.5, 4, Infinity)).toBe(chiSquare.upper(10, 4));
});
