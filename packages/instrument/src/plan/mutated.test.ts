import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { validInstruments } from "../../../../tests/instruments/tiny.ts";
import { compilePlan, preparePlan } from "./index.ts";

const now = new Date("2026-11-22T10:00:00Z");
const folder = join(import.meta.dirname, "../../../../tests/agreement");

const definitions: readonly string[] = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => readFileSync(join(folder, name), "utf8")),
  ...validInstruments().map(({ files }) => JSON.stringify(files.questionnaire)),
];

/** What no author writes where it stands. */
const odd = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  1e308,
  1_000_000,
  "",
  " ",
  "__proto__",
  "constructor",
  "a.b",
  "{",
  "{a} >",
  "ours({a})",
  "{a} = {b} and {c}",
  "^(a+)+$",
  "=today()",
  [],
  [null],
  [[["x"]]],
  {},
  { value: null },
  { default: 1 },
  JSON.parse('{"__proto__":{"type":"text"},"toString":1}'),
  "panel",
  "matrixdynamic",
  "paneldynamic",
  ["x", 1, { value: "y" }],
);

const hostile = fc.constantFrom<unknown>(
  null,
  "x",
  0,
  [],
  [null, {}, "a"],
  {},
  { a: [{ b: 1 }] },
  JSON.parse('{"__proto__":1,"toString":2,"length":-1}'),
  [[1]],
  "5",
  true,
  Array.from({ length: 500 }, (_, i) => ({ a: i })),
);

interface Place {
  readonly holder: object;
  readonly key: string;
}

function placesIn(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== "object" || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push({ holder: value, key });
    placesIn(Reflect.get(value, key), found);
  }
  return found;
}

/** Puts something odd, or another part of the same file, in one place. */
function change(questionnaire: unknown, where: number, what: unknown, from: number): void {
  const places = placesIn(questionnaire);
  const place = places[where % places.length];
  const other = places[from % places.length];
  if (!place) return;
  const moved = structuredClone(from % 3 === 0 && other ? Reflect.get(other.holder, other.key) : what);
  Reflect.set(place.holder, place.key, moved);
}

const mutation = fc.record({ where: fc.nat(100_000), what: odd, from: fc.nat(100_000) });

test("a questionnaire in which things stand where they do not belong is compiled or refused, and its plan checks whatever comes", () => {
  let compiled = 0;
  const examples = fc.record({
    text: fc.constantFrom(...definitions),
    mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }),
    answers: fc.array(hostile, { minLength: 1, maxLength: 5 }),
  });
  fc.assert(
    fc.property(examples, ({ text, mutations, answers }) => {
      const questionnaire: unknown = JSON.parse(text);
      for (const { where, what, from } of mutations) change(questionnaire, where, what, from);
      const { plan, refusals } = compilePlan(questionnaire);
      expect(plan === undefined).toBe(refusals.length > 0);
      if (!plan) return;
      compiled += 1;
      const prepared = preparePlan(plan);
      const names = new Set(
        placesIn(questionnaire).flatMap(({ holder, key }) =>
          key === "name" || key === "valueName" ? [Reflect.get(holder, key)] : [],
        ),
      );
      const given = Object.fromEntries(
        [...names]
          .filter((name) => typeof name === "string")
          .map((name, i) => [name, answers[i % answers.length]]),
      );
      for (const response of [{}, given])
        expect(typeof prepared.check(response, { now }).valid).toBe("boolean");
    }),
    { seed: 310, numRuns: Number(process.env.TILTAS_FUZZ ?? 400) },
  );
  expect(compiled).toBeGreaterThan(100);
});
