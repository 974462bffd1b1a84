import type { Choice, Instrument, Item } from "@tiltas/instrument/definition";
import { describe, expect, test } from "vitest";
import { buildDataset } from "./build-dataset.ts";
import { type Dataset, missingReasons, type ResponseForAnalysis } from "./dataset.ts";
import { actualMunicipality, declaredMunicipality } from "./municipality.ts";

const choice = (code: string | number, missing?: "refused" | "dont-know"): Choice => ({
  code,
  labels: {},
  ...(missing ? { missing } : {}),
});

function anItem(name: string, kind: Item["kind"], more: Partial<Item> = {}): Item {
  return {
    name,
    kind,
    page: "p",
    path: "",
    titles: {},
    choices: [],
    rows: [],
    conditions: [],
    required: false,
    measure: { concept: "c", domain: "d", level: "nominal", purpose: "p", dataClass: "ordinary" },
    ...more,
  };
}

function anInstrument(digest: string, items: readonly Item[]): Instrument {
  const population = { minimumAge: 18, euCitizens: "out", residence: "permit" } as const;
  const manifest = {
    id: "tiny",
    version: "1.0.0",
    title: {},
    languages: ["en"],
    universe: {},
    population,
    licence: "x",
  };
  return { manifest, digest, questionnaire: {}, pages: [], items };
}

const reasons = [choice("dont-know", "dont-know"), choice("refused", "refused")];
const explains: Item["measure"] = {
  ...anItem("x", "single").measure,
  role: "missing-reason",
  explains: "rooms",
};
const first = anInstrument("v1", [
  anItem("moved", "single", { choices: [choice("yes"), choice("no"), ...reasons] }),
  anItem("why", "single", { choices: [choice("work"), choice("family")], conditions: ["{moved} = 'yes'"] }),
  anItem("help", "multiple", { choices: [choice("office"), choice("friends"), ...reasons] }),
  anItem("contact", "matrix", {
    choices: [choice(1), choice(2), choice("dont-know", "dont-know")],
    rows: [choice("work"), choice("home")],
  }),
  anItem("rooms", "number"),
  anItem("rooms_missing", "single", { choices: reasons, conditions: ["{rooms} empty"], measure: explains }),
  anItem("life", "rating", { choices: [choice(0), choice(1), choice(2)] }),
  anItem("words", "text"),
]);

let made = 0;
function aResponse(answers: unknown, more: Partial<ResponseForAnalysis> = {}): ResponseForAnalysis {
  made++;
  return {
    responseId: `r${made}`,
    revision: 1,
    hash: "h",
    instrument: "v1",
    language: "en",
    mode: "web",
    leftOut: null,
    answers: JSON.stringify(answers),
    ...more,
  };
}

function cell(dataset: Dataset, variable: string, row = 0): number | string {
  const column = dataset.columns.get(variable);
  if (!column) throw new Error(`no column ${variable}`);
  const reason = missingReasons[column.missing[row] ?? 0];
  if (reason !== "answered") return reason ?? "";
  const value = column.values[row] ?? Number.NaN;
  return column.variable.kind === "code" ? (column.variable.codes[value]?.code ?? "") : value;
}

const complete = {
  moved: "yes",
  why: "family",
  help: ["friends"],
  contact: { work: 2, home: 1 },
  rooms: 3,
  life: 2,
  words: "many",
};

describe("a response becomes a row", () => {
  test("codes, options, matrix rows, numbers and ratings each in their column; own words in none", async () => {
    const dataset = await buildDataset([first], [aResponse(complete)]);
    const cells = [
      "moved",
      "why",
      "help.office",
      "help.friends",
      "contact.work",
      "contact.home",
      "rooms",
      "life",
    ];
    expect(cells.map((name) => cell(dataset, name))).toEqual(["yes", "family", 0, 1, 2, 1, 3, 2]);
    expect(dataset.columns.has("words")).toBe(false);
    expect(dataset.columns.get("rooms")?.values).toBeInstanceOf(Float64Array);
    expect(dataset.columns.get("moved")?.values).toBeInstanceOf(Int16Array);
  });

  test("thousands of rows keep their order", async () => {
    const many = Array.from({ length: 1000 }, (_, i) => aResponse({ rooms: i }));
    const dataset = await buildDataset([first], many);
    expect(dataset.rows).toBe(1000);
    expect([...(dataset.columns.get("rooms")?.values ?? [])]).toEqual(many.map((_, i) => i));
  });
});

