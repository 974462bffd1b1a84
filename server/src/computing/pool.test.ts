import { afterEach, expect, test } from "vitest";
import { createComputing } from "./pool.ts";
import type { MakeMicrodata, MakeOutput } from "./task.ts";

const bad = new URL("../../support/bad-worker.ts", import.meta.url);
let computing: ReturnType<typeof createComputing>;
afterEach(() => computing.close());

const long = (wave: string): MakeMicrodata => ({
  ...{ kind: "make-microdata", place: { folder: "" }, id: "", holder: "", purpose: "", expires: "" },
  ...{ wave, file: "", software: "" },
});
const short: MakeOutput = {
  ...{ kind: "make-output", output: "workbook", folder: "", beside: null, policy: "public" },
  ...{ language: "lt", municipality: null, file: "" },
};

test("short work does not wait for long work, and long work is stopped in the middle of a computation", async () => {
  computing = createComputing({ worker: bad });
  const stop = new AbortController();
  const endless = computing.compute(long("endless"), { signal: stop.signal });
  expect(await computing.compute(short)).toEqual({ state: "finished", respondents: 1 });
  stop.abort();
  await expect(endless).rejects.toThrow();
  expect(await computing.compute(long("good"))).toEqual({ state: "finished", respondents: 1 });
});

test("a worker that dies, or wants more memory than it may use, takes its own work along and nothing else", async () => {
  computing = createComputing({ worker: bad, memory: 64 });
  await expect(computing.compute(long("crash"))).rejects.toThrow();
  await expect(computing.compute(long("hungry"))).rejects.toThrow();
  expect(await computing.compute(long("good"))).toEqual({ state: "finished", respondents: 1 });
});
