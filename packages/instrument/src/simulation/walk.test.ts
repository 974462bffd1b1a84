import { describe, expect, test } from "vitest";
import { type Instrument, readInstrument } from "../definition/index.ts";
import { drawingOf } from "../drawing/index.ts";
import { compileConditions, compilePlan, preparePlan } from "../plan/index.ts";
import { type Simulation, simulate, TendencyMisfitError } from "./index.ts";

const places = ["11", "12", "13"];
const hidden = { visible: false, clearIfInvisible: "none" };
const radio = (name: string, choices: unknown[], more: object = {}) => ({
  type: "radiogroup",
  name,
  choices,
  ...more,
});
const checkbox = (name: string, choices: unknown[], more: object = {}) => ({
  ...radio(name, choices, more),
  type: "checkbox",
});
const eligible = { visibleIf: "{eligible} = 1" };

const questionnaire = {
  clearInvisibleValues: "onHiddenContainer",
  calculatedValues: [{ name: "eligible", expression: "iif({citizenship} = 'eu' or {lives} = 'no', 0, 1)" }],
  pages: [
    {
      name: "start",
      elements: [
        radio("mode", ["web", "telephone"], hidden),
        radio("form", ["short", "long"], hidden),
        checkbox("consents", ["sensitive", "recontact"], hidden),
        checkbox("modules", ["work", "home", "children"], hidden),
        radio("citizenship", ["ukr", "blr", "eu"]),
        radio("lives", ["yes", "no"]),
      ],
    },
    {
      name: "place",
      ...eligible,
      elements: [
        radio("place", places),
        radio("declared", ["same", "none", ...places]),
        radio("children", ["yes", "no"]),
      ],
    },
    {
      name: "services",
      ...eligible,
      elements: [
        checkbox("used", ["school", "doctor", "office", "library"], { showNoneItem: true }),
        checkbox("rated", ["school", "doctor", "office", "library"], hidden),
        {
          type: "matrix",
          name: "rating",
          rows: ["school", "doctor", "office", "library"],
          columns: [1, 2, 3, 4, 5],
          rowsVisibleIf: "{rated} contains {item}",
        },
        checkbox("important", ["a", "b", "c", "d", "e", "f", "g", "h"], { maxSelectedChoices: 2 }),
        checkbox("unfair", [
          { value: "school", visibleIf: "{used} contains 'school'" },
          { value: "doctor", visibleIf: "{used} contains 'doctor'" },
          "nowhere",
        ]),
        { type: "rating", name: "life", rateMin: 0, rateMax: 10 },
        { type: "text", inputType: "number", name: "rooms", min: 1, max: 20 },
      ],
    },
    {
      name: "work",
      visibleIf: "{eligible} = 1 and {modules} contains 'work'",
      elements: [radio("job", ["yes", "no"])],
    },
    {
      name: "family",
      visibleIf: "{eligible} = 1 and {modules} contains 'children'",
      elements: [
        {
          type: "paneldynamic",
          name: "household",
          maxPanelCount: 3,
          templateElements: [
            radio("age", ["0-6", "7-17"]),
            radio("school", ["yes", "no"], { visibleIf: "{panel.age} = '7-17'" }),
          ],
        },
        {
          type: "multipletext",
          name: "hours",
          items: [
            { name: "home", inputType: "number" },
            { name: "away", inputType: "number" },
          ],
        },
        {
          type: "matrixdropdown",
          name: "help",
          rows: ["day", "night"],
          columns: [{ name: "who", cellType: "dropdown", choices: ["me", "other"] }],
        },
      ],
    },
  ],
};

