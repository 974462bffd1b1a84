import { expect, test } from "vitest";
import { validInstruments } from "../../../../tests/instruments/tiny.ts";
import { readInstrument } from "../definition/index.ts";
import { type DrawingRules, drawingOf, drawingRulesOf } from "./index.ts";

const seeds = Array.from({ length: 20_000 }, (_, i) => `response-${i}`);

const modules = drawingOf({
  given: [],
  drawn: [
    {
      item: "modules",
      codes: ["work", "home", "children", "introduction"],
      draw: {
        size: { short: 1, long: "all" },
        by: "form",
        eligible: { children: "{children} = 'yes'", introduction: "{arrived} anyof ['month', 'year']" },
        shares: { children: 2, introduction: 3 },
      },
    },
  ],
});

const services: DrawingRules = {
  given: [],
  drawn: [{ item: "rated", codes: ["a", "b", "c", "d", "e"], draw: { from: "used", size: 3 } }],
};
const rating = drawingOf(services);

function sharesOf(drawn: (seed: string) => readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const seed of seeds)
    for (const code of drawn(seed)) counts[String(code)] = (counts[String(code)] ?? 0) + 1 / seeds.length;
  return counts;
}

test.each([
  ["two modules for everybody", { form: "short", children: "no" }],
  ["a module of two shares for parents", { form: "short", children: "yes" }],
  ["all four", { form: "short", children: "yes", arrived: "year" }],
])("one module is drawn with the chance that is told: %s", (_who, answers) => {
  const told = modules.chances(answers).modules ?? {};
  const seen = sharesOf((seed) => modules.draw(seed, answers).modules ?? []);
  expect(Object.keys(seen).sort()).toEqual(Object.keys(told).sort());
  for (const [code, chance] of Object.entries(told))
    expect(Math.abs((seen[code] ?? 0) - chance)).toBeLessThan(0.012);
});

test("chances follow the shares among those who can be drawn", () => {
  expect(modules.chances({ form: "short", children: "yes", arrived: "month" })).toEqual({
    modules: { work: 1 / 7, home: 1 / 7, children: 2 / 7, introduction: 3 / 7 },
  });
});

test("the long form asks every module that fits the person, by chance none", () => {
  const answers = { form: "long", arrived: "month" };
  expect(modules.draw("x", answers)).toEqual({ modules: ["work", "home", "introduction"] });
  expect(modules.chances(answers)).toEqual({ modules: { work: 1, home: 1, introduction: 1 } });
});

test("nothing is drawn before the form is known", () => {
  expect(modules.draw("x", { children: "yes" })).toEqual({ modules: [] });
  expect(modules.chances({ children: "yes" })).toEqual({ modules: {} });
});

test("of five services used, every three are rated equally often", () => {
  const used = ["a", "b", "c", "d", "e", "none"];
  const triples = sharesOf((seed) => [(rating.draw(seed, { used }).rated ?? []).join("")]);
  expect(Object.keys(triples)).toHaveLength(10);
  for (const share of Object.values(triples)) expect(Math.abs(share - 0.1)).toBeLessThan(0.01);
  expect(rating.chances({ used }).rated).toEqual({ a: 0.6, b: 0.6, c: 0.6, d: 0.6, e: 0.6 });
});

test("whoever used three services or fewer rates all of them", () => {
  expect(rating.draw("x", { used: ["e", "b"] })).toEqual({ rated: ["b", "e"] });
  expect(rating.chances({ used: ["e", "b"] })).toEqual({ rated: { b: 1, e: 1 } });
  expect(rating.draw("x", { used: ["none"] })).toEqual({ rated: [] });
  expect(rating.draw("x", {})).toEqual({ rated: [] });
});

test("another service ticked takes one place at most and never shuffles the others", () => {
  for (const seed of seeds.slice(0, 500)) {
    const before = rating.draw(seed, { used: ["a", "b", "c", "d"] }).rated ?? [];
    const after = rating.draw(seed, { used: ["a", "b", "c", "d", "e"] }).rated ?? [];
    expect(after.filter((code) => code !== "e" && !before.includes(code))).toEqual([]);
    expect(before.filter((code) => !after.includes(code)).length).toBe(after.includes("e") ? 1 : 0);
    expect(rating.draw(seed, { used: ["d", "c", "b", "a"] }).rated).toEqual(before);
  }
});

test("a draw rests on an earlier draw", () => {
  const twice = drawingOf({
    given: [],
    drawn: [
      ...services.drawn,
      { item: "told", codes: ["a", "b", "c", "d", "e"], draw: { from: "rated", size: 1 } },
    ],
  });
  const { rated = [], told = [] } = twice.draw("x", { used: ["a", "b", "c", "d"] });
  expect(rated).toHaveLength(3);
  expect(rated).toContain(told[0]);
});

const tiny = validInstruments().find(({ name }) => name === "drawn");

test("the rules of an instrument are plain JSON, and draw as the instrument does", () => {
  if (!tiny) throw new Error("There is no tiny instrument with draws.");
  const instrument = readInstrument(tiny.files);
  const rules: DrawingRules = JSON.parse(JSON.stringify(drawingRulesOf(instrument)));
  const answers = { form: "short", children: "yes", used: ["school", "office", "library"] };
  for (const seed of seeds.slice(0, 50))
    expect(drawingOf(rules).draw(seed, answers)).toEqual(drawingOf(instrument).draw(seed, answers));
});

test("the application gives what the questionnaire has a place for", () => {
  if (!tiny) throw new Error("There is no tiny instrument with draws.");
  const { given } = drawingOf(readInstrument(tiny.files));
  expect(given({ form: "short", mode: "web", consents: ["archive", "recontact"] })).toEqual({
    form: "short",
    consents: ["recontact"],
  });
  expect(given({ form: "medium", consents: [] })).toEqual({ consents: [] });
  expect(given({})).toEqual({});
});
