import { expect, test } from "vitest";
import { bandBars } from "./band-bars.ts";

test("bars stand on one scale that starts at zero", () => {
  expect(
    bandBars([
      { from: 0, to: 9 },
      { from: 190, to: 199 },
    ]),
  ).toEqual([
    { solid: 0, striped: 4.52 },
    { solid: 95.48, striped: 100 },
  ]);
});

test("a wave in which nobody has answered has bars of no length", () => {
  expect(bandBars([{ from: 0, to: 0 }])).toEqual([{ solid: 0, striped: 0 }]);
  expect(bandBars([])).toEqual([]);
});
