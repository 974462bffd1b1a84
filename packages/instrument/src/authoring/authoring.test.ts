import { describe, expect, test } from "vitest";
import { validInstruments } from "../../../../tests/instruments/tiny.ts";
import {
  type Authored,
  type AuthorSheet,
  authorSheets,
  type ReturnedSheet,
  readAuthorSheets,
  sayProblem,
} from "./index.ts";

function sheetsOf(questionnaire: unknown, measures: unknown = { items: {} }): AuthorSheet[] {
  const source = {
    id: "tiny",
    version: "1.0.0",
    digest: "of no interest here",
    languages: ["lt", "en"],
    questionnaire,
    measures,
  };
  return authorSheets(source);
}

/** The way through a workbook: cells by header, empty ones absent, row 1 the header. */
function returned(sheets: readonly AuthorSheet[]): ReturnedSheet[] {
  return sheets.map(({ name, columns, rows }) => ({
    name,
    header: columns.map(({ header }) => header),
    rows: rows.map((row, i) => ({
      number: i + 2,
      cells: Object.fromEntries(
        columns.map(({ key, header }) => [header, row[key] ?? ""]).filter(([, text]) => text !== ""),
      ),
    })),
  }));
}

function read(sheets: readonly ReturnedSheet[]): Authored {
  const authored = readAuthorSheets(sheets);
  if (!authored) throw new Error("These sheets were not written by authorSheets.");
  return authored;
}

/** Cells by header of the row that a name or code stands in. */
type Edit = (sheets: Sheets) => void;

class Sheets {
  private readonly all: Map<
    string,
    { header: string[]; rows: { number: number; cells: Record<string, string> }[] }
  >;

  constructor(sheets: readonly ReturnedSheet[]) {
    this.all = new Map(
      sheets.map(({ name, header, rows }) => [
        name,
        { header: [...header], rows: rows.map(({ number, cells }) => ({ number, cells: { ...cells } })) },
      ]),
    );
  }

  rows(sheet: string) {
    const found = this.all.get(sheet);
    if (!found) throw new Error(`There is no sheet ${sheet}.`);
    return found.rows;
  }

  row(sheet: string, cells: Record<string, string>) {
    const found = this.rows(sheet).find((row) =>
      Object.entries(cells).every(([header, text]) => row.cells[header] === text),
    );
    if (!found) throw new Error(`There is no such row in ${sheet}.`);
    return found.cells;
  }

  set(sheet: string, where: Record<string, string>, header: string, text: string): void {
    this.row(sheet, where)[header] = text;
  }

  insert(sheet: string, cells: Record<string, string>, after?: Record<string, string>): void {
    const rows = this.rows(sheet);
    const at = after ? rows.findIndex((row) => row.cells === this.row(sheet, after)) + 1 : rows.length;
    rows.splice(at, 0, { number: 100 + rows.length, cells });
  }

  remove(sheet: string, cells: Record<string, string>): void {
    const rows = this.rows(sheet);
    rows.splice(
      rows.findIndex((row) => row.cells === this.row(sheet, cells)),
      1,
    );
  }

  list(): ReturnedSheet[] {
    return [...this.all].map(([name, { header, rows }]) => ({ name, header, rows }));
  }
}

interface Home {
  readonly locale: string;
  readonly foreign: unknown;
  readonly pages: { name: string; title?: object; elements: Record<string, unknown>[] }[];
}

const home: Home = {
  locale: "lt",
  foreign: { kept: [1, 2] },
  pages: [
    {
      name: "home",
      title: { lt: "Namai", en: "Home" },
      elements: [
        {
          type: "radiogroup",
          name: "tenure",
          title: { lt: "Kur gyvenate?", en: "Where do you live?" },
          choices: [
            "own",
            "rent|Renting",
            { value: "none", text: { lt: "Niekur", en: "Nowhere" }, extra: 1 },
          ],
          customProperty: true,
        },
        {
          type: "text",
          name: "rooms",
          title: "Kiek kambarių?",
          inputType: "number",
          visibleIf: "{tenure} <> 'none'",
          validators: [{ type: "numeric", minValue: 1, text: { lt: "Per mažai" } }],
        },
        { type: "panel", name: "more", elements: [{ type: "comment", name: "words" }] },
      ],
    },
    { name: "end", elements: [{ type: "boolean", name: "again" }] },
  ],
};
const measures = {
  items: { tenure: { concept: "Tenure", level: "nominal", odd: 1 }, "tenure.part": { concept: "x" } },
};

function edited(edit: Edit, questionnaire: unknown = home, measured: unknown = measures): Authored {
  const sheets = new Sheets(returned(sheetsOf(questionnaire, measured)));
  edit(sheets);
  return read(sheets.list());
}