const plain = { concept: "c", domain: "d", level: "nominal", purpose: "a test", dataClass: "ordinary" };
const roles: Record<string, object> = {
  mode: { role: "given", given: "mode" },
  form: { role: "given", given: "form" },
  consents: { role: "given", given: "consents" },
  modules: {
    role: "drawn",
    draw: { size: { short: 1, long: "all" }, by: "form", eligible: { children: "{children} = 'yes'" } },
  },
  rated: { role: "drawn", draw: { from: "used", size: 2 } },
  citizenship: { role: "citizenship" },
  lives: { role: "screener" },
  place: { role: "actual-municipality" },
  declared: { role: "municipality", sameAs: { code: "same", item: "place" } },
};
const names = questionnaire.pages.flatMap(({ elements }) => elements.map(({ name }) => name));
const instrument: Instrument = readInstrument({
  manifest: {
    id: "tiny-walk",
    version: "1.0.0",
    title: { en: "Tiny" },
    languages: ["en"],
    universe: { en: "Nobody" },
    population: { minimumAge: 18, euCitizens: "out", residence: "permit" },
    licence: "MIT",
  },
  questionnaire,
  measures: { items: Object.fromEntries(names.map((name) => [name, { ...plain, ...roles[name] }])) },
});
const margins = [
  ...places.map((code, i) => ({
    margin: "municipality",
    cell: `municipality=${code}`,
    count: String(1000 * (i + 1)),
  })),
  { margin: "citizenship", cell: "citizenship=ukr", count: "4000" },
  { margin: "citizenship", cell: "citizenship=blr", count: "2000" },
];

function invent(more: Partial<Simulation> = {}) {
  return [...simulate({ instrument, margins, respondents: 1500, seed: 4, small: {}, ...more })];
}

const many = invent();
const share = (all: typeof many, holds: (answers: Readonly<Record<string, unknown>>) => boolean) =>
  all.filter(({ answers }) => holds(answers)).length / all.length;
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

describe("simulated people are met in their circumstances", () => {
  test("on the web with the short form, most of them with every consent", () => {
    expect(new Set(many.map(({ mode, answers }) => `${mode} ${answers.mode} ${answers.form}`))).toEqual(
      new Set(["web web short"]),
    );
    expect(share(many, ({ consents }) => listed(consents).includes("sensitive"))).toBeCloseTo(0.94, 1);
  });

  test("or as they are asked for", () => {
    const others = invent({
      circumstances: { modes: { web: 1, telephone: 1 }, forms: { long: 1 }, consents: { sensitive: 0 } },
    });
    expect(share(others, ({ mode }) => mode === "telephone")).toBeCloseTo(0.5, 1);
    expect(others.every(({ mode, answers }) => mode === answers.mode && answers.form === "long")).toBe(true);
    expect(share(others, ({ consents }) => listed(consents).includes("sensitive"))).toBe(0);
    expect(others.every(({ answers }) => listed(answers.modules).includes("work"))).toBe(true);
  });

  test("nobody is screened out, unless the tendencies say so", () => {
    expect(share(many, ({ citizenship, lives }) => citizenship === "eu" || lives === "no")).toBe(0);
    const some = invent({ tendencies: { items: { lives: { shares: { no: 0.2 } } } } });
    expect(share(some, ({ lives }) => lives === "no")).toBeCloseTo(0.2, 1);
    expect(
      some
        .filter(({ answers }) => answers.lives === "no")
        .every(({ answers }) => answers.place === undefined),
    ).toBe(true);
  });

  test("most live where they are declared and say so; the declared municipality meets the margins", () => {
    expect(share(many, ({ declared }) => declared === "same")).toBeGreaterThan(0.88);
    expect(share(many, ({ declared }) => places.includes(String(declared)))).toBeGreaterThan(0.03);
    expect(many.some(({ answers: { place, declared } }) => place === declared)).toBe(false);
  });
});

describe("draws follow the answers of each person", () => {
  test("as the application would draw them from the response id", () => {
    const drawing = drawingOf(instrument);
    for (const { responseId, answers } of many) {
      const { modules = [], rated = [] } = drawing.draw(responseId, answers);
      expect(listed(answers.modules)).toEqual(modules);
      if (answers.life !== undefined) expect(listed(answers.rated)).toEqual(rated);
    }
  });

  test("only what was drawn is asked, and only parents are asked of children", () => {
    const asked = ({ answers }: (typeof many)[number]) => listed(answers.modules);
    expect(many.every((one) => one.answers.job === undefined || asked(one).includes("work"))).toBe(true);
    expect(many.every((one) => !asked(one).includes("children") || one.answers.children === "yes")).toBe(
      true,
    );
    for (const { answers } of many)
      expect(Object.keys(answers.rating ?? {}).filter((row) => !listed(answers.rated).includes(row))).toEqual(
        [],
      );
  });
});

