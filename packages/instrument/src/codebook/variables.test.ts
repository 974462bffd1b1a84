import { describe, expect, test } from "vitest";
import { validInstruments } from "../../../../tests/instruments/tiny.ts";
import { readInstrument } from "../definition/index.ts";
import { variablesOf } from "./index.ts";

const instruments = new Map(validInstruments().map(({ name, files }) => [name, readInstrument(files)]));

function variables(name: string) {
  const instrument = instruments.get(name);
  if (!instrument) throw new Error(`There is no tiny instrument ${name}.`);
  return variablesOf(instrument);
}

function named(name: string, variable: string) {
  return variables(name).find((each) => each.name === variable);
}

describe("the variables an instrument yields", () => {
  test("a single choice is one variable with its substantive codes; missing reasons stand apart", () => {
    const moved = named("single-choice", "moved");
    expect(moved).toMatchObject({ kind: "code", item: "moved", labels: { en: "Have you moved?" } });
    expect(moved?.codes.map(({ code }) => code)).toEqual(["yes", "no"]);
    expect(moved?.missing).toEqual([
      { code: "dont-know", reason: "dont-know" },
      { code: "refused", reason: "refused" },
    ]);
  });

  test("each option of a multiple choice is a variable, none of these included, don't know not", () => {
    const options = variables("multiple-choice").filter(({ item }) => item === "help");
    expect(options.map(({ name }) => name)).toEqual([
      "help.friends",
      "help.office",
      "help.online",
      "help.none",
    ]);
    expect(options.map(({ part }) => part)).toEqual(["friends", "office", "online", "none"]);
    expect(options[0]?.codes.map(({ code }) => code)).toEqual([1, 0]);
    expect(options[0]?.missing).toEqual([{ code: "dont-know", reason: "dont-know" }]);
  });

  test("each row of a matrix is a variable with the columns as codes", () => {
    const neighbours = named("matrix", "contact.neighbours");
    expect(neighbours).toMatchObject({ item: "contact", part: "neighbours", labels: { lt: "Neighbours" } });
    expect(neighbours?.codes.map(({ code }) => code)).toEqual([1, 2, 3]);
    expect(neighbours?.missing).toEqual([{ code: "dont-know", reason: "dont-know" }]);
  });

  test("a rating is a number, whose rungs stay known, with its missing reasons beside it", () => {
    expect(named("rating", "trust")).toMatchObject({ kind: "number", missing: [{ reason: "dont-know" }] });
    expect(named("rating", "life")?.codes).toHaveLength(11);
  });

  test("the item that says why a number is empty explains it and is no variable itself", () => {
    expect(named("number", "rooms")).toMatchObject({
      kind: "number",
      codes: [],
      explainedBy: "rooms_missing",
    });
    expect(named("number", "rooms_missing")).toBeUndefined();
    expect(named("number", "share")).not.toHaveProperty("explainedBy");
  });

  test("own words are no variable", () => {
    expect(variables("own-words").map(({ name }) => name)).toEqual(["said"]);
  });

  test("every name is unique", () => {
    for (const [name] of instruments) {
      const names = variables(name).map((variable) => variable.name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
