import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ReadSheet, readWorkbook, type WorkbookSheet, writeWorkbook } from "@tiltas/formats/tables";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../program/index.ts";

const reference = process.env.TILTAS_REFERENCE;
const published = join(import.meta.dirname, "../../../../instruments/tcn-integration/0.1.0");

let root: string;
let folder: string;
let workbook: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "tiltas-author-"));
  folder = join(root, "instruments/tcn-integration/0.1.0");
  workbook = join(root, "book.xlsx");
  cpSync(published, folder, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

async function tiltas(...words: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run(words, {
    print: (text) => said.push(text),
    complain: (text) => complained.push(text),
  });
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

const jsonIn = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** Changes cells and saves the workbook anew, as a spreadsheet does. */
async function edit(change: (sheet: WorkbookSheet) => WorkbookSheet, to: string): Promise<string> {
  const sheets = await readWorkbook(readFileSync(workbook));
  writeFileSync(
    to,
    await writeWorkbook(
      sheets.map((sheet) => change(asWritten(sheet))),
      { title: "edited", language: "lt" },
    ),
  );
  return to;
}

function asWritten({ name, header, rows }: ReadSheet): WorkbookSheet {
  return {
    name,
    columns: header.map((key) => ({ key, header: key, width: 20 })),
    rows: rows.map(({ cells }) => cells),
  };
}

const titled = (words: string) => (sheet: WorkbookSheet) =>
  sheet.name === "items"
    ? {
        ...sheet,
        rows: sheet.rows.map((row) => (row.Name === "soc_help" ? { ...row, "Title [en]": words } : row)),
      }
    : sheet;

const renamed = (from: string, to: string, condition: string) => (sheet: WorkbookSheet) =>
  sheet.name === "items"
    ? {
        ...sheet,
        rows: sheet.rows.map((row) =>
          row.Name === from
            ? { ...row, Name: to }
            : String(row["Asked if"]).includes(`{${from}}`)
              ? { ...row, "Asked if": condition }
              : row,
        ),
      }
    : sheet;

describe("a questionnaire as a workbook and back", () => {
  test("a workbook that nobody edited changes nothing", async () => {
    expect((await tiltas("author", "export", folder, "--out", workbook)).said).toMatch(/34 items/);
    const before = readFileSync(join(folder, "questionnaire.json"), "utf8");
    expect(await tiltas("author", "import", workbook, folder)).toMatchObject({
      code: 0,
      said: "Nothing was changed in the workbook.",
    });
    expect(readFileSync(join(folder, "questionnaire.json"), "utf8")).toBe(before);
  });

  test("an edit is shown with the version number it earns, and written as a new version with all that belongs to it", async () => {
    const edited = await edit(titled("Whom could you ask?"), join(root, "edited.xlsx"));
    const out = join(root, "instruments/tcn-integration/0.2.0");
    const { code, said } = await tiltas("author", "import", edited, folder, "--out", out);
    expect(code).toBe(0);
    expect(said).toMatch(/items, row \d+: soc_help, Title \[en\]: ".*" → "Whom could you ask\?"/);
    expect(said).toMatch(/1 change since 0\.1\.0: a \w+ version/);
    expect(jsonIn(join(out, "manifest.json"))).toMatchObject({ version: "0.2.0" });
    expect(existsSync(join(out, "notice/1.json"))).toBe(true);
    expect(jsonIn(join(out, "measures.json"))).toEqual(jsonIn(join(folder, "measures.json")));
  });

  test("a published version is never written", async () => {
    writeFileSync(
      join(root, "instruments/published.json"),
      JSON.stringify({ "tcn-integration@0.1.0": "0".repeat(64) }),
    );
    const edited = await edit(titled("Whom could you ask?"), join(root, "edited.xlsx"));
    const { code, complained } = await tiltas("author", "import", edited, folder);
    expect([code, complained]).toEqual([
      2,
      expect.stringMatching(/tcn-integration@0\.1\.0 is published and never changes again/),
    ]);
    rmSync(join(root, "instruments/published.json"));
  });

  test("an import that only shows looks at a published version too", async () => {
    const instruments = join(folder, "../..");
    writeFileSync(
      join(instruments, "published.json"),
      JSON.stringify({ "tcn-integration@0.1.0": "0".repeat(64) }),
    );
    const edited = await edit(titled("Whom could you ask?"), join(root, "edited.xlsx"));
    expect(await tiltas("author", "import", edited, folder, "--dry-run")).toMatchObject({
      code: 0,
      said: expect.stringMatching(/1 change since/),
    });
    rmSync(join(instruments, "published.json"));
  });

  test("a draft that is edited in place earns no number of its own: compare holds it against the version before", async () => {
    const draft = join(root, "instruments/tcn-integration/0.4.0");
    cpSync(folder, draft, { recursive: true });
    const edited = await edit(titled("Whom could you ask?"), join(root, "edited.xlsx"));
    const { said } = await tiltas("author", "import", edited, draft);
    expect(said).toMatch(/^1 change\.$/m);
    expect(said).not.toMatch(/or higher/);
  });

  test("a new version of an instrument goes to a folder that is called by its number", async () => {
    const edited = await edit(titled("Whom could you ask?"), join(root, "edited.xlsx"));
    const out = join(root, "instruments/tcn-integration/next");
    expect(await tiltas("author", "import", edited, folder, "--out", out)).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/next is no version number/),
    });
    expect(existsSync(out)).toBe(false);
  });

  test("example interviews answer a renamed item under its new name", async () => {
    const edited = await edit(
      renamed("hou_rooms", "hou_room_count", "{hou_room_count} empty"),
      join(root, "renamed.xlsx"),
    );
    const out = join(root, "instruments/tcn-integration/1.1.0");
    const { said, complained } = await tiltas("author", "import", edited, folder, "--out", out);
    expect(complained).toBe("");
    expect(said).toMatch(/Wrote questionnaire\.json, measures\.json, manifest\.json, interviews\.json/);
    const interviews = readFileSync(join(out, "interviews.json"), "utf8");
    expect(interviews).not.toMatch(/"hou_rooms"/);
    expect(interviews).toMatch(/"hou_room_count": 2/);
    expect(jsonIn(join(out, "measures.json"))).toMatchObject({
      items: { hou_rooms_missing: { explains: "hou_room_count" } },
    });
  });

  test("a new item without purpose and data class is asked for them", async () => {
    const edited = await edit(
      (sheet) =>
        sheet.name === "items"
          ? {
              ...sheet,
              rows: [
                ...sheet.rows,
                {
                  Page: "own_words",
                  Name: "own_more",
                  Type: "comment",
                  "Title [lt]": "Dar?",
                  Concept: "More",
                  Domain: "belonging",
                  Level: "text",
                },
              ],
            }
          : sheet,
      join(root, "more.xlsx"),
    );
    const { code, said } = await tiltas("author", "import", edited, "--dry-run");
    expect([code, said]).toEqual([0, expect.stringMatching(/own_more: Purpose, Data class/)]);
  });

  test("a folder that has changed since is not overwritten", async () => {
    const other = join(root, "instruments/tcn-integration/0.3.0");
    cpSync(folder, other, { recursive: true });
    writeFileSync(
      join(other, "questionnaire.json"),
      JSON.stringify({ ...Object(jsonIn(join(folder, "questionnaire.json"))), locale: "en" }),
    );
    expect((await tiltas("author", "import", workbook, other)).complained).toMatch(
      /is not what the workbook was made from \(tcn-integration 0\.1\.0\)/,
    );
  });

  describe("a SurveyJS file that came alone", () => {
    const asked = { pages: [{ name: "p", elements: [{ type: "text", name: "soc_help", title: "Who?" }] }] };
    let file: string;
    let edited: string;
    beforeAll(async () => {
      file = join(root, "alone.json");
      writeFileSync(file, JSON.stringify(asked));
      await tiltas("author", "export", file, "--out", join(root, "alone.xlsx"));
      const sheets = await readWorkbook(readFileSync(join(root, "alone.xlsx")));
      const changed = sheets.map((sheet) => titled("Whom could you ask?")(asWritten(sheet)));
      edited = join(root, "alone-edited.xlsx");
      writeFileSync(edited, await writeWorkbook(changed, { title: "edited", language: "en" }));
    });
    const after = { pages: [{ elements: [{ name: "soc_help", title: "Whom could you ask?" }] }] };

    test("is written anew beside itself, with --out", async () => {
      const out = join(root, "beside");
      const { code, complained } = await tiltas("author", "import", edited, file, "--out", out);
      expect([code, complained]).toEqual([0, ""]);
      expect(jsonIn(join(out, "questionnaire.json"))).toMatchObject(after);
      expect(jsonIn(file)).toEqual(asked);
    });

    test("is written in place, as export says", async () => {
      const { code, said, complained } = await tiltas("author", "import", edited, file);
      expect([code, complained]).toEqual([0, ""]);
      expect(said).toMatch(/Wrote .*alone\.json\. Next: npx tiltas check .*alone\.json/);
      expect(jsonIn(file)).toMatchObject(after);
    });
  });

  test("a mistake is said with its cell, writes nothing and ends with code 1", async () => {
    const wrong = (sheet: WorkbookSheet) =>
      sheet.name === "pages"
        ? {
            ...sheet,
            rows: sheet.rows.map((row, i) => (i === 2 ? { ...row, "Asked if": "{soc_help} = " } : row)),
          }
        : sheet;
    const edited = await edit(wrong, join(root, "wrong.xlsx"));
    const { code, said } = await tiltas("author", "import", edited, folder);
    expect(code).toBe(1);
    expect(said).toMatch(/^Sheet pages, row 4, column Asked if: This condition cannot be read/);
    expect(said).toMatch(/Nothing was written/);
    expect(JSON.parse((await tiltas("author", "import", edited, "--dry-run", "--json")).said)).toMatchObject({
      problems: [{ sheet: "pages", row: 4 }],
      written: [],
    });
  });

  test.each([
    ["no workbook", () => ["import", join(root, "none.xlsx"), folder], /There is no readable file/],
    ["a file that is none", () => ["import", join(folder, "measures.json"), folder], /measures\.json: /],
    ["nowhere to write", () => ["import", workbook], /Say where to write/],
    ["no questionnaire", () => ["export", root], /holds no questionnaire\.json/],
  ])("%s is one sentence", async (_, words, sentence) => {
    const { code, complained } = await tiltas("author", ...words());
    expect([code, complained]).toEqual([2, expect.stringMatching(sentence)]);
    expect(complained).not.toMatch(/\n\s+at /);
  });
});

test.skipIf(!reference)(
  "questionnaires of other people come back from a workbook as they were",
  { timeout: 60_000 },
  async () => {
    const collection = join(reference ?? "", "surveyjs");
    const files = readdirSync(collection, { recursive: true, encoding: "utf8" }).filter((name) =>
      /(?<!\.facts)\.json$/.test(name),
    );
    expect(files.length).toBeGreaterThan(30);
    const out = join(root, "foreign");
    mkdirSync(out);
    for (const [i, name] of files.entries()) {
      const file = join(collection, name);
      const book = join(out, `${i}.xlsx`);
      const exported = await tiltas("author", "export", file, "--out", book);
      if (/Nothing is asked/.test(exported.complained)) continue;
      expect(exported.complained).toBe("");
      expect((await tiltas("author", "import", book, "--out", join(out, String(i)))).complained).toBe("");
      expect(jsonIn(join(out, String(i), "questionnaire.json"))).toEqual(jsonIn(file));
    }
  },
);