describe("answers of every kind fit the questionnaire", () => {
  test("the plan finds nothing to object to", () => {
    const { plan } = compilePlan(questionnaire);
    if (!plan) throw new Error("The plan refuses the tiny questionnaire.");
    const prepared = preparePlan(plan);
    const filled = new Set(["mode", "form", "consents", "modules", "rated"]);
    const objections = many.flatMap(({ answers }) => {
      const { findings, removed } = prepared.check(answers, { now: new Date(0) });
      return [...findings, ...removed.filter(({ path }) => !filled.has(path))];
    });
    expect(objections).toEqual([]);
    const routing = compileConditions(instrument);
    const strays = many.flatMap(({ answers }) =>
      Object.keys(answers).filter((name) => !routing.asked(answers).has(name)),
    );
    expect(strays).toEqual([]);
  });

  test("lists of entries are filled, each entry by its own conditions", () => {
    const entries = many
      .flatMap(({ answers }) => listed(answers.household))
      .map((entry) => ({ ...Object(entry) }));
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter(({ age, school }) => age === "0-6" && school !== undefined)).toEqual([]);
    expect(entries.some(({ school }) => school === "yes")).toBe(true);
    expect(many.some(({ answers }) => Object(answers.hours).home >= 0)).toBe(true);
    expect(many.some(({ answers }) => Object(Object(answers.help).night).who === "me")).toBe(true);
  });

  test("nobody ticks more than may be ticked, nor what is not offered", () => {
    expect(Math.max(...many.map(({ answers }) => listed(answers.important).length))).toBe(2);
    expect(
      share(
        many,
        ({ unfair, used }) => listed(unfair).includes("school") && !listed(used).includes("school"),
      ),
    ).toBe(0);
  });
});

describe("answers lie where they are wanted", () => {
  const tendencies = {
    items: {
      job: { shares: { yes: 0.8 }, byGroup: { blr: { yes: 0.3 } } },
      life: { shares: { 8: 0.5, 9: 0.2 } },
      rooms: { mean: 4 },
      used: { options: { school: 0.6, doctor: 0.9 } },
      rating: { rows: { school: { 5: 0.9 } } },
    },
  };
  const bent = invent({ respondents: 6000, tendencies });
  const among = (holds: (answers: Readonly<Record<string, unknown>>) => boolean) =>
    bent.filter(({ answers }) => holds(answers));

  test("shares of one answer, in a group of citizens too", () => {
    const jobs = (group: string) =>
      among(({ citizenship, job }) => citizenship === group && job !== undefined);
    expect(Math.abs(share(jobs("ukr"), ({ job }) => job === "yes") - 0.8)).toBeLessThan(0.05);
    expect(Math.abs(share(jobs("blr"), ({ job }) => job === "yes") - 0.3)).toBeLessThan(0.06);
    const lives = among(({ life }) => life !== undefined);
    expect(Math.abs(share(lives, ({ life }) => life === 8) - 0.5)).toBeLessThan(0.05);
  });

  test("shares by row and by option, and a mean", () => {
    const used = among((answers) => answers.used !== undefined);
    expect(Math.abs(share(used, (answers) => listed(answers.used).includes("school")) - 0.6)).toBeLessThan(
      0.04,
    );
    const rated = among(({ rating }) => Object(rating).school !== undefined);
    expect(Math.abs(share(rated, ({ rating }) => Object(rating).school === 5) - 0.9)).toBeLessThan(0.05);
    const rooms = bent.flatMap(({ answers }) => (typeof answers.rooms === "number" ? [answers.rooms] : []));
    expect(Math.abs(rooms.reduce((sum, value) => sum + value, 0) / rooms.length - 4)).toBeLessThan(0.25);
  });

  test("what the instrument does not have is refused by name", () => {
    for (const [items, says] of [
      [{ nothing: {} }, /no item nothing/],
      [{ job: { shares: { maybe: 1 } } }, /job has no option maybe/],
      [{ rating: { rows: { park: {} } } }, /rating has no row park/],
      [{ job: { byGroup: { lva: {} } } }, /no citizenship lva/],
    ] as const) {
      const start = () => invent({ tendencies: { items } });
      expect(start).toThrow(TendencyMisfitError);
      expect(start).toThrow(says);
    }
  });
});
