import { describe, expect, test } from "vitest";
import { validInstruments } from "../../../../tests/instruments/tiny.ts";
import { type Instrument, readInstrument, readQuestionnaire } from "../definition/index.ts";
import { digest } from "../digest/index.ts";
import { compilePlan, preparePlan } from "../plan/index.ts";
import { type CodebookVariable, codebook, codebookAsMarkdown } from "./index.ts";

/** A version of a tiny instrument; nobody has said yet what its items measure. */
function version(number: string, elements: readonly object[], more: object = {}): Instrument {
  const questionnaire = { locale: "en", ...more, pages: [{ name: "one", elements }] };
  return {
    manifest: {
      id: "tiny",
      version: number,
      title: { en: "Tiny" },
      languages: ["en", "lt"],
      universe: { en: "Everybody" },
      population: { minimumAge: 18, euCitizens: "in", residence: "actual" },
      licence: "MIT",
    },
    digest: digest(questionnaire),
    questionnaire,
    ...readQuestionnaire(questionnaire, ["en", "lt"]),
  };
}

function variables(elements: readonly object[], more: object = {}): readonly CodebookVariable[] {
  return codebook([{ instrument: version("1.0.0", elements, more) }]).variables;
}

const named = (all: readonly CodebookVariable[], name: string) => all.find((one) => one.name === name);

describe("each kind of item gives its variables", () => {
  test("a ranking gives the place of each option", () => {
    const all = variables([{ type: "ranking", name: "first", choices: ["home", "work"] }]);
    expect(all.map(({ name, kind, level }) => [name, kind, level])).toEqual([
      ["first.home", "order", "ordinal"],
      ["first.work", "order", "ordinal"],
    ]);
  });

  test("a matrix of several columns gives a variable for each row and column", () => {
    const all = variables([
      {
        type: "matrixdropdown",
        name: "week",
        rows: [{ value: "mo", text: "Monday" }],
        columns: [
          { name: "hours", title: "Hours", cellType: "text", inputType: "number" },
          { name: "where", title: "Where", cellType: "dropdown", choices: ["home", "office"] },
        ],
      },
    ]);
    expect(all.map(({ name, item, kind }) => [name, item, kind])).toEqual([
      ["week.mo.hours", "week", "number"],
      ["week.mo.where", "week", "code"],
    ]);
    expect(all[0]?.labels.en).toBe("Monday – Hours");
    expect(all[1]?.codes.map(({ code }) => code)).toEqual(["home", "office"]);
  });

  test("a roster is a table of its own", () => {
    const all = variables([
      { type: "text", name: "size", inputType: "number" },
      {
        type: "paneldynamic",
        name: "home",
        templateElements: [{ type: "text", name: "age", inputType: "number", min: 0, max: 120 }],
      },
    ]);
    expect(all.map(({ name, table, item }) => [name, table, item])).toEqual([
      ["size", "responses", "size"],
      ["age", "home", "home"],
    ]);
    expect(all[1]).toMatchObject({ minimum: 0, maximum: 120, width: { characters: 3, bytes: 3 } });
  });

  test("words of one's own beside an option are a variable of their own", () => {
    const all = variables([{ type: "radiogroup", name: "ground", choices: ["work"], showOtherItem: true }]);
    expect(all.map(({ name, kind }) => [name, kind])).toEqual([
      ["ground", "code"],
      ["ground-Comment", "text"],
    ]);
  });

  test("width counts bytes, as SPSS and Stata do", () => {
    const [variable] = variables([{ type: "dropdown", name: "q", choices: ["ąžuolas", "a"] }]);
    expect(variable?.width).toEqual({ characters: 7, bytes: 9 });
  });

  test("date, file, text and calculated values have no codes", () => {
    const all = variables(
      [
        { type: "text", name: "born", inputType: "date" },
        { type: "file", name: "photo" },
        { type: "comment", name: "said" },
      ],
      { calculatedValues: [{ name: "total", expression: "1 + 1", includeIntoResult: true }] },
    );
    expect(all.map(({ kind }) => kind)).toEqual(["date", "file", "text", "calculated"]);
    expect(all.every(({ codes }) => codes.length === 0)).toBe(true);
  });
});

describe("what an empty cell can mean", () => {
  const elements = [
    { type: "radiogroup", name: "worked", choices: ["yes", "no"], isRequired: true },
    { type: "text", name: "hours", inputType: "number", visibleIf: "{worked} = 'yes'" },
  ];

  test("follows from routing, requirement and versions", () => {
    const all = variables(elements);
    expect(named(all, "worked")?.empty).toEqual(["not-reached"]);
    expect(named(all, "hours")?.empty).toEqual(["no-answer", "not-asked", "not-reached"]);
    expect(named(all, "hours")?.universe).toEqual({
      en: "Asked if worked (“worked”) is “yes”",
      lt: "Klausiama, jei į klausimą worked („worked“) atsakyta „yes“",
    });
  });
});

