import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readWorkbook, type WorkbookSheet, writeWorkbook } from "./index.ts";

const about = { title: "Items & answers", language: "lt" };
const sheet: WorkbookSheet = {
  name: "Items: [all]",
  columns: [
    { key: "key", header: "Key", width: 10, locked: true, hidden: true },
    { key: "text", header: "Text\nTekstas", width: 30, wrap: true, note: "What people read" },
    { key: "state", header: "State", width: 12, options: ["draft", "done"] },
    { key: "place", header: "Place", width: 12, options: ["Kaunas, city", 'the "old" town'] },
    { key: "count", header: "Count", width: 8 },
  ],
  rows: [
    { key: "a", text: "Kur gyvenate?\nParašykite.", state: "draft", place: "Kaunas, city", count: 3 },
    { key: "b", text: "أين تعيش؟", state: null, count: 0.1, place: null },
    { key: "c", text: null, state: null, count: true },
  ],
  frozenColumns: 2,
};
const cells = [
  {
    Key: "a",
    "Text\nTekstas": "Kur gyvenate?\nParašykite.",
    State: "draft",
    Place: "Kaunas, city",
    Count: "3",
  },
  { Key: "b", "Text\nTekstas": "أين تعيش؟", Count: "0.1" },
  { Key: "c", Count: "true" },
];

const one = (text: string): WorkbookSheet => ({
  name: "A",
  columns: [{ key: "t", header: "T", width: 10 }],
  rows: [{ t: text }],
});
const rowsOf = async (bytes: Uint8Array) => (await readWorkbook(bytes))[0]?.rows.map((row) => row.cells);

describe("a workbook that people fill in", () => {
  test("comes back as it was written", async () => {
    const [read, ...others] = await readWorkbook(await writeWorkbook([sheet], about));
    expect(others).toEqual([]);
    expect(read?.name).toBe("Items all");
    expect(read?.header).toEqual(["Key", "Text\nTekstas", "State", "Place", "Count"]);
    expect(read?.rows.map(({ number }) => number)).toEqual([2, 3, 4]);
    expect(read?.rows.map((row) => row.cells)).toEqual(cells);
  });

  test("is the same bytes for the same content", async () => {
    const first = await writeWorkbook([sheet], about);
    expect(Buffer.compare(first, await writeWorkbook([sheet], about))).toBe(0);
  });

  test("keeps every text to the letter, whatever it begins with", async () => {
    const texts = [
      "=1+1",
      "+3",
      "-cmd|' /C calc'!A0",
      "@SUM(A1)",
      "007",
      "_x0041_",
      "1e5",
      "TRUE",
      "#REF!",
      "'quoted",
    ];
    for (const text of texts)
      expect(await rowsOf(await writeWorkbook([one(text)], about))).toEqual([{ T: text }]);
    const xml = strFrom(await writeWorkbook([one("=1+1")], about), "xl/worksheets/sheet1.xml");
    expect(xml).not.toContain("<f>");
  });

  test("keeps any text that XML can hold", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), async (text) => {
        const kept = text.replace(/[\p{Cc}\p{Cn}]/gu, "");
        expect(await rowsOf(await writeWorkbook([one(kept)], about))).toEqual(
          kept.trim() === "" ? [] : [{ T: kept }],
        );
      }),
      { numRuns: 15 },
    );
  });

  test("protects what is not to be edited and offers lists, also below the table", async () => {
    const xml = strFrom(await writeWorkbook([sheet], about), "xl/worksheets/sheet1.xml");
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml.match(/<dataValidation /g)).toHaveLength(2);
    expect(xml).toContain('sqref="C2:C504"><formula1>&quot;draft,done&quot;');
    expect(xml).toContain("<formula1>_lists!$A$1:$A$2</formula1>");
  });

  test("refuses a header that occurs twice, an endless text and no sheet at all", async () => {
    const twice = {
      ...one("a"),
      columns: [
        { key: "a", header: "T", width: 1 },
        { key: "b", header: " T", width: 1 },
      ],
    };
    await expect(writeWorkbook([twice], about)).rejects.toThrow('The header "T" occurs twice');
    await expect(writeWorkbook([one("x".repeat(32_768))], about)).rejects.toThrow("does not fit into a cell");
    await expect(writeWorkbook([], about)).rejects.toThrow("at least one sheet");
  });

  test("gives sheets of one name names of their own", async () => {
    const read = await readWorkbook(await writeWorkbook([one("a"), one("b")], about));
    expect(read.map(({ name }) => name)).toEqual(["A", "A (2)"]);
  });
});

