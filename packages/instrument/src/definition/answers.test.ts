import { describe, expect, test } from "vitest";
import { validInstruments } from "../../../../tests/instruments/tiny.ts";
import {
  type AnswersByItem,
  checkAnswers,
  compileAnswerCheck,
  type Finding,
  readInstrument,
} from "./index.ts";

const instruments = new Map(validInstruments().map(({ name, files }) => [name, readInstrument(files)]));

function check(name: string, answers: AnswersByItem): Finding[] {
  const instrument = instruments.get(name);
  if (!instrument) throw new Error(`There is no tiny instrument ${name}.`);
  return checkAnswers(instrument, answers);
}

describe("answers are held against the items they answer", () => {
  test("answers with codes of the list pass, and so does leaving everything empty", () => {
    expect(check("single-choice", { moved: "refused", town: "13" })).toEqual([]);
    expect(check("single-choice", {})).toEqual([]);
    expect(check("multiple-choice", { help: ["friends", "online"], barrier: ["not-needed"] })).toEqual([]);
    expect(check("matrix", { contact: { neighbours: 3, colleagues: "dont-know" } })).toEqual([]);
    expect(check("rating", { life: 0, trust: "dont-know" })).toEqual([]);
    expect(check("number", { rooms: 20, change: -5 })).toEqual([]);
    expect(check("own-words", { wish: "", job: "x" })).toEqual([]);
  });

  test("an item the instrument does not hold is named", () => {
    expect(check("single-choice", { city: "13" })).toEqual([{ path: "city", reason: "unknown-item" }]);
    expect(check("matrix", { contact: { boss: 1 } })).toEqual([
      { path: "contact.boss", reason: "unknown-item" },
    ]);
  });

  test("an answer that excludes all others cannot stand beside one", () => {
    const contradiction = [{ path: "help", reason: "wrong-type" }];
    expect(check("multiple-choice", { help: ["friends", "dont-know"] })).toEqual(contradiction);
    expect(check("multiple-choice", { help: ["none", "friends"] })).toEqual(contradiction);
    expect(check("multiple-choice", { help: ["none"] })).toEqual([]);
    expect(check("multiple-choice", { help: ["dont-know"] })).toEqual([]);
  });

  test("a code outside the list is named, also where only its type differs", () => {
    expect(check("single-choice", { town: 13 })).toEqual([{ path: "town", reason: "unknown-code" }]);
    expect(check("rating", { life: 11 })).toEqual([{ path: "life", reason: "unknown-code" }]);
    expect(check("multiple-choice", { help: ["friends", "police"] })).toEqual([
      { path: "help[1]", reason: "unknown-code" },
    ]);
    expect(check("matrix", { contact: { neighbours: "1" } })).toEqual([
      { path: "contact.neighbours", reason: "unknown-code" },
    ]);
  });

  test.each([
    ["single-choice", { town: ["13"] }, "town"],
    ["single-choice", { town: null }, "town"],
    ["single-choice", { town: true }, "town"],
    ["multiple-choice", { help: "friends" }, "help"],
    ["multiple-choice", { help: ["friends", "friends"] }, "help"],
    ["multiple-choice", { help: [["friends"]] }, "help[0]"],
    ["matrix", { contact: [1] }, "contact"],
    ["number", { rooms: "4" }, "rooms"],
    ["own-words", { job: 7 }, "job"],
  ])("an answer of the wrong type is named: %s %j", (name, answers, path) => {
    expect(check(name, answers)).toEqual([{ path, reason: "wrong-type" }]);
  });

  test("a number outside its range and a text past its limit are named", () => {
    expect(check("number", { rooms: 0, change: 6 })).toEqual([
      { path: "rooms", reason: "out-of-range" },
      { path: "change", reason: "out-of-range" },
    ]);
    expect(check("own-words", { wish: "x".repeat(21) })).toEqual([{ path: "wish", reason: "too-long" }]);
    expect(check("own-words", { job: "x".repeat(20_001) })).toEqual([{ path: "job", reason: "too-long" }]);
  });

  test("a text is counted in characters as people see code points, not in halves of pairs", () => {
    expect(check("own-words", { wish: "🙂".repeat(20) })).toEqual([]);
    expect(check("own-words", { wish: "🙂".repeat(21) })).toEqual([{ path: "wish", reason: "too-long" }]);
  });

  test("names every object carries are unknown items like any other", () => {
    const answers = JSON.parse('{"__proto__":1,"constructor":2,"contact":{"toString":1}}');
    expect(check("matrix", answers).map(({ path }) => path)).toEqual([
      "__proto__",
      "constructor",
      "contact.toString",
    ]);
  });

  test("a long list is not walked further than the item has options", () => {
    const endless = Array.from({ length: 100_000 }, (_, i) => `code-${i}`);
    expect(check("multiple-choice", { barrier: endless })).toHaveLength(1 + 2);
  });

  test("findings never repeat an answer", () => {
    const answers = { moved: "my own name", town: ["secret"], street: "hidden" };
    expect(JSON.stringify(check("single-choice", answers))).not.toMatch(/own name|secret|hidden/);
  });

  test("the compiled check says the same as the check by instrument", () => {
    const instrument = instruments.get("rating");
    const answers = { life: -1, trust: 2, ease: "x" };
    expect(instrument && compileAnswerCheck(instrument)(answers)).toEqual(check("rating", answers));
  });
});