describe("a cell without an answer says why", () => {
  test("chosen: don't know, refused; in a multiple choice for every option", async () => {
    const dataset = await buildDataset(
      [first],
      [
        aResponse({
          ...complete,
          moved: "refused",
          help: ["dont-know"],
          contact: { work: "dont-know", home: 1 },
        }),
      ],
    );
    expect(
      ["moved", "help.office", "help.friends", "contact.work", "contact.home"].map((name) =>
        cell(dataset, name),
      ),
    ).toEqual(["refused", "dont-know", "dont-know", "dont-know", 1]);
  });

  test("skipped by routing: not asked, even if an old answer lies there", async () => {
    const dataset = await buildDataset([first], [aResponse({ ...complete, moved: "no" })]);
    expect(cell(dataset, "why")).toBe("not-asked");
  });

  test("left empty with a later answer: no answer; with none after it: not reached", async () => {
    const dataset = await buildDataset([first], [aResponse({ moved: "yes", contact: { home: 2 } })]);
    expect(
      ["why", "help.office", "contact.work", "rooms", "life"].map((name) => cell(dataset, name)),
    ).toEqual(["no-answer", "no-answer", "not-reached", "not-reached", "not-reached"]);
  });

  test("a number left empty takes the reason of the item that explains it", async () => {
    const { rooms: _, ...open } = complete;
    const dataset = await buildDataset(
      [first],
      [aResponse({ ...open, rooms_missing: "refused" }), aResponse({ ...open, life: 1 })],
    );
    expect([cell(dataset, "rooms", 0), cell(dataset, "rooms", 1)]).toEqual(["refused", "no-answer"]);
  });

  test("an item the version does not hold: not in version, and a code of a later version joins the list", async () => {
    const second = anInstrument("v2", [
      anItem("moved", "single", { choices: [choice("yes"), choice("no"), choice("often")] }),
      anItem("fresh", "number"),
    ]);
    const dataset = await buildDataset(
      [first, second],
      [aResponse(complete), aResponse({ moved: "often", fresh: 1 }, { instrument: "v2" })],
    );
    expect([cell(dataset, "fresh", 0), cell(dataset, "rooms", 1), cell(dataset, "moved", 1)]).toEqual([
      "not-in-version",
      "not-in-version",
      "often",
    ]);
  });
});

describe("what enters", () => {
  test("responses left out by review and those of unknown versions stay out and are counted by reason", async () => {
    const dataset = await buildDataset(
      [first],
      [
        aResponse(complete, { leftOut: "has-issues" }),
        aResponse(complete, { instrument: "?" }),
        aResponse(complete),
      ],
    );
    expect(dataset.rows).toBe(1);
    expect(dataset.exclusions).toEqual({ "has-issues": 1, "unknown-instrument": 1 });
  });

  test("the digest covers the content of what entered, in order, and nothing else: an export under other identities is the same", async () => {
    const [a, b, c] = [
      aResponse(complete),
      { ...aResponse(complete), hash: "another" },
      aResponse(complete, { leftOut: "rejected" }),
    ];
    const digest = async (...responses: ResponseForAnalysis[]) =>
      (await buildDataset([first], responses)).digest;
    expect(await digest(a, b, c)).toBe(await digest(a, b));
    expect(await digest(a, b)).not.toBe(await digest(b, a));
    expect(await digest({ ...a, responseId: "another" }, b)).toBe(await digest(a, b));
    expect(await digest(a, { ...b, hash: "other" })).not.toBe(await digest(a, b));
    expect(await digest()).toMatch(/^[0-9a-f]{64}$/);
  });

  test("responses may arrive as an asynchronous stream", async () => {
    async function* stream() {
      yield aResponse(complete);
    }
    expect((await buildDataset([first], stream())).rows).toBe(1);
  });

  test("versions that disagree on what a variable is are refused by name", async () => {
    const other = anInstrument("v2", [anItem("rooms", "single", { choices: [choice("few")] })]);
    await expect(buildDataset([first, other], [])).rejects.toThrow(
      /The variable "rooms" is a number in one version/,
    );
  });
});

