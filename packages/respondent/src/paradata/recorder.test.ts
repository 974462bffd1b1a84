import { ParadataBatch } from "@tiltas/contract/paradata";
import { expect, test } from "vitest";
import { recorderOf, type Shelf } from "./index.ts";

const interview = {
  responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b",
  wave: "autumn",
  instrument: "c".repeat(64),
};

/** A device in memory, and a clock that tests move. */
function device() {
  const rows: { batch: unknown }[] = [];
  const clock = { now: 5_000 };
  const shelf: Shelf = {
    putParadata: async (_, batch) => void rows.push({ batch }),
    paradata: async () => [...rows],
  };
  const visit = () => recorderOf(interview, shelf, () => clock.now);
  const batches = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    return rows.map(({ batch }) => ParadataBatch.parse(batch));
  };
  return { shelf, clock, visit, batches, rows };
}

test("events carry the interview's own time, and what they are about", async () => {
  const { visit, clock, batches } = device();
  const recorder = visit();
  recorder.record("page-shown", { page: "home", language: "uk" });
  clock.now += 1_234.6;
  recorder.record("answer-changed", { page: "home", item: "rooms" });
  recorder.keep();
  expect(await batches()).toEqual([
    {
      ...interview,
      batch: 1,
      events: [
        { at: 0, kind: "page-shown", page: "home", language: "uk" },
        { at: 1235, kind: "answer-changed", page: "home", item: "rooms" },
      ],
    },
  ]);
});

test("typing is two events, the first letter and the last, however long the answer", async () => {
  const { visit, clock, batches } = device();
  const recorder = visit();
  for (const item of ["rooms", "remark", "remark", "remark", "remark", "rooms"]) {
    clock.now += 100;
    recorder.record("answer-changed", { item });
  }
  recorder.keep();
  expect((await batches())[0]?.events.map(({ at, item }) => [at, item])).toEqual([
    [100, "rooms"],
    [200, "remark"],
    [500, "remark"],
    [600, "rooms"],
  ]);
});

test("after a pause of hours the next visit goes on where the last one stopped", async () => {
  const { visit, clock, batches } = device();
  const first = visit();
  clock.now += 60_000;
  first.record("paused");
  first.keep();
  await batches();
  clock.now = 12;
  const second = visit();
  second.record("resumed");
  clock.now += 40;
  second.record("page-shown", { page: "home" });
  second.keep();
  const [, later] = await batches();
  expect([later?.batch, later?.events.map(({ at }) => at)]).toEqual([2, [60_000, 60_040]]);
});

test("what the light first page saw comes first, and the clock begins with it", async () => {
  const { shelf, clock, batches } = device();
  const before = [
    { at: 3_000, kind: "page-shown", page: "home" },
    { at: 4_500.4, kind: "answer-changed", page: "home", item: "rooms" },
  ] as const;
  const recorder = recorderOf(interview, shelf, () => clock.now, before);
  recorder.record("page-shown", { page: "work" });
  recorder.keep();
  expect((await batches())[0]?.events.map(({ at, page }) => [at, page])).toEqual([
    [0, "home"],
    [1_500, "home"],
    [2_000, "work"],
  ]);
});

test("at the turn of a page what was recorded is put on the device: closing the browser loses a page or two", async () => {
  const { visit, batches } = device();
  const recorder = visit();
  for (let page = 0; page < 6; page++) {
    recorder.record("page-shown", { page: `p${page}` });
    await batches();
    recorder.record("answer-changed", { item: `i${page}` });
  }
  expect((await batches()).flatMap(({ events }) => events)).toHaveLength(7);
});

test("however much happens on one page, each batch fits into one message, and none is lost", async () => {
  const { visit, batches } = device();
  const recorder = visit();
  recorder.record("page-shown", { page: "home", language: "uk" });
  for (let change = 0; change < 900; change++)
    recorder.record("answer-changed", { page: "home", item: `item-${change % 2}` });
  recorder.finish({ page: "home" });
  expect((await batches()).flatMap(({ events }) => events).length).toBe(902);
});

test("a device that refuses to write, or to read, never disturbs the interview", async () => {
  const refuse = () => Promise.reject(new Error("quota"));
  const recorder = recorderOf(interview, { putParadata: refuse, paradata: refuse }, () => 0);
  recorder.record("page-shown", { page: "home" });
  expect(() => recorder.keep()).not.toThrow();
});

test("somebody who looks away a hundred times still sends no more batches than the server takes", async () => {
  const { visit, batches } = device();
  const recorder = visit();
  for (let i = 0; i < 100; i++) {
    recorder.record("focus-lost");
    recorder.keep();
    await batches();
  }
  for (let i = 0; i < 900; i++) recorder.record("back");
  recorder.finish({ page: "end" });
  const kept = await batches();
  expect(kept.length).toBeLessThanOrEqual(50);
  expect(kept.slice(40).flatMap(({ events }) => events).length).toBeGreaterThan(900);
});
