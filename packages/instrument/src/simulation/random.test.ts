import { describe, expect, test } from "vitest";
import { seeded } from "./random.ts";

describe("seeded chance", () => {
  test("is sfc32 as defined, in exact whole-number arithmetic", () => {
    // Worked by hand from the definition: state 0,0,0,1, twelve rounds thrown away.
    let [a, b, c, counter] = [0n, 0n, 0n, 1n];
    const mask = 0xffffffffn;
    const step = () => {
      const result = (a + b + counter) & mask;
      counter = (counter + 1n) & mask;
      a = b ^ (b >> 9n);
      b = (c + ((c << 3n) & mask)) & mask;
      c = ((((c << 21n) | (c >> 11n)) & mask) + result) & mask;
      return Number(result);
    };
    for (let i = 0; i < 12; i++) step();
    const random = seeded(0, 0, 0);
    for (let i = 0; i < 1000; i++) expect(random.word()).toBe(step());
  });

  test("normal numbers have mean 0 and variance 1", () => {
    const random = seeded(7);
    const values = Array.from({ length: 20_000 }, () => random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });

  test("weights of zero are never drawn, and the rest in proportion", () => {
    const random = seeded(9);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 9000; i++) counts[random.weighted([0, 1, 2, 0])]! += 1;
    expect(counts[0]).toBe(0);
    expect(counts[3]).toBe(0);
    expect((counts[2] ?? 0) / (counts[1] ?? 1)).toBeCloseTo(2, 0);
  });

  test("streams of neighbouring numbers have nothing in common", () => {
    const first = Array.from({ length: 200 }, (_, i) => seeded(1, 0, i).unit());
    expect(new Set(first).size).toBe(200);
    expect(first.reduce((sum, value) => sum + value, 0) / 200).toBeCloseTo(0.5, 1);
  });
});