describe("what other programs write", () => {
  const written = (sheetData: string, more: Record<string, string> = {}) =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          "xl/workbook.xml":
            '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="S" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
          "xl/_rels/workbook.xml.rels":
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/s.xml"/></Relationships>',
          "xl/worksheets/s.xml": `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
          ...more,
        }).map(([name, xml]) => [name, strToU8(xml)]),
      ),
    );
  const header = '<row r="1"><c r="A1" t="inlineStr"><is><t> T </t></is></c></row>';

  test.each([
    [
      "rich text loses its dress",
      '<c r="A2" t="inlineStr"><is><r><rPr><b/></rPr><t>Bold</t></r><r><t xml:space="preserve"> and plain</t></r></is></c>',
      "Bold and plain",
    ],
    ["a formula gives its last result", '<c r="A2" t="str"><f>1+1</f><v>two</v></c>', "two"],
    ["a number is written plainly", '<c r="A2"><v>1.5000000000000000E+1</v></c>', "15"],
    ["a number stored as text stays text", '<c r="A2" t="inlineStr"><is><t>007</t></is></c>', "007"],
    ["a truth is a word", '<c r="A2" t="b"><v>1</v></c>', "true"],
    ["a day is a day", '<c r="A2" s="1"><v>46348</v></c>', "2026-11-22"],
    ["a day with its time", '<c r="A2" s="1"><v>46348.5</v></c>', "2026-11-22T12:00:00"],
    ["a signed amount is no day", '<c r="A2" s="2"><v>12</v></c>', "12"],
    ["an error is its own word", '<c r="A2" t="e"><v>#REF!</v></c>', "#REF!"],
    ["an escape is undone", '<c r="A2" t="inlineStr"><is><t>a_x000D__x000A_b</t></is></c>', "a\nb"],
    ["a cell without a place stands after the one before", "<c><v>4</v></c>", "4"],
  ])("%s", async (_what, cell, text) => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="#,##0 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const bytes = written(`${header}<row r="2">${cell}</row>`, { "xl/styles.xml": styles });
    expect(await readWorkbook(bytes)).toEqual([
      { name: "S", header: ["T"], rows: [{ number: 2, cells: { T: text } }] },
    ]);
  });

  test("empty rows are passed over, rows keep their numbers, nameless and repeated columns are told apart", async () => {
    const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const bytes = written(
      `<row r="3">${cell("A3", "T")}${cell("B3", "T")}${cell("C3", "__proto__")}</row><row r="4"><c r="A4"/></row><row r="9">${cell("A9", "a")}${cell("B9", "b")}${cell("C9", "p")}${cell("D9", "d")}</row>`,
    );
    const [read] = await readWorkbook(bytes);
    expect(read?.header).toEqual(["T", "T (2)", "__proto__", "column 4"]);
    expect(read?.rows.map(({ number, cells }) => [number, Object.entries(cells)])).toEqual([
      [
        9,
        [
          ["T", "a"],
          ["T (2)", "b"],
          ["__proto__", "p"],
          ["column 4", "d"],
        ],
      ],
    ]);
  });

  const office = spawnSync("soffice", ["--version"]).status === 0;
  test.skipIf(!office)("LibreOffice opens it, saves it and loses nothing", { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "tiltas-workbook-"));
    try {
      const file = join(folder, "book.xlsx");
      writeFileSync(file, await writeWorkbook([sheet, one(" =kept ")], about));
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      execFileSync(
        "soffice",
        [
          "--headless",
          profile,
          "--convert-to",
          "xlsx:Calc MS Excel 2007 XML",
          "--outdir",
          join(folder, "out"),
          file,
        ],
        { stdio: "ignore" },
      );
      const [first, second] = await readWorkbook(readFileSync(join(folder, "out/book.xlsx")));
      expect(first?.rows.map((row) => row.cells)).toEqual(cells);
      expect(second?.rows.map((row) => row.cells)).toEqual([{ T: " =kept " }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each([
    ["nothing", new Uint8Array(), "no .xlsx workbook"],
    ["a text", strToU8("Key,Text\na,b"), "no .xlsx workbook"],
    ["a ZIP of something else", zipSync({ "a.txt": strToU8("a") }), "no .xlsx workbook"],
    [
      "an .xls or a file with a password",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      "password or has the old .xls format",
    ],
    [
      "a workbook cut short",
      zipSync({ "xl/workbook.xml": strToU8("<workbook>".repeat(50)) }).subarray(0, 80),
      "no .xlsx workbook",
    ],
    ["XML that is none", written("<row><c><v>1</c></row>"), "damaged"],
    [
      "entities that grow",
      written("", { "xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "cccc">]><workbook>&b;</workbook>' }),
      "damaged",
    ],
    ["parts inside one another without end", written("<a>".repeat(1_000)), "nested"],
    ["a table a thousand columns wide", written('<row><c r="XFD1"><v>1</v></c></row>'), "columns"],
    ["more than 20 MB", new Uint8Array(20_000_001), "larger than 20 MB"],
  ])("%s is refused in one sentence", async (_what, bytes, sentence) => {
    await expect(readWorkbook(bytes)).rejects.toThrow(sentence);
    await expect(readWorkbook(bytes)).rejects.toHaveProperty("name", "WorkbookError");
  });

  test("a bomb is not unpacked, even when it lies about its size", async () => {
    const bomb = zipSync({ "xl/workbook.xml": [new Uint8Array(41_000_000), { level: 1 }] });
    await expect(readWorkbook(bomb)).rejects.toThrow("unpacked");
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = bomb.length - 22; at > 0; at--)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    await expect(readWorkbook(bomb)).rejects.toThrow("unpacked");
  });
});

function strFrom(workbook: Uint8Array, part: string): string {
  return new TextDecoder().decode(unzipSync(workbook)[part]);
}
