import {
  type ChainInput,
  compareWaves,
  estimateWaves,
  readWaves,
  releaseWave,
  weighWaves,
} from "@tiltas/analysis/chain";
import { isShown, type ReleaseFile } from "@tiltas/analysis/release";
import { beforeAll, expect, test } from "vitest";
import { demonstrationInput } from "./demonstration-wave.ts";

const kinds = ["poster", "social", "office"] as const;
const asked = ["mun.01", "lng.01", "par.02", "nee.03"];
const released = new Map<"register" | "open", readonly ReleaseFile[]>();

/** The same people with the same answers, once drawn from a register, once come by themselves through three channels. */
beforeAll(async () => {
  const input = await demonstrationInput((at) => `${kinds[at % kinds.length]}-00-any`);
  const { set } = input.indicators;
  const some = { ...set, indicators: set.indicators.filter(({ id }) => asked.includes(id)) };
  const few = { ...input, indicators: { ...input.indicators, set: some } };
  const read = await readWaves(few);
  for (const sample of ["register", "open"] as const) {
    const wave = { ...few.wave, wave: { ...few.wave.wave, sample } };
    const as: ChainInput = { ...few, wave };
    const weighed = weighWaves(as, read);
    const worked = compareWaves(as, read, estimateWaves(as, read, weighed));
    released.set(sample, [...(await releaseWave(as, { read, weighed: weighed.wave, worked })).values()]);
  }
}, 120_000);

const releasesOf = (sample: "register" | "open") => released.get(sample) ?? [];

test("of people who came by themselves no figure is said to differ, and no p-value leaves", () => {
  expect(releasesOf("open")).toHaveLength(2);
  for (const { comparisons, alike, sampling } of releasesOf("open")) {
    expect(new Set(comparisons.map(({ kind }) => kind))).toEqual(
      new Set(["change", "rest", "country", "group"]),
    );
    expect(new Set(comparisons.map(({ verdict }) => verdict))).toEqual(new Set(["tests-off"]));
    expect(comparisons.filter(({ adjustedP }) => adjustedP !== null)).toEqual([]);
    expect(alike).toEqual([]);
    expect(sampling.probability).toBe(false);
    expect(sampling.interval.en).not.toContain("confidence");
    expect(sampling.unreached.lt).toMatch(/Nepasiekti/);
  }
});

test("control: of the same people drawn from a register differences are told, and who cannot be told apart", () => {
  for (const { comparisons, alike, sampling } of releasesOf("register")) {
    expect(comparisons.some(({ adjustedP }) => adjustedP !== null)).toBe(true);
    expect(comparisons.some(({ verdict }) => ["better", "worse"].includes(verdict))).toBe(true);
    expect(alike.length).toBeGreaterThan(10);
    expect(sampling.interval.en).toContain("confidence");
  }
});

test("figures stand by the channel through which people came", () => {
  for (const { crossings } of releasesOf("open")) {
    const channel = crossings.find(({ crossing }) => crossing.join() === "channel");
    const shown = channel?.domains.filter((_, place) => isShown(channel.cells[0]?.[place]));
    expect(shown?.flat()).toEqual(expect.arrayContaining([...kinds]));
  }
});