describe.each([
  ["of other parts of the entry", "{panel.age} >= 7"],
  ["of the questionnaire, too", "{parent} = true and {panel.age} >= 7"],
])("a list of the respondent's own, such as children, with conditions %s", (_of, condition) => {
  const children = anItem("children", "roster", {
    parts: [
      anItem("age", "number"),
      anItem("school", "single", {
        choices: [choice("yes"), choice("no"), ...reasons],
        conditions: [condition],
      }),
    ],
  });
  const questionnaire = {
    elements: [
      { type: "boolean", name: "parent" },
      {
        type: "paneldynamic",
        name: "children",
        visibleIf: "{parent} = true",
        templateElements: [
          { type: "text", name: "age", inputType: "number" },
          {
            type: "radiogroup",
            name: "school",
            choices: ["yes", "no", "dont-know", "refused"],
            visibleIf: condition,
          },
        ],
      },
    ],
  };
  const version = {
    ...anInstrument("v1", [anItem("parent", "boolean"), { ...children, conditions: ["{parent} = true"] }]),
    questionnaire,
  };

  test("is one row per member, with the respondent it belongs to", async () => {
    const dataset = await buildDataset(
      [version],
      [
        aResponse({ parent: true, children: [{ age: 3 }, { age: 9, school: "yes" }] }),
        aResponse({ parent: false }),
        aResponse({ parent: true, children: [{ age: 12, school: "refused" }, { age: 8 }] }),
      ],
    );
    const roster = dataset.rosters?.get("children");
    expect([...(roster?.owner ?? [])]).toEqual([0, 0, 2, 2]);
    const school = roster?.columns.get("school");
    const reasonsGiven = [...(school?.missing ?? [])].map((reason) => missingReasons[reason]);
    expect(reasonsGiven).toEqual(["not-asked", "answered", "refused", "not-reached"]);
  });

  test("members behind a question that routing skips do not exist", async () => {
    const dataset = await buildDataset([version], [aResponse({ parent: false, children: [{ age: 9 }] })]);
    expect(dataset.rosters?.get("children")?.rows).toBe(0);
  });
});

describe("what nobody is asked, or not everybody", () => {
  const measured = (more: Partial<Item["measure"]>) => ({ ...anItem("x", "single").measure, ...more });
  const modules = anItem("modules", "multiple", {
    choices: [choice("work"), choice("home"), choice("children")],
    hidden: true,
    measure: measured({
      role: "drawn",
      draw: { size: { short: 1, long: "all" }, by: "form", eligible: { children: "{parent} = 'yes'" } },
    }),
  });
  const form = anItem("form", "single", {
    choices: [choice("short"), choice("long")],
    hidden: true,
    measure: measured({ role: "given", given: "form" }),
  });
  const version = anInstrument("v1", [
    form,
    anItem("parent", "single", { choices: [choice("yes"), choice("no")] }),
    modules,
    anItem("job", "single", {
      choices: [choice("yes"), choice("no")],
      conditions: ["{modules} contains 'work'"],
    }),
  ]);

  test("answers that the application gave or chance drew are columns like any other", async () => {
    const dataset = await buildDataset(
      [version],
      [
        aResponse({ form: "short", parent: "no", modules: ["work"], job: "yes" }),
        aResponse({ parent: "no" }),
      ],
    );
    const names = ["form", "modules.work", "modules.home", "job"];
    expect(names.map((name) => cell(dataset, name))).toEqual(["short", 1, 0, "yes"]);
    expect(names.map((name) => cell(dataset, name, 1))).toEqual(Array(4).fill("not-asked"));
  });

  test("what the application filled in is no sign of how far a person came", async () => {
    const last = anInstrument("v1", [...version.items.filter(({ name }) => name !== "form"), form]);
    const dataset = await buildDataset(
      [last],
      [
        aResponse({ modules: ["work"], form: "short" }),
        aResponse({ modules: ["work"], job: "no", form: "short" }),
      ],
    );
    expect([0, 1].map((row) => cell(dataset, "job", row))).toEqual(["not-reached", "no"]);
    expect([0, 1].map((row) => cell(dataset, "parent", row))).toEqual(["not-reached", "no-answer"]);
  });

  test("the chance of every draw follows from the answers; what could not be drawn has none", async () => {
    const dataset = await buildDataset(
      [version],
      [
        aResponse({ form: "short", parent: "no", modules: ["work"] }),
        aResponse({ form: "short", parent: "yes", modules: ["children"] }),
        aResponse({ form: "long", parent: "yes", modules: ["work", "home", "children"] }),
      ],
    );
    expect([...(dataset.chances?.get("modules.work") ?? [])]).toEqual([1 / 2, 1 / 3, 1]);
    expect([...(dataset.chances?.get("modules.children") ?? [])]).toEqual([Number.NaN, 1 / 3, 1]);
  });

  test("without draws there are no chances", async () => {
    expect((await buildDataset([first], [aResponse(complete)])).chances).toBeUndefined();
  });

  const places = [choice("13"), choice("19")];
  const twoPlaces = anInstrument("v1", [
    anItem("age", "single", { choices: [choice("adult"), choice("child")] }),
    anItem("lives", "single", {
      choices: [...places, choice("nowhere"), ...reasons],
      conditions: ["{age} <> 'child'"],
      measure: measured({ role: "actual-municipality" }),
    }),
    anItem("declared", "single", {
      choices: [choice("same"), choice("none"), ...places],
      conditions: ["{age} <> 'child'"],
      measure: measured({ role: "municipality", sameAs: { code: "same", item: "lives" } }),
    }),
  ]);

  test("who turns out not to belong to the study is left out and counted", async () => {
    const dataset = await buildDataset(
      [twoPlaces],
      [aResponse({ age: "child" }), aResponse({ age: "adult", lives: "13" }), aResponse({ age: "adult" })],
    );
    expect([dataset.rows, dataset.exclusions]).toEqual([2, { "screened-out": 1 }]);
  });

  test("declared in the same place means the place given before; one that registers do not know is none", async () => {
    const answers = [
      { lives: "13", declared: "same" },
      { lives: "13", declared: "19" },
      { lives: "nowhere", declared: "same" },
      { lives: "refused", declared: "same" },
      { lives: "nowhere", declared: "none" },
    ];
    const dataset = await buildDataset(
      [twoPlaces],
      answers.map((one) => aResponse(one)),
    );
    const declared = declaredMunicipality(dataset, twoPlaces);
    const codes = declared?.variable.codes.map(({ code }) => code) ?? [];
    expect([...(declared?.values ?? [])].map((value) => codes[value])).toEqual([
      "13",
      "19",
      undefined,
      undefined,
      "none",
    ]);
    expect(actualMunicipality(dataset, twoPlaces)).toBe(dataset.columns.get("lives"));
    expect(missingReasons[declared?.missing[3] ?? 0]).toBe("refused");
  });
});

