import { describe, expect, test } from "vitest";
import {
  type Change,
  damage,
  difference,
  indicatorReferences,
  Mapping,
  renamesIn,
  trendOf,
} from "../index.ts";

const title = { lt: "Lytis", en: "Sex" };
const sex = { type: "radiogroup", name: "sex", title, choices: ["f", "m"] };
const used = { type: "checkbox", name: "used", title: "Used", choices: ["a", "b"] };
const kept = { type: "text", name: "kept", title: { lt: "Liko", en: "Kept" } };
const measures = {
  items: {
    sex: { role: "sex", level: "nominal" },
    used: { level: "nominal" },
    kept: { role: "missing-reason", level: "text" },
  },
};
const indicators = {
  number: 3,
  indicators: [
    {
      id: "one.01",
      universe: { where: { any: [{ variable: "used.a", in: [1] }] } },
      estimand: { type: "proportion", variable: "sex", in: ["f"] },
    },
    {
      id: "two.02",
      universe: {},
      estimand: { type: "ratio", numerator: { all: [{ variable: "used.b", in: [1] }] }, needs: ["kept"] },
    },
  ],
};
const asked = (...elements: object[]) => ({
  questionnaire: { locale: "lt", pages: [{ name: "p", elements }] },
  measures,
});
const context = {
  indicatorSets: [indicators],
  measures: [measures],
  languages: ["lt", "en", "uk"],
  responses: new Map([
    [
      "1.0.0",
      {
        responses: 800,
        items: new Map([
          ["sex", 790],
          ["used", 700],
        ]),
      },
    ],
    ["1.1.0", { responses: 12 }],
  ]),
};

function report(changes: readonly Change[], mapping?: Mapping) {
  return damage(changes, mapping, context);
}

test("indicators are read by the variables they name", () => {
  expect(indicatorReferences(indicators)).toEqual([
    { indicator: "one.01", set: 3, variable: "used.a", use: "universe" },
    { indicator: "one.01", set: 3, variable: "sex", use: "estimand" },
    { indicator: "two.02", set: 3, variable: "used.b", use: "estimand" },
    { indicator: "two.02", set: 3, variable: "kept", use: "estimand" },
  ]);
  for (const odd of [null, 7, {}, { indicators: "x" }, { indicators: [null, 5, {}] }])
    expect(indicatorReferences(odd)).toEqual([]);
});

test("rules over a roster read its parts, and a draw is part of whom an indicator speaks of", () => {
  const estimand = {
    type: "roster-ratio",
    roster: "children",
    numerator: {
      all: [
        { variable: "school", in: ["yes"] },
        { variable: "age", in: ["7-16"] },
      ],
    },
    denominator: { variable: "age", in: ["7-16"] },
  };
  const set = {
    number: 1,
    indicators: [{ id: "edu.01", drawn: "modules.children", universe: {}, estimand }],
  };
  expect(indicatorReferences(set).map(({ use, variable }) => [use, variable])).toEqual([
    ["universe", "modules.children"],
    ["estimand", "children"],
    ["estimand", "children.school"],
    ["estimand", "children.age"],
  ]);
});

test("an indicator of priorities reads how much each need matters, who has it, and whether it is met", () => {
  const estimand = {
    type: "priority",
    needs: [
      {
        id: "work",
        importance: { variable: "important.work", minimum: 0, maximum: 1 },
        needed: { variable: "needed.work", in: [1] },
        met: { variable: "unmet.work", in: [0] },
      },
    ],
  };
  const set = { number: 1, indicators: [{ id: "nee.03", universe: {}, estimand }] };
  expect(indicatorReferences(set).map(({ variable }) => variable)).toEqual([
    "important.work",
    "needed.work",
    "unmet.work",
  ]);
});

test("a design item that goes takes indicator, quota and stored answers with it", () => {
  const {
    lines,
    indicators: touched,
    responses,
  } = report(difference(asked(sex, used, kept), asked(used, kept)));
  expect(lines).toMatchObject([
    {
      change: { kind: "item-removed", item: "sex" },
      trend: "broken",
      indicators: [{ indicator: "one.01", use: "estimand" }],
      roles: ["sex"],
      responses: [
        { version: "1.0.0", count: 790 },
        { version: "1.1.0", count: 12 },
      ],
    },
  ]);
  expect(touched).toEqual([{ indicator: "one.01", trend: "broken" }]);
  expect(responses).toBe(802);
});

