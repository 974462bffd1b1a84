import { describe, expect, test } from "vitest";
import { checkMapping, difference, Mapping, renamesIn, requiredVersion } from "../index.ts";

const tenure = {
  type: "radiogroup",
  name: "tenure",
  title: "Own or rent?",
  choices: [
    { value: "own", text: "I own it" },
    { value: "rent", text: "I rent it" },
    { value: "friends", text: "I stay with friends" },
  ],
};
const rooms = { type: "text", inputType: "number", name: "rooms", title: "How many rooms?" };
const likely = { type: "rating", name: "likely", title: "How likely?", rateMin: 0, rateMax: 10 };
const asked = (...elements: unknown[]) => ({ questionnaire: { locale: "en", elements } });
const home = asked(tenure, rooms, likely);
const owner = { ...tenure, choices: [{ value: "owner", text: "I own it" }, ...tenure.choices.slice(1)] };
const fewer = { ...tenure, choices: tenure.choices.slice(0, 2) };
const shorter = { ...likely, rateMin: 1, rateMax: 5 };

const said = { note: "Decided in March.", by: "researcher" };
const codes = (...pairs: [unknown, unknown][]) => pairs.map(([before, after]) => ({ before, after }));
const on = (kind: string, before: string, after: string, more: object = {}) => ({
  kind,
  before: [before],
  after: [after],
  ...said,
  ...more,
});
const recoded = (name: string, ...pairs: [unknown, unknown][]) =>
  on("recoded", name, name, { codes: codes(...pairs) });

function judged(after: ReturnType<typeof asked>, entries: readonly object[]) {
  const mapping = Mapping.parse({ number: 1, from: "1.0.0", entries });
  const changes = difference(home, after, renamesIn(mapping));
  return {
    found: checkMapping(mapping, changes, { before: home, after }).map(({ kind }) => kind),
    bump: requiredVersion(changes, mapping, "1.0.0").bump,
  };
}

describe("a careless mapping is no answer", () => {
  test.each<[string, ReturnType<typeof asked>, object[], string]>([
    [
      "a code recoded to one that nobody offers",
      asked(fewer, rooms, likely),
      [recoded("tenure", ["friends", "ghost"])],
      "unknown",
    ],
    [
      "a code merged in silence into one that stays",
      asked(fewer, rooms, likely),
      [recoded("tenure", ["friends", "rent"])],
      "contradiction",
    ],
    [
      "a code that never was",
      asked(owner, rooms, likely),
      [recoded("tenure", ["own", "owner"], ["castle", "rent"])],
      "unknown",
    ],
    [
      "codes swapped that did not change",
      asked(owner, rooms, likely),
      [recoded("tenure", ["own", "owner"], ["rent", "friends"], ["friends", "rent"])],
      "contradiction",
    ],
    [
      "a number written as text",
      asked(tenure, rooms, shorter),
      [on("merged", "likely", "likely", { codes: codes(["0", 1]) })],
      "unknown",
    ],
    [
      "a scale joined by one of its points",
      asked(tenure, rooms, shorter),
      [on("merged", "likely", "likely", { codes: codes([0, 1], [1, 1]) })],
      "code-missing",
    ],
    [
      "one choice recoded to several",
      asked({ ...tenure, type: "checkbox" }, rooms, likely),
      [recoded("tenure", ["own", "own"])],
      "unanswered",
    ],
    ["a removed item split into nothing", asked(tenure, likely), [on("split", "rooms", "ghost")], "unknown"],
    [
      "a removed item split into one that was there before",
      asked(tenure, likely),
      [on("split", "rooms", "tenure")],
      "contradiction",
    ],
    [
      "a number merged into a choice",
      asked(tenure, likely),
      [on("merged", "rooms", "tenure")],
      "contradiction",
    ],
    [
      "a statement that speaks of two items",
      asked({ ...tenure, title: "Where do you live?" }, rooms, likely),
      [on("same", "rooms", "tenure", { about: ["wording-changed"] })],
      "contradiction",
    ],
    [
      "a note that is still a question",
      asked({ ...tenure, title: "Where do you live?" }, rooms, likely),
      [on("same", "tenure", "tenure", { about: ["wording-changed"], note: " ? It means the same." })],
      "undecided",
    ],
  ])("%s", (_what, after, entries, kind) => {
    expect(judged(after, entries).found).toContain(kind);
  });

  test("a careful one is", () => {
    const points: [unknown, unknown][] = Array.from({ length: 11 }, (_, i) => [
      i,
      Math.max(1, Math.ceil(i / 2)),
    ]);
    expect(
      judged(asked(tenure, rooms, shorter), [on("merged", "likely", "likely", { codes: codes(...points) })]),
    ).toEqual({ found: [], bump: "major" });
    expect(judged(asked(owner, rooms, likely), [recoded("tenure", ["own", "owner"])])).toEqual({
      found: [],
      bump: "minor",
    });
    expect(
      judged(asked(fewer, rooms, likely), [
        on("merged", "tenure", "tenure", { codes: codes(["friends", "rent"]) }),
      ]),
    ).toEqual({ found: [], bump: "major" });
    expect(
      judged(asked({ ...tenure, name: "home" }, rooms, likely), [on("renamed", "tenure", "home")]),
    ).toEqual({ found: [], bump: "minor" });
  });
});

describe("a name that now belongs to another item misleads whoever joins by name", () => {
  test("two items exchange their names", () => {
    const after = asked({ ...rooms, name: "tenure" }, { ...tenure, name: "rooms" }, likely);
    const entries = [on("renamed", "tenure", "rooms"), on("renamed", "rooms", "tenure")];
    expect(judged(after, entries)).toEqual({ found: [], bump: "major" });
  });

  test("a new item takes the name of one that was renamed", () => {
    const after = asked({ ...rooms, name: "tenure" }, { ...tenure, name: "home" }, rooms, likely);
    expect(judged(after, [on("renamed", "tenure", "home")])).toEqual({ found: [], bump: "major" });
  });
});
