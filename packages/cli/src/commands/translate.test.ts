import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbook, writeWorkbook } from "@tiltas/formats/tables";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../program/program.ts";

const source = join(import.meta.dirname, "../../../..", "instruments/tcn-integration/0.1.0");
let root = "";
let published = "";
let draft = "";
let workbook = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tiltas-translate-"));
  published = join(root, "tcn-integration/0.1.0");
  draft = join(root, "tcn-integration/0.1.1");
  workbook = join(root, "back.xlsx");
  mkdirSync(join(root, "tcn-integration"));
  cpSync(source, published, { recursive: true });
  cpSync(source, draft, { recursive: true });
  const { "tcn-integration@0.1.0": digest } = JSON.parse(
    readFileSync(join(source, "../../published.json"), "utf8"),
  );
  writeFileSync(join(root, "published.json"), JSON.stringify({ "tcn-integration@0.1.0": digest }));
  rewrite("manifest.json", (text) => text.replace('"version": "0.1.0"', '"version": "0.1.1"'));
});
afterEach(() => rmSync(root, { recursive: true }));

async function tiltas(...words: string[]) {
  const [printed, complaints]: [string[], string[]] = [[], []];
  const code = await run(words, {
    print: (text) => printed.push(text),
    complain: (text) => complaints.push(text),
  });
  return { code, printed: printed.join("\n"), complaints: complaints.join("\n") };
}

