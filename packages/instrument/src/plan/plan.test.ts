import { describe, expect, test } from "vitest";
import { validInstruments } from "../../../../tests/instruments/tiny.ts";
import { readInstrument } from "../definition/index.ts";
import { type Answers, compileConditions, NamedAnswers, type Routing } from "./index.ts";

const plans = new Map(
  validInstruments().map(({ name, files }) => [name, compileConditions(readInstrument(files))]),
);

function planOf(name: string): Routing {
  const plan = plans.get(name);
  if (!plan) throw new Error(`There is no tiny instrument ${name}.`);
  return plan;
}

function asked(name: string, answers: Answers): string[] {
  return [...planOf(name).asked(answers)];
}

describe("who is asked what", () => {
  test("an item without conditions is asked of everybody", () => {
    expect(asked("single-choice", {})).toEqual(["moved", "town"]);
  });

  test("nobody is asked about a contract who does not work", () => {
    expect(asked("panels", { works: "no" })).toEqual(["works"]);
    expect(asked("panels", { works: "yes" })).toEqual(["works", "contract", "hours"]);
    expect(asked("panels", { works: "yes", contract: "refused" })).toEqual(["works", "contract"]);
  });

  test("an answer to an item that is not asked counts as absent, all along the chain", () => {
    const stale = { works: "no", contract: "written", hours: "part", enough: "yes" };
    expect(asked("panels", stale)).toEqual(["works"]);
    expect(asked("panels", { ...stale, works: "yes" })).toEqual([
      "works",
      "contract",
      "hours",
      "enough",
      "after",
    ]);
  });

  test("the reason for an empty number is asked only while it is empty; zero is an answer", () => {
    expect(asked("number", {})).toContain("rooms_missing");
    expect(asked("number", { rooms: 3 })).not.toContain("rooms_missing");
    expect(asked("rating", { life: 0 })).toEqual(expect.arrayContaining(["low", "zero"]));
  });

  test("walking in order comes to the same as looking at all answers at once", () => {
    const plan = planOf("pages");
    const answers = { arrived: "after", status: "yes", office: "no" };
    const walked = ["arrived", "status", "office", "visited"].filter((item) => plan.isAsked(item, answers));
    expect(walked).toEqual([...plan.asked(answers)]);
    expect(plan.isAsked("nobody", answers)).toBe(false);
  });

  test("answers of the wrong type route nobody astray and stop nothing", () => {
    for (const odd of [null, [], {}, [[]], Number.POSITIVE_INFINITY, true, "", { neighbours: { deep: 1 } }]) {
      expect(() => asked("matrix", { contact: odd })).not.toThrow();
      expect(() => asked("multiple-choice", { help: odd, barrier: odd })).not.toThrow();
      expect(() => asked("codes-of-digits", { town: odd, level: odd })).not.toThrow();
    }
  });

  test("names every object carries are not answers", () => {
    expect(asked("logic", Object.create({ a: "yes" }))).toEqual(asked("logic", {}));
  });

  test.each(validInstruments().map(({ name, files }) => [name, readInstrument(files)] as const))(
    "%s: whoever was asked before changes nothing about who is asked what",
    (_name, instrument) => {
      const odd = [undefined, null, "", 0, 1, "1", true, "refused", ["refused"], [1], { a: 1 }];
      const onceFor = compileConditions(instrument);
      for (let person = 0; person < 40; person++) {
        const answers = Object.fromEntries(
          instrument.items.map(({ name, choices }, place) => {
            const pool = [...choices.map(({ code }) => code), ...odd];
            return [name, pool[(person * 7 + place * 3 + person * place) % pool.length]];
          }),
        );
        const fresh = [...compileConditions(instrument).asked(answers)];
        expect([...onceFor.asked(answers)]).toEqual(fresh);
        const marks = onceFor.mark(new NamedAnswers(instrument.items).of(answers));
        expect(instrument.items.flatMap(({ name }, at) => (marks[at] === 1 ? [name] : []))).toEqual(fresh);
      }
    },
  );
});