/** The questionnaire after an edit that has no problems. */
function after(edit: Edit): Home {
  const { questionnaire, problems } = edited(edit);
  expect(problems.map(sayProblem)).toEqual([]);
  return questionnaire as Home;
}

function problemsAfter(edit: Edit): string[] {
  return edited(edit).problems.map(sayProblem);
}

describe("an edited workbook changes what was edited and nothing else", () => {
  test("words in one language", () => {
    const expected = structuredClone(home);
    expected.pages[0]!.elements[0]!.title = { lt: "Kur gyvenate?", en: "What is your home?" };
    const { questionnaire, changes } = edited((sheets) => {
      sheets.row("items", { Name: "tenure" })["Title [en]"] = "What is your home?";
    });
    expect(questionnaire).toEqual(expected);
    expect(changes).toEqual([
      {
        sheet: "items",
        row: 2,
        what: "tenure",
        kind: "changed",
        column: "Title [en]",
        before: "Where do you live?",
        after: "What is your home?",
      },
    ]);
  });

  test("a second language beside a plain text keeps the first as its default", () => {
    const { pages } = after((sheets) => {
      sheets.row("items", { Name: "rooms" })["Title [en]"] = "How many rooms?";
    });
    expect(pages[0]?.elements[1]?.title).toEqual({ default: "Kiek kambarių?", en: "How many rooms?" });
  });

  test("a language of its own comes with columns of its own", () => {
    const sheets = new Sheets(returned(sheetsOf(home, measures)));
    sheets.row("items", { Name: "tenure" })["Title [pl]"] = "Gdzie mieszkasz?";
    const list = sheets
      .list()
      .map((sheet) =>
        sheet.name === "items" ? { ...sheet, header: [...sheet.header, "Title [pl]"] } : sheet,
      );
    const [page] = Object(read(list).questionnaire).pages;
    expect(page.elements[0].title).toEqual({
      lt: "Kur gyvenate?",
      en: "Where do you live?",
      pl: "Gdzie mieszkasz?",
    });
  });

  test("an option put between others stands there; bare codes and foreign properties stay", () => {
    const { pages } = after((sheets) =>
      sheets.insert(
        "choices",
        { Item: "tenure", List: "options", Code: "road", "Text [lt]": "Kelyje" },
        { Code: "own" },
      ),
    );
    expect(pages[0]?.elements[0]).toMatchObject({
      choices: ["own", { value: "road", text: "Kelyje" }, "rent|Renting", { value: "none", extra: 1 }],
      customProperty: true,
    });
  });

  test("a new item with options, a rule and a measure", () => {
    const {
      questionnaire,
      measures: now,
      problems,
    } = edited((sheets) => {
      sheets.insert("items", {
        Page: "end",
        Name: "heat",
        Type: "radiogroup",
        "Title [lt]": "Ar šilta?",
        Required: "yes",
        Concept: "Warmth",
        Level: "nominal",
      });
      sheets.insert("choices", { Item: "heat", Code: "1", "Text [lt]": "Taip" });
      sheets.insert("choices", {
        Item: "heat",
        Code: "9",
        "Text [lt]": "Nežinau",
        "Missing reason": "dont-know",
      });
      sheets.insert("rules", { Item: "heat", Rule: "expression", "Holds if": "{heat} > 0" });
    });
    expect(problems.map(sayProblem)).toEqual([]);
    expect(questionnaire).toMatchObject({
      pages: [
        {},
        {
          elements: [
            { name: "again" },
            {
              type: "radiogroup",
              name: "heat",
              title: "Ar šilta?",
              isRequired: true,
              choices: [
                { value: 1, text: "Taip" },
                { value: 9, text: "Nežinau" },
              ],
              validators: [{ type: "expression", expression: "{heat} > 0" }],
            },
          ],
        },
      ],
    });
    expect(now).toEqual({
      items: {
        ...measures.items,
        heat: { concept: "Warmth", level: "nominal", missing: { 9: "dont-know" } },
      },
    });
  });

  test("a row taken out is an item taken out, with its measure; what belonged to it goes along", () => {
    const {
      questionnaire,
      measures: now,
      problems,
    } = edited((sheets) => {
      sheets.remove("items", { Name: "tenure" });
      sheets.row("items", { Name: "rooms" })["Asked if"] = "";
    });
    expect(problems.map(sayProblem)).toEqual([]);
    expect(questionnaire).toMatchObject({ pages: [{ elements: [{ name: "rooms" }, { name: "more" }] }, {}] });
    expect(now).toEqual({ items: {} });
  });

  test("a renamed item takes its measures along", () => {
    const {
      questionnaire,
      measures: now,
      problems,
    } = edited((sheets) => {
      sheets.row("items", { Name: "tenure" }).Name = "dwelling";
      sheets.row("items", { Name: "rooms" })["Asked if"] = "{dwelling} <> 'none'";
    });
    expect(problems.map(sayProblem)).toEqual([]);
    expect(questionnaire).toMatchObject({
      pages: [{ elements: [{ name: "dwelling", choices: home.pages[0]?.elements[0]?.choices }, {}, {}] }, {}],
    });
    expect(now).toEqual({ items: { dwelling: measures.items.tenure, "dwelling.part": { concept: "x" } } });
  });

  test("what says why a renamed item is empty goes on saying so", () => {
    const why = {
      pages: [
        {
          name: "p",
          elements: [
            { type: "text", name: "rooms" },
            { type: "text", name: "why" },
          ],
        },
      ],
    };
    const { measures: now, problems } = edited(
      (sheets) => {
        sheets.row("items", { Name: "rooms" }).Name = "room_count";
      },
      why,
      { items: { rooms: { concept: "x" }, why: { role: "missing-reason", explains: "rooms" } } },
    );
    expect(problems.map(sayProblem)).toEqual([]);
    expect(now).toEqual({
      items: { room_count: { concept: "x" }, why: { role: "missing-reason", explains: "room_count" } },
    });
  });

  test("the order of rows is the order of items; a page or panel can be changed", () => {
    const { pages } = after((sheets) => {
      sheets.rows("items").reverse();
      sheets.row("items", { Name: "again" }).Inside = "more";
    });
    expect(pages.map(({ elements }) => elements.map(({ name }) => name))).toEqual([
      ["more", "rooms", "tenure"],
      [],
    ]);
    expect(pages[0]?.elements[0]).toMatchObject({ elements: [{ name: "again" }, { name: "words" }] });
  });

  test("a copied row is a new item like the other", () => {
    const { pages } = after((sheets) => {
      sheets.insert(
        "items",
        { ...sheets.row("items", { Name: "tenure" }), Name: "tenure_before" },
        { Name: "tenure" },
      );
    });
    expect(pages[0]?.elements.map(({ name }) => name)).toEqual(["tenure", "tenure_before", "rooms", "more"]);
    expect(pages[0]?.elements[1]).toEqual({ ...home.pages[0]?.elements[0], name: "tenure_before" });
  });

  test("settings and texts without a sheet of their own", () => {
    const { questionnaire } = edited((sheets) => {
      sheets.insert("settings", { Setting: "showTitle", Value: "no" });
      sheets.row("settings", { Setting: "locale" }).Value = "en";
    });
    expect(questionnaire).toMatchObject({ showTitle: false, locale: "en", foreign: { kept: [1, 2] } });
  });
});