test("of a list to tick, only the indicators of that box are touched", () => {
  const { lines } = report(difference(asked(sex, used, kept), asked(sex, { ...used, choices: ["b"] }, kept)));
  expect(lines.flatMap((line) => line.indicators.map(({ indicator }) => indicator))).toEqual(["one.01"]);
});

test("a box that is gone ends its series, also where the mapping says so in codes", () => {
  const codes = [{ before: "a", after: null }];
  const entry = { kind: "recoded", before: ["used"], after: ["used"], codes, by: "researcher" };
  const mapping = Mapping.parse({ number: 1, from: "1.0.0", entries: [entry] });
  const { indicators: touched } = report(
    difference(asked(sex, used, kept), asked(sex, { ...used, choices: ["b"] }, kept)),
    mapping,
  );
  expect(touched).toEqual([{ indicator: "one.01", trend: "broken" }]);
});

test("a renamed item keeps its trend, and its stored answers are found under the old name", () => {
  const mapping = Mapping.parse({
    number: 1,
    from: "1.0.0",
    entries: [{ kind: "renamed", before: ["sex"], after: ["gender"], by: "researcher" }],
  });
  const changes = difference(
    asked(sex, used, kept),
    asked({ ...sex, name: "gender" }, used, kept),
    renamesIn(mapping),
  );
  const { lines } = report(changes, mapping);
  expect(lines[0]).toMatchObject({
    change: { kind: "item-renamed" },
    trend: "comparable",
    indicators: [{ indicator: "one.01" }],
    responses: [{ count: 790 }, { count: 12 }],
  });
});

test("a changed source makes all other languages stale, a changed translation only itself", () => {
  const worded = (words: object) =>
    report(difference(asked(sex, used, kept), asked({ ...sex, title: { ...title, ...words } }, used, kept)))
      .lines[0]?.translations;
  expect(worded({ lt: "Jūsų lytis" })).toEqual([
    { language: "en", state: "stale" },
    { language: "uk", state: "stale" },
  ]);
  expect(worded({ en: "Your sex" })).toEqual([{ language: "en", state: "changed" }]);
});

test("looks touch no indicator's trend and no stored answer", () => {
  const { lines, responses } = report(
    difference(asked(sex, used, kept), asked({ ...sex, colCount: 2 }, used, kept)),
  );
  expect(lines[0]).toMatchObject({ trend: "comparable", responses: [] });
  expect(responses).toBe(0);
});

test("who may answer concerns every indicator", () => {
  const manifest = (minimumAge: number) => ({ manifest: { population: { minimumAge } } });
  const { indicators: touched } = report(
    difference({ ...asked(sex), ...manifest(18) }, { ...asked(sex), ...manifest(16) }),
  );
  expect(touched.map(({ indicator }) => indicator)).toEqual(["one.01", "two.02"]);
});

describe("what stands around the items", () => {
  const rooms = { type: "text", name: "rooms" };
  const scored = (expression: string) => ({
    questionnaire: { elements: [rooms], calculatedValues: [{ name: "score", expression }] },
  });
  const titled = (title: string) => ({ questionnaire: { pages: [{ name: "p", title, elements: [rooms] }] } });
  const indicatorSets = [
    {
      number: 1,
      indicators: [
        { id: "hou.01", estimand: { type: "mean", variable: "score" } },
        { id: "hou.02", estimand: { type: "mean", variable: "rooms" } },
      ],
    },
  ];
  const touched = (changes: ReturnType<typeof difference>) =>
    damage(changes, undefined, { indicatorSets }).indicators;

  test("another formula touches the indicators and series of its value, and no others", () => {
    const changes = difference(scored("{rooms} * 2"), scored("{rooms} * 3"));
    expect(touched(changes)).toEqual([{ indicator: "hou.01", trend: "broken" }]);
    const steps = [{ from: "1.0.0", to: "2.0.0", changes, mapping: undefined }];
    expect(trendOf(steps, "rooms")[0]?.standing).toBe("comparable");
    expect(trendOf(steps, "score")[0]?.standing).toBe("broken");
  });

  test("another time over a page touches whatever is asked, as it does every series", () => {
    const changes = difference(titled("In the last year"), titled("In the last month"));
    expect(touched(changes).map(({ indicator }) => indicator)).toEqual(["hou.01", "hou.02"]);
  });
});