function rewrite(file: string, change: (text: string) => string): void {
  const path = join(draft, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

/** Every file of a folder with its text. */
function snapshot(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    names.map(({ parentPath, name }) => [
      join(parentPath, name),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

/** Edits the workbook as a translator does and saves it as another program does: cells only, no looks, no rules. */
async function edit(change: (cells: Record<string, string>) => Record<string, string>): Promise<void> {
  const sheets = await readWorkbook(readFileSync(workbook));
  const rewritten = sheets.map(({ name, header, rows }) => ({
    name,
    columns: header.map((one) => ({ key: one, header: one, width: 10 })),
    rows: rows.map(({ cells }) => change({ ...cells })),
  }));
  writeFileSync(workbook, await writeWorkbook(rewritten, { title: "", language: "lt" }));
}

const text = "Translation (uk)\nVertimas";
const state = "State\nBūsena";
const municipality = (cells: Record<string, string>) => cells.Key === "dsg_municipality:title";

async function exportForUkrainian(folder: string): Promise<void> {
  expect((await tiltas("translate", "export", folder, "--to", "uk", "--out", workbook)).code).toBe(0);
}

describe("a workbook that goes to a translator and comes back", () => {
  test("changes only what was edited, and nothing the second time", async () => {
    await exportForUkrainian(draft);
    const before = snapshot(draft);
    await edit((cells) =>
      municipality(cells) ? { ...cells, [text]: "Де ви зараз живете?", [state]: "reviewed" } : cells,
    );
    const { printed } = await tiltas("translate", "import", draft, workbook);
    expect(printed).toContain(
      "uk: 0 added, 1 changed, 0 with a new state, 0 with a new note; 338 rows as they were.",
    );
    const after = snapshot(draft);
    const differing = [...after]
      .filter(([file, content]) => before.get(file) !== content)
      .map(([file]) => file.slice(draft.length + 1));
    expect(differing.sort()).toEqual(["questionnaire.json", "translations/1.json"]);
    const old = before.get(join(draft, "questionnaire.json")) ?? "";
    expect(after.get(join(draft, "questionnaire.json"))).toBe(
      old.replace("У якому муніципалітеті (savivaldybė) ви зараз живете?", "Де ви зараз живете?"),
    );
    expect((await tiltas("translate", "import", draft, workbook)).printed).toContain("Nothing to write.");
    expect(snapshot(draft)).toEqual(after);
  });

  test("unchanged, writes nothing", async () => {
    await exportForUkrainian(draft);
    const before = snapshot(draft);
    expect((await tiltas("translate", "import", draft, workbook)).printed).toContain(
      "339 rows as they were.",
    );
    expect(snapshot(draft)).toEqual(before);
  });

  test("into a new language, fills it; words of the notice become the next notice", async () => {
    await tiltas("translate", "export", draft, "--to", "ar", "--out", workbook);
    await edit((cells) =>
      ["dsg_sex/choices/female:text", "@notice:title"].includes(cells.Key ?? "")
        ? { ...cells, "Translation (ar)\nVertimas": "نص" }
        : cells,
    );
    const { printed } = await tiltas("translate", "import", draft, workbook);
    expect(printed).toContain("ar: 2 added");
    const notice = JSON.parse(readFileSync(join(draft, "notice/2.json"), "utf8"));
    expect([notice.number, notice.title.ar, notice.title.lt]).toEqual([2, "نص", "Prieš pradedant"]);
    expect((await tiltas("translate", "import", draft, workbook)).printed).toContain("Nothing to write.");
  });

  test("is looked at without writing when asked so", async () => {
    await exportForUkrainian(draft);
    await edit((cells) => (municipality(cells) ? { ...cells, [text]: "Де?" } : cells));
    const before = snapshot(draft);
    const { printed } = await tiltas("translate", "import", draft, workbook, "--dry-run", "--json");
    const report = JSON.parse(printed);
    expect(report.languages[0].changes).toEqual([
      expect.objectContaining({
        key: "dsg_municipality:title",
        kind: "changed",
        after: "Де?",
        stateAfter: "draft 1",
      }),
    ]);
    expect([report.written, snapshot(draft)]).toEqual([[], before]);
  });
});

describe("a published version", () => {
  test("takes states and refuses words, saying how to go on", async () => {
    await exportForUkrainian(published);
    await edit((cells) => {
      if (municipality(cells)) return { ...cells, [text]: "Де?" };
      return cells.Key === "dsg_sex:title" ? { ...cells, [state]: "pretested" } : cells;
    });
    const questionnaire = readFileSync(join(published, "questionnaire.json"), "utf8");
    const { printed } = await tiltas("translate", "import", published, workbook);
    expect(printed).toContain("is published: its words never change. Copy the folder");
    expect(readFileSync(join(published, "questionnaire.json"), "utf8")).toBe(questionnaire);
    const { languages } = JSON.parse(readFileSync(join(published, "translations/1.json"), "utf8"));
    expect(Object.keys(languages.uk)).toEqual(["dsg_sex:title"]);
    expect((await tiltas("translate", "import", published, workbook)).printed).toContain("Nothing to write.");
  });

  test("tells its draft which translations a changed source leaves behind: those and no others", async () => {
    rewrite("questionnaire.json", (content) =>
      content.replace("Kurioje savivaldybėje dabar gyvenate?", "Kur gyvenate?"),
    );
    const { printed } = await tiltas("translate", "status", draft, "--json");
    const { languages } = JSON.parse(printed);
    expect(
      languages.map(({ language, staleKeys }: { language: string; staleKeys: string[] }) => [
        language,
        staleKeys,
      ]),
    ).toEqual([
      ["lt", []],
      ["en", ["dsg_municipality:title"]],
      ["uk", ["dsg_municipality:title"]],
      ["ru", ["dsg_municipality:title"]],
    ]);
  });
});

describe("what cannot be exchanged is said in one sentence", () => {
  test.each([
    ["a folder that is no instrument", ["status", "/nowhere"], /There is no folder "\/nowhere"/],
    ["a file in place of a folder", ["status", "DRAFT/manifest.json"], /is a file.*name its folder/],
    ["a folder of something else", ["status", "DRAFT/notice"], /holds no questionnaire\.json/],
    ["a code of a country", ["export", "DRAFT", "--to", "ua"], /"ua" is no language code/],
    ["a language that is none", ["export", "DRAFT", "--to", "Ukrainian"], /"Ukrainian" is no language code/],
    ["the source language", ["export", "DRAFT", "--to", "lt"], /lt is the language of the source/],
    ["a file that is not there", ["import", "DRAFT", "/nowhere.xlsx"], /There is no readable file/],
    ["a file that is no workbook", ["import", "DRAFT", "DRAFT/manifest.json"], /no \.xlsx workbook/],
    [
      "a state that does not exist",
      ["import", "DRAFT", "x.xlsx", "--as", "done"],
      /Allowed choices are draft 1/,
    ],
  ])("%s", async (_what, words, sentence) => {
    const { code, complaints } = await tiltas(
      "translate",
      ...words.map((word) => word.replace("DRAFT", draft)),
    );
    expect(code).toBe(2);
    expect(complaints).toMatch(sentence);
  });

  test("a workbook of something else", async () => {
    const sheet = { name: "A", columns: [{ key: "a", header: "A", width: 5 }], rows: [{ a: "1" }] };
    writeFileSync(workbook, await writeWorkbook([sheet], { title: "A", language: "en" }));
    const { code, complaints } = await tiltas("translate", "import", draft, workbook);
    expect([code, complaints]).toEqual([
      2,
      expect.stringContaining('holds no sheet written by "tiltas translate export"'),
    ]);
  });

  test("a workbook of another questionnaire is not taken row by row", async () => {
    await tiltas("translate", "export", draft, "--to", "uk", "--out", workbook);
    const item = { type: "text", name: "other", title: { lt: "Kita", uk: "Інше" } };
    rewrite("questionnaire.json", () =>
      JSON.stringify({ locale: "lt", pages: [{ name: "p", elements: [item] }] }),
    );
    const { code, complaints } = await tiltas("translate", "import", draft, workbook);
    expect([code, complaints]).toEqual([
      2,
      expect.stringMatching(/was written for another questionnaire: no item in it is in .*0\.1\.1/),
    ]);
  });

  test.each([["[]"], ["{"], ['{"number":1,"source":"lt","languages":{"uk":{"k":{}}}}']])(
    "a damaged record: %s",
    async (content) => {
      mkdirSync(join(draft, "translations"));
      writeFileSync(join(draft, "translations/1.json"), content);
      const { code, complaints } = await tiltas("translate", "status", draft);
      expect([code, complaints]).toEqual([2, expect.stringContaining("translations/1.json")]);
    },
  );
});