describe("what cannot be read is said with sheet, row and column, and nothing is kept", () => {
  const mistakes: [string, Edit, RegExp][] = [
    [
      "a condition",
      (s) => s.set("items", { Name: "rooms" }, "Asked if", "{tenure} = = 1"),
      /^Sheet items, row 3, column Asked if: This condition cannot be read\. At character \d+/,
    ],
    [
      "a name of two words",
      (s) => s.set("items", { Name: "rooms" }, "Name", "two words"),
      /^Sheet items, row 3, column Name: "two words" is no name/,
    ],
    [
      "a name used twice",
      (s) => s.set("items", { Name: "rooms" }, "Name", "again"),
      /column Name: The name again is used in another row too/,
    ],
    [
      "a type",
      (s) => s.set("items", { Name: "rooms" }, "Type", "hologram"),
      /column Type: survey-core has no item type "hologram"/,
    ],
    [
      "a page that is not there",
      (s) => s.insert("items", { Page: "nowhere", Name: "x", Type: "text" }),
      /column Page: There is no page "nowhere"/,
    ],
    ["no page", (s) => s.insert("items", { Name: "x", Type: "text" }), /column Page: Say on which page/],
    [
      "a panel that is no panel",
      (s) => s.set("items", { Name: "again" }, "Inside", "rooms"),
      /column Inside: There is no panel or roster "rooms"/,
    ],
    [
      "an option of no item",
      (s) => s.insert("choices", { Item: "x", Code: "1" }),
      /^Sheet choices, row \d+, column Item: There is no item "x"/,
    ],
    [
      "an option without code",
      (s) => s.set("choices", { Code: "own" }, "Code", ""),
      /column Code: Every option/,
    ],
    [
      "yes and no in other words",
      (s) => s.set("items", { Name: "rooms" }, "Required", "maybe"),
      /column Required: Write yes or no/,
    ],
    [
      "a bound that is no number",
      (s) => s.set("rules", { Rule: "numeric" }, "Least", "few"),
      /^Sheet rules, row 2, column Least: Write a number/,
    ],
    [
      "a level",
      (s) => s.set("items", { Name: "tenure" }, "Level", "high"),
      /column Level: "high" is none of nominal/,
    ],
    [
      "a setting",
      (s) => s.insert("settings", { Setting: "noSuchThing", Value: "1" }),
      /column Setting: survey-core has no setting/,
    ],
    [
      "an item that others speak of, taken out",
      (s) => s.remove("items", { Name: "tenure" }),
      /row 3, column Asked if: It speaks of \{tenure\}, which was taken out/,
    ],
    [
      "an item that others speak of, renamed",
      (s) => s.set("items", { Name: "tenure" }, "Name", "dwelling"),
      /It speaks of \{tenure\}, which is called dwelling now/,
    ],
    [
      "an emptiness explained of no item",
      (s) => s.set("items", { Name: "rooms" }, "Says why empty", "windows"),
      /column Says why empty: There is no item "windows"/,
    ],
  ];
  test.each(mistakes)("%s", (_, edit, sentence) => {
    expect(problemsAfter(edit).join("\n")).toMatch(sentence);
  });

  test("a sheet taken out", () => {
    const sheets = returned(sheetsOf(home)).filter(({ name }) => name !== "choices");
    expect(read(sheets).problems.map(sayProblem)).toEqual([
      "Sheet choices: This sheet is missing. Put it back, or export the workbook again.",
    ]);
  });

  test("some other workbook is none of ours", () => {
    expect(
      readAuthorSheets([{ name: "guide", header: ["a"], rows: [{ number: 2, cells: { a: "b" } }] }]),
    ).toBeUndefined();
    expect(
      readAuthorSheets([
        { name: "guide", header: ["Source"], rows: [{ number: 2, cells: { Source: "#{}#" } }] },
      ]),
    ).toBeUndefined();
  });
});

