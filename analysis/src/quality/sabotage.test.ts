import { describe, expect, test } from "vitest";
import { ArrivalCounts, type ComparedResponse, identicalRuns, timeBursts } from "./index.ts";

const names = Array.from({ length: 20 }, (_, i) => `item${i + 1}`);
const instrument = {
  digest: "d",
  items: [
    ...names.map((name) => ({
      name,
      choices: [{ code: "a" }, { code: "b" }, { code: "refused", missing: "refused" }],
      measure: {},
    })),
    { name: "module", choices: [], measure: { role: "drawn" } },
  ],
} as never;

const answered = (more: Record<string, unknown> = {}) => ({
  ...Object.fromEntries(names.map((name) => [name, "a"])),
  ...more,
});
let count = 0;
const response = (answers: object, channel: string | null = "market"): ComparedResponse => ({
  responseId: `r${count++}`,
  instrument: "d",
  channel,
  receivedAt: new Date("2026-11-21T10:00:00Z"),
  answers: JSON.stringify(answers),
});

describe("identical runs", () => {
  test("three responses that agree in everything a person answers are a run, whatever chance drew", async () => {
    const copies = ["housing", "work", "health"].map((module) => response(answered({ module })));
    const [run, ...more] = await identicalRuns([instrument], [...copies, response(answered({ item1: "b" }))]);
    expect(more).toEqual([]);
    expect([run?.items, run?.responses.map(({ responseId }) => responseId)]).toEqual([
      20,
      copies.map(({ responseId }) => responseId),
    ]);
  });

  test("two alike are no run", async () => {
    expect(await identicalRuns([instrument], [response(answered()), response(answered())])).toEqual([]);
  });

  test("people who refused nearly everything are alike by nature", async () => {
    const refusing = () => response(answered(Object.fromEntries(names.slice(3).map((n) => [n, "refused"]))));
    expect(await identicalRuns([instrument], [refusing(), refusing(), refusing()])).toEqual([]);
  });

  test("responses to a version that is not known are not compared", async () => {
    const others = [0, 1, 2].map(() => ({ ...response(answered()), instrument: "other" }));
    expect(await identicalRuns([instrument], others)).toEqual([]);
  });
});

describe("time bursts", () => {
  const hour = (day: number, at: number) => new Date(Date.UTC(2026, 10, day, at, 30));
  const arrivals = (perHour: number, hours: number, channel: string | null = "market") => {
    const counts = new ArrivalCounts();
    for (let h = 0; h < hours; h++)
      for (let i = 0; i < perHour; i++) counts.add(channel, hour(1 + Math.floor(h / 10), 8 + (h % 10)));
    return counts;
  };

  test("forty responses in an hour of a channel that brings three are a burst", () => {
    const counts = arrivals(3, 20);
    for (let i = 0; i < 40; i++) counts.add("market", hour(5, 2));
    expect(timeBursts(counts.hours)).toEqual([
      { channel: "market", hour: "2026-11-05T02:00:00Z", responses: 40, usual: 3 },
    ]);
  });

  test("a busy channel is busy: its own usual counts", () => {
    const counts = arrivals(30, 20);
    for (let i = 0; i < 40; i++) counts.add("market", hour(5, 2));
    expect(timeBursts(counts.hours)).toEqual([]);
  });

  test("a new channel is held against the hours of all", () => {
    const counts = arrivals(3, 20);
    for (let i = 0; i < 25; i++) counts.add("stranger", hour(5, 2));
    expect(timeBursts(counts.hours).map(({ channel, usual }) => [channel, usual])).toEqual([["stranger", 3]]);
  });

  test("in the first hours of a wave nothing is usual yet", () => {
    expect(timeBursts(arrivals(60, 3).hours)).toEqual([]);
  });
});