describe("a row that answers did not bring up", () => {
  const grid = { type: "matrix", name: "trust", rowsVisibleIf: "{used} contains {item}", columns: [1, 2] };
  const questionnaire = {
    pages: [{ name: "p", elements: [{ ...grid, rows: ["office", "friends"] }] }],
  };
  const instrument = {
    ...anInstrument("v1", [
      anItem("used", "multiple", { choices: [choice("office"), choice("friends")] }),
      anItem("trust", "matrix", {
        path: "pages[0].elements[0]",
        choices: [choice(1), choice(2)],
        rows: [choice("office"), choice("friends")],
      }),
      anItem("life", "rating", { choices: [choice(0), choice(1)] }),
    ]),
    questionnaire,
  };

  test("was not asked; one that came up and stayed empty was", async () => {
    const dataset = await buildDataset(
      [instrument],
      [
        aResponse({ used: ["office"], trust: { office: 2 }, life: 1 }),
        aResponse({ used: ["office", "friends"], trust: { office: 2 }, life: 1 }),
        aResponse({ used: ["office"] }),
      ],
    );
    const why = (name: string) =>
      [...(dataset.columns.get(name)?.missing ?? [])].map((reason) => missingReasons[reason]);
    expect(why("trust.office")).toEqual(["answered", "answered", "not-reached"]);
    expect(why("trust.friends")).toEqual(["not-asked", "no-answer", "not-asked"]);
  });
});

describe("how responses came about", () => {
  const two = { ...first, manifest: { ...first.manifest, languages: ["lt", "uk"] } };
  const collected = async (...responses: Partial<ResponseForAnalysis>[]) =>
    buildDataset(
      [two],
      responses.map((response) => aResponse({}, response)),
    );

  test("a link's channel becomes four variables: name, kind, place and language", async () => {
    const dataset = await collected(
      { channel: "poster-57-uk" },
      { channel: "social-00-any" },
      { channel: null },
      { channel: "office-qr" },
    );
    const of = (name: string) => [0, 1, 2, 3].map((row) => cell(dataset, name, row));
    expect(of("channel")).toEqual(["poster-57-uk", "social-00-any", "not-asked", "office-qr"]);
    expect(of("channel_kind")).toEqual(["poster", "social", "not-asked", "not-asked"]);
    expect(of("channel_place")).toEqual(["57", "00", "not-asked", "not-asked"]);
    expect(of("channel_language")).toEqual(["uk", "any", "not-asked", "not-asked"]);
  });

  test("mode and language stand as the interview ended, with whether they changed on the way", async () => {
    const changes = JSON.stringify([{ page: "p2", language: "uk" }]);
    const dataset = await collected({ mode: "kiosk", language: "uk", changes }, { language: "lt" });
    const of = (name: string) => [0, 1].map((row) => cell(dataset, name, row));
    expect(of("interview_mode")).toEqual(["kiosk", "web"]);
    expect(of("interview_language")).toEqual(["uk", "lt"]);
    expect(of("language_changed")).toEqual([1, 0]);
    expect(of("mode_changed")).toEqual([0, 0]);
  });

  test("an item of the same name keeps it", async () => {
    const own = anInstrument("v1", [anItem("channel", "single", { choices: [choice("tv")] })]);
    const dataset = await buildDataset([own], [aResponse({ channel: "tv" }, { channel: "poster-57-uk" })]);
    expect([cell(dataset, "channel"), cell(dataset, "channel_kind")]).toEqual(["tv", "poster"]);
  });
});
