import { afterEach, expect, test } from "vitest";
import { createReportPool } from "./pool.ts";

const bad = new URL("../../support/bad-worker.ts", import.meta.url);
let pool: ReturnType<typeof createReportPool>;
afterEach(() => pool.close());

const never = new AbortController().signal;
const task = (wave: string) =>
  ({ place: { folder: "" }, wave, language: "lt", file: "", software: "" }) as const;
const run = (wave: string, signal = never) => pool.run(task(wave), signal, () => undefined);

test("a worker that dies takes its own report along, and nothing else", async () => {
  pool = createReportPool({ worker: bad });
  await expect(run("crash")).rejects.toThrow();
  expect(await run("good")).toEqual({ state: "finished", respondents: 1 });
});

test("a worker that wants more memory than it may use is stopped; the server's own memory is not touched", async () => {
  pool = createReportPool({ worker: bad, memory: 64 });
  await expect(run("hungry")).rejects.toThrow();
  expect(await run("good")).toEqual({ state: "finished", respondents: 1 });
});

test("a cancelled report stops at once, even in the middle of a computation, and two others never wait for it", async () => {
  pool = createReportPool({ worker: bad });
  const stop = new AbortController();
  const endless = run("endless", stop.signal);
  expect(await run("good")).toEqual({ state: "finished", respondents: 1 });
  stop.abort();
  await expect(endless).rejects.toThrow();
  expect(await run("good")).toEqual({ state: "finished", respondents: 1 });
});
