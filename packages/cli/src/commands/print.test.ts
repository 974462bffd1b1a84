import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../program/index.ts";

const reference = process.env.TILTAS_REFERENCE;
const instrument = join(import.meta.dirname, "../../../../instruments/tcn-integration/0.1.0");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-print-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function tiltas(...words: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run(words, {
    print: (text) => said.push(text),
    complain: (text) => complained.push(text),
  });
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

describe("a questionnaire for a committee", () => {
  test("is printed in Lithuanian with skips in Lithuanian, notice and digest", async () => {
    const file = join(folder, "lt.html");
    await tiltas("print", instrument, "--language", "lt", "--out", file);
    const html = readFileSync(file, "utf8");
    expect(html).toContain(
      "Klausiama, jei į 12 klausimą („Ar mokėtės lietuvių kalbos kursuose?“) atsakyta „Ne“",
    );
    expect(html).toContain("eiti į 13 klausimą");
    expect(html).toContain("39a45d79a705b4f2bf0bfa3d40284126b1c6a61026dbb6bfa26f092b17f96732");
    expect(html).toContain("Prieš pradedant");
  });

  test("in Ukrainian has notes in English, or in Lithuanian where wanted", async () => {
    const file = join(folder, "uk.html");
    await tiltas("print", instrument, "--language", "uk", "--out", file);
    expect(readFileSync(file, "utf8")).toContain("Asked if Q12 (“");
    await tiltas("print", instrument, "--language", "uk", "--notes", "lt", "--out", file);
    expect(readFileSync(file, "utf8")).toContain("Klausiama, jei į 12 klausimą („");
  });

  test("as a Word document has the same bytes every time", async () => {
    const files = [join(folder, "1.docx"), join(folder, "2.docx")];
    for (const file of files) await tiltas("print", instrument, "--format", "docx", "--out", file);
    const [first, second] = files.map((file) => readFileSync(file));
    expect(first?.subarray(0, 2).toString()).toBe("PK");
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });

  test.each([
    [
      "a language it does not speak",
      () => ["print", instrument, "--language", "fi"],
      /no words in "fi".*lt, en, uk, ru/,
    ],
    [
      "a codebook in a language it does not speak",
      () => ["codebook", instrument, "--language", "zz"],
      /no words in "zz".*lt, en, uk, ru/,
    ],
    ["no file", () => ["print", join(folder, "none.json")], /There is no file or folder/],
    ["a file that is no JSON", () => ["print", join(folder, "broken.json")], /no JSON/],
    ["a file with no question", () => ["print", join(folder, "empty.json")], /empty\.json: /],
    [
      "a folder that is not there to write in",
      () => ["print", instrument, "--out", join(folder, "no/where.html")],
      /cannot be written/,
    ],
    [
      "codebooks of two instruments",
      () => ["codebook", instrument, join(folder, "one.json")],
      /one instrument; these are/,
    ],
  ])("%s is one sentence", async (_, words, sentence) => {
    writeFileSync(join(folder, "broken.json"), "{");
    writeFileSync(join(folder, "empty.json"), "[]");
    writeFileSync(join(folder, "one.json"), '{"elements":[{"type":"text","name":"q"}]}');
    const { code, complained } = await tiltas(...words());
    expect([code, complained]).toEqual([2, expect.stringMatching(sentence)]);
    expect(complained).not.toMatch(/\n\s+at /);
  });
});

describe("a codebook", () => {
  test("is printed to read, as JSON and as a workbook", async () => {
    const { said } = await tiltas("codebook", instrument, "--language", "en");
    expect(said).toContain(
      "- Universe: Asked if lng_course (“Have you taken a Lithuanian language course?”) is “No”",
    );
    const book = JSON.parse((await tiltas("codebook", instrument, "--json")).said);
    expect(book.variables.find(({ name }: { name: string }) => name === "hou_rooms")).toMatchObject({
      kind: "number",
      explainedBy: "hou_rooms_missing",
      asked: [{ version: "0.1.0", standing: "comparable" }],
    });
    const file = join(folder, "book.xlsx");
    expect((await tiltas("codebook", instrument, "--format", "xlsx", "--out", file)).said).toMatch(
      /52 variables/,
    );
    expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
  });
});

test.skipIf(!reference)(
  "questionnaires of other people are printed and described",
  { timeout: 60_000 },
  async () => {
    const collection = join(reference ?? "", "surveyjs");
    const files = readdirSync(collection, { recursive: true, encoding: "utf8" }).filter((name) =>
      /(?<!\.facts)\.json$/.test(name),
    );
    expect(files.length).toBeGreaterThan(30);
    for (const name of files) {
      const file = join(collection, name);
      for (const format of ["html", "docx"]) {
        const { code, complained } = await tiltas(
          "print",
          file,
          "--format",
          format,
          "--out",
          join(folder, `foreign.${format}`),
        );
        expect([name, code, complained]).toEqual([
          name,
          expect.any(Number),
          expect.stringMatching(/^$|Nothing is asked/),
        ]);
      }
      const { complained } = await tiltas("codebook", file);
      expect([name, complained]).toEqual([name, expect.stringMatching(/^$|Nothing is asked/)]);
    }
  },
);