describe("whatever a questionnaire holds comes back", () => {
  const deep = Array.from({ length: 60 }).reduce<object>(
    (inside) => ({ type: "panel", elements: [inside] }),
    { type: "text", name: "q" },
  );
  test.each<[string, unknown]>([
    [
      "names from JavaScript",
      JSON.parse(
        '{"elements":[{"type":"text","name":"__proto__","__proto__":{"a":1}},{"type":"text","name":"constructor"}]}',
      ),
    ],
    [
      "texts longer than a cell",
      {
        elements: [
          { type: "html", name: "h", html: "x".repeat(40_000) },
          { type: "text", name: "q", title: "y".repeat(40_000) },
        ],
      },
    ],
    [
      "signs that spreadsheets eat",
      { elements: [{ type: "text", name: "q", title: " =1+1\r\n\u0000\ud800 _x0041_ " }] },
    ],
    [
      "two of a name",
      {
        elements: [
          { type: "text", name: "q" },
          { type: "text", name: "q" },
        ],
      },
    ],
    ["no names at all", { pages: [{ elements: [{ type: "text" }, {}] }, {}] }],
    [
      "things in the wrong place",
      {
        pages: [
          1,
          "x",
          { elements: [null, 5, { type: "radiogroup", choices: "all", validators: 3, rows: [7] }] },
        ],
        title: 7,
        calculatedValues: {},
      },
    ],
    ["unknown types and deep nesting", { elements: [{ type: "hologram", name: "h", choices: [1] }, deep] }],
    [
      "older names of properties",
      {
        pages: [
          {
            name: "p",
            elements: [
              { type: "checkbox", name: "q", hasOther: true, choices: [1, true, { value: { a: 1 } }] },
            ],
          },
        ],
      },
    ],
  ])("%s", (_, questionnaire) => {
    const { questionnaire: back, changes, problems } = read(returned(sheetsOf(questionnaire)));
    expect(problems).toEqual([]);
    expect(changes).toEqual([]);
    expect(JSON.stringify(back)).toBe(JSON.stringify(questionnaire));
  });
});

describe("a workbook that nobody edited", () => {
  test.each(validInstruments().map(({ name, files }) => [name, files] as const))(
    "gives %s back as it was",
    (_, files) => {
      const { questionnaire, measures, changes, problems } = read(
        returned(sheetsOf(files.questionnaire, files.measures)),
      );
      expect(problems.map(sayProblem)).toEqual([]);
      expect(changes).toEqual([]);
      expect(questionnaire).toEqual(files.questionnaire);
      expect(measures).toEqual(files.measures);
    },
  );
});
