import { expect, test } from "vitest";
import { formatFor } from "./format.ts";

const [en, lt] = [formatFor("en-GB"), formatFor("lt-LT")];
/** Spaces that do not break read like others. */
const plain = (words: string) => words.replace(/\s/g, " ");

test("figures stand in their unit, with the decimals of the workbook", () => {
  expect(en.figure(0.6243, "percent")).toBe("62.4%");
  expect(plain(lt.figure(0.6243, "percent"))).toBe("62,4 %");
  expect(en.figure(0.5678, "index-0-1")).toBe("0.57");
  expect(en.figure(-12.04, "points")).toBe("−12.0");
  expect(lt.figure(6.44, "score-0-10")).toBe("6,4");
});

test("an interval says its unit once, and signs are not joined by a dash", () => {
  expect(en.interval(0.5812, 0.6688, "percent")).toBe("58.1–66.9%");
  expect(en.interval(32.2, 48.7, "points")).toBe("+32.2 … +48.7");
  expect(en.interval(-0.02, 0.03, "percent")).toBe("−2.0 … 3.0%");
});

test("a difference between percentages is in percentage points, with its sign", () => {
  expect(en.difference(0.083, "percent")).toBe("+8.3 pp");
  expect(lt.difference(-0.083, "percent")).toBe("−8,3 proc. p.");
  expect(en.difference(-0.04, "score-0-10"), "a tenth is much on ten points").toBe("−0.04");
});