describe("over several versions", () => {
  const rooms = { type: "text", name: "rooms", inputType: "number" };
  const tenure = { type: "radiogroup", name: "tenure", title: "Kind of home", choices: ["own", "rent"] };
  const older = version("1.0.0", [tenure, { type: "text", name: "old_words" }]);
  const newer = version("2.0.0", [{ ...tenure, name: "dwelling" }, rooms]);
  const by = "researcher" as const;

  test("an item that the mapping calls renamed is the same variable, with its old name", () => {
    const mapping = {
      number: 1,
      from: "1.0.0",
      entries: [
        {
          kind: "renamed" as const,
          before: ["tenure"] as [string],
          after: ["dwelling"] as [string],
          note: "Clearer.",
          by,
        },
      ],
    };
    const { variables: all, versions } = codebook([{ instrument: older }, { instrument: newer, mapping }]);
    expect(versions.map(({ version: one }) => one)).toEqual(["1.0.0", "2.0.0"]);
    expect(named(all, "dwelling")?.asked).toEqual([
      { version: "1.0.0", standing: "comparable", called: "tenure", notes: ["Clearer."] },
      { version: "2.0.0", standing: "comparable", notes: [] },
    ]);
    expect(named(all, "dwelling")?.empty).not.toContain("not-in-version");
    expect(all.map(({ name }) => name)).toEqual(["dwelling", "rooms", "old_words"]);
  });

  test("without a mapping a new name is a new variable, and what only an older version asked comes last", () => {
    const { variables: all } = codebook([{ instrument: older }, { instrument: newer }]);
    expect(all.map(({ name }) => name)).toEqual(["dwelling", "rooms", "tenure", "old_words"]);
    expect(named(all, "rooms")).toMatchObject({
      asked: [{ version: "2.0.0" }],
      empty: expect.arrayContaining(["not-in-version"]),
    });
    expect(named(all, "tenure")?.asked.map(({ version: one }) => one)).toEqual(["1.0.0"]);
  });
});

describe("what is drawn for each respondent is recorded", () => {
  const drawn = [
    {
      type: "radiogroup",
      name: "arm_wording",
      visible: false,
      clearIfInvisible: "none",
      choices: ["a", "b"],
    },
    { type: "text", name: "order_seed", inputType: "number", visible: false, clearIfInvisible: "none" },
    { type: "checkbox", name: "used", choices: ["x", "y"], choicesOrder: "random" },
    { type: "radiogroup", name: "arm_chair", choices: ["yes", "no"] },
  ];

  test("the arm of a split ballot and the seed of random orders are variables with these roles", () => {
    const all = variables(drawn);
    expect(named(all, "arm_wording")).toMatchObject({ kind: "code", role: "split-ballot" });
    expect(named(all, "order_seed")).toMatchObject({ kind: "number", role: "order-seed" });
    expect(named(all, "arm_chair")).not.toHaveProperty("role");
  });

  test("the plan keeps what was drawn and asks the item of the arm only", () => {
    const items = ["a", "b"].map((arm) => ({
      type: "text",
      name: `said_${arm}`,
      visibleIf: `{arm_wording} = '${arm}'`,
    }));
    const { plan } = compilePlan({
      clearInvisibleValues: "onHiddenContainer",
      elements: [...drawn, ...items],
    });
    if (!plan) throw new Error("The plan takes this questionnaire.");
    const answers = { arm_wording: "b", order_seed: 7, said_b: "yes" };
    const { asked, cleaned } = preparePlan(plan).check(answers, { now: new Date(0) });
    expect(asked).toEqual(["used", "arm_chair", "said_b"]);
    expect(cleaned).toEqual(answers);
  });

  test("items in random order say so, those on a page in random order too", () => {
    expect(named(variables(drawn), "used.x")?.randomOrder).toBe(true);
    expect(named(variables(drawn), "arm_chair")).not.toHaveProperty("randomOrder");
    expect(variables([{ type: "text", name: "q" }], { questionOrder: "random" })[0]?.randomOrder).toBe(true);
  });
});

test("Markdown tells variables of one item together, and words cannot break its tables", () => {
  const elements = [
    {
      type: "checkbox",
      name: "used",
      title: "A | *b* <i>",
      choices: [{ value: "x", text: "one | two" }, "y"],
    },
  ];
  const text = codebookAsMarkdown(codebook([{ instrument: version("1.0.0", elements) }]), "en");
  expect(text).toContain("### `used`\n\nA | \\*b\\* &lt;i&gt;\n");
  expect(text).toContain("| `used.x` | one \\| two |");
  const [ofItems = "", collected = ""] = text.split("## What every response carries beside its answers");
  expect(ofItems.match(/^### /gm)).toHaveLength(1);
  expect(collected).toContain("### `channel_kind`\n\nHow the person was reached\n");
  expect(collected).toContain("| `poster` | poster |");
});

test("a version that has been read in full carries its measures", () => {
  const questionnaire = {
    pages: [{ name: "p", elements: [{ type: "rating", name: "ease", title: { en: "Ease" } }] }],
  };
  const { manifest } = version("1.0.0", []);
  const measure = {
    concept: "Ease",
    domain: "language",
    level: "ordinal",
    purpose: "Index",
    dataClass: "ordinary",
    reversed: true,
  };
  const instrument = readInstrument({ manifest, questionnaire, measures: { items: { ease: measure } } });
  expect(codebook([{ instrument }]).variables[0]).toMatchObject({ kind: "number", ...measure });
});

test("what nobody is asked says how it is filled, in the words of the reader", () => {
  const tiny = validInstruments().find(({ name }) => name === "drawn");
  if (!tiny) throw new Error("There is no tiny instrument with draws.");
  const { variables: all } = codebook([{ instrument: readInstrument(tiny.files) }]);
  const work = all.find(({ name }) => name === "modules.work");
  expect(work).toMatchObject({ role: "drawn", empty: ["not-reached"] });
  expect(work?.universe.en).toBe(
    "Nobody is asked; drawn by chance for each respondent: by form: short – at most 1, long – all; only under a condition: children ({children} = 'yes'); chance in proportion (1 where not named): children 2",
  );
  const rated = all.find(({ name }) => name === "rated.doctor");
  expect(rated?.universe.lt).toContain("ne daugiau kaip 2 iš pažymėtų klausime used");
  expect(all.find(({ name }) => name === "form")).toMatchObject({
    role: "given",
    universe: { en: "Nobody is asked; the application fills it in: the short or the long form" },
  });
});
