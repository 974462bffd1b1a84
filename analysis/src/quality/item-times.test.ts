import { describe, expect, test } from "vitest";
import { awayAfter, type InterviewEvent, speeders, timesOf } from "./index.ts";

const item = (name: string, page: string, more: object = {}) => ({
  name,
  page,
  kind: "single",
  titles: { lt: "Kaip jaučiatės čia gyvendami šiandien, palyginti su praėjusiais metais?" },
  measure: {},
  ...more,
});
const instrument = {
  pages: [{ name: "home" }, { name: "work" }],
  items: [
    item("rooms", "home"),
    item("heating", "home"),
    item("module", "work", { measure: { role: "drawn" } }),
    item("contract", "work"),
  ],
} as never;

const at = (time: number, kind: string, about: Partial<InterviewEvent> = {}): InterviewEvent => ({
  at: time,
  kind,
  ...about,
});
const changed = (time: number, name: string) => at(time, "answer-changed", { item: name });
const times = (events: readonly InterviewEvent[]) => {
  const { items, pages, leftAt } = timesOf(instrument, events);
  return { items: Object.fromEntries(items), pages: Object.fromEntries(pages), leftAt };
};

describe("item times", () => {
  test("the time until an answer is its item's; the time after the last answer is the page's alone", () => {
    const events = [
      at(0, "page-shown", { page: "home" }),
      changed(4_000, "rooms"),
      changed(9_000, "heating"),
      at(11_000, "page-shown", { page: "work" }),
      at(20_000, "finished"),
    ];
    expect(times(events)).toEqual({
      items: { rooms: 4_000, heating: 5_000, contract: 9_000 },
      pages: { home: 11_000, work: 9_000 },
      leftAt: null,
    });
  });

  test("an answer that is changed again, and a page that is visited again, take their time together", () => {
    const events = [
      at(0, "page-shown", { page: "home" }),
      changed(2_000, "rooms"),
      changed(5_000, "heating"),
      changed(6_000, "rooms"),
      at(7_000, "page-shown", { page: "work" }),
      at(8_000, "back", { page: "work" }),
      at(8_000, "page-shown", { page: "home" }),
      changed(9_500, "heating"),
      at(10_000, "finished"),
    ];
    const { items, pages } = times(events);
    expect([items.rooms, items.heating, pages.home]).toEqual([3_000, 4_500, 9_000]);
  });

  test("time out of sight does not count, nor does a pause between visits", () => {
    const events = [
      at(0, "page-shown", { page: "home" }),
      at(1_000, "focus-lost"),
      at(41_000, "focus-regained"),
      changed(43_000, "rooms"),
      at(44_000, "paused"),
      at(44_000, "resumed"),
      at(44_000, "page-shown", { page: "home" }),
      changed(46_000, "heating"),
      at(46_000, "finished"),
    ];
    expect(times(events)).toEqual({
      items: { rooms: 2_000, heating: 2_000 },
      pages: { home: 6_000 },
      leftAt: null,
    });
  });

  test("somebody who goes away with the page in front is not answering slowly", () => {
    const events = [at(0, "page-shown", { page: "home" }), changed(awayAfter + 1, "rooms")];
    expect(times(events).items).toEqual({});
  });

  test("an interview that did not come to its end was left on the page shown last", () => {
    expect(times([at(0, "page-shown", { page: "home" }), at(9, "page-shown", { page: "work" })]).leftAt).toBe(
      "work",
    );
  });

  test("batches that arrive in another order make the same times", () => {
    const events = [at(0, "page-shown", { page: "home" }), changed(4_000, "rooms"), at(5_000, "finished")];
    expect(times(events.toReversed())).toEqual(times(events));
  });
});

describe("speeders", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  const wide = { items: names.map((name) => item(name, name)) } as never;
  const interview = (response: string, seconds: number, language = "lt") => ({
    response,
    language,
    items: new Map(names.map((name) => [name, seconds * 1_000])),
  });
  const usual = Array.from({ length: 12 }, (_, i) => interview(`r${i}`, 8 + (i % 3)));

  test("who takes less than half the time of others in the language is flagged; nobody else is", () => {
    expect(speeders(wide, [...usual, interview("fast", 3)]).map(({ response }) => response)).toEqual([
      "fast",
    ]);
    expect(speeders(wide, usual)).toEqual([]);
  });

  test("a language in which everybody is quick, or which few speak, has no speeders by comparison", () => {
    const quick = Array.from({ length: 12 }, (_, i) => interview(`q${i}`, 3, "uk"));
    expect(speeders(wide, [...usual, ...quick])).toEqual([]);
    expect(speeders(wide, [...usual, interview("alone", 1, "ar")])).toEqual([]);
  });

  test("who answers a third of the items before one can have read them, and is quick in all, is flagged", () => {
    const hasty = new Map(names.map((name, i) => [name, i < 3 ? 900 : 9_000]));
    const flags = speeders(wide, [...usual, { response: "hasty", language: "lt", items: hasty }]);
    expect(flags.map(({ response, hasty }) => [response, hasty])).toEqual([["hasty", 0.5]]);
  });
});
