import { describe, expect, test } from "vitest";
import { compilePlan } from "../compile/compile.ts";
import { classifications, namesIn } from "./standing.ts";
import { unwrittenProperties } from "./unwritten.ts";

type Json = Readonly<Record<string, unknown>>;

const choosing = (part: Json) => ({
  elements: [{ type: "checkbox", name: "a", choices: [{ value: 1, ...part }] }],
});
const asking = (part: Json) => ({ elements: [{ type: "text", name: "a", ...part }] });

/** Where a part of a class stands in a small questionnaire; a question of its own where nothing is said. */
const places: Readonly<Record<string, { place: string; around: (part: Json) => unknown }>> = {
  survey: { place: "", around: (part) => ({ elements: [{ type: "text", name: "a" }], ...part }) },
  question: { place: "elements[0].", around: asking },
  selectbase: {
    place: "elements[0].",
    around: (part) => ({ elements: [{ type: "dropdown", name: "a", ...part }] }),
  },
  choiceitem: { place: "elements[0].choices[0].", around: choosing },
};

const values: Readonly<Record<string, unknown>> = {
  elements: [{ type: "text", name: "inside" }],
  bindings: { min: "a" },
  choicesByUrl: { url: "https://example.org" },
  choicesLazyLoadEnabled: true,
};

/** Masks of dates are refused as a whole: see the last test. */
const refused = [...Object.entries(classifications), ...Object.entries(unwrittenProperties)]
  .filter(([type]) => type !== "datetimemask")
  .flatMap(([type, { refused: whole = {}, refusedValues: single = {} }]) => [
    ...Object.keys(whole).map((property) => ({ type, property, value: values[property] ?? "x" })),
    ...Object.entries(single).flatMap(([property, { values: some }]) =>
      namesIn(some).map((value) => ({ type, property, value })),
    ),
  ]);

describe("what the plan does not model stops it", () => {
  test.each(refused)("$property of a $type, by its place", ({ type, property, value }) => {
    const { place, around } = places[type] ?? {
      place: "elements[0].",
      around: (part: Json) => ({ elements: [{ type, name: "a", ...part }] }),
    };
    const { plan, refusals } = compilePlan(around({ [property]: value }));
    expect(plan).toBe(undefined);
    expect(refusals).toContainEqual(
      expect.objectContaining({ path: `${place}${property}`, construct: property }),
    );
  });

  test("in the cells of a column too", () => {
    const column = { name: "c", cellType: "dropdown", choicesByUrl: { url: "https://example.org" } };
    const { refusals } = compilePlan({
      pages: [{ elements: [{ type: "matrixdynamic", name: "m", columns: [column] }] }],
    });
    expect(refusals.map(({ path }) => path)).toEqual(["pages[0].elements[0].columns[0].choicesByUrl"]);
  });

  test("a mask of dates, as a whole", () => {
    const { refusals } = compilePlan(asking({ maskType: "datetime", maskSettings: { min: "2020-01-01" } }));
    expect(refusals.map(({ path }) => path)).toEqual(["elements[0].maskType"]);
  });

  test("but not where nothing is said under it", () => {
    const question = { type: "dropdown", name: "a", choices: [1], choicesByUrl: { url: "" }, bindings: {} };
    expect(compilePlan({ elements: [question] }).refusals).toEqual([]);
  });
});
