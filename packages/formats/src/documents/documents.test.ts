import { codebook } from "@tiltas/instrument/codebook";
import { readQuestionnaire } from "@tiltas/instrument/definition";
import { printedQuestionnaire } from "@tiltas/instrument/printing";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readWorkbook, writeWorkbook } from "../tables/index.ts";
import { codebookSheets, questionnaireAsDocx } from "./index.ts";

const questionnaire = {
  locale: "en",
  pages: [
    {
      name: "one",
      title: { en: "Home & <work>", ar: "البيت" },
      elements: [
        {
          type: "radiogroup",
          name: "worked",
          title: { en: "Do you work?\u0000\ud800", ar: "هل تعمل؟" },
          choices: ["yes", "no"],
        },
        {
          type: "matrix",
          name: "ease",
          rows: ["read", "write"],
          columns: [1, 2, 3],
          visibleIf: "{worked} = 'yes'",
        },
        { type: "rating", name: "life", rateMax: 10, minRateDescription: "bad", maxRateDescription: "good" },
        { type: "multipletext", name: "who", items: [{ name: "first" }, { name: "last" }] },
        { type: "dropdown", name: "place", choices: Array.from({ length: 40 }, (_, i) => `place ${i}`) },
      ],
    },
  ],
};

async function partsOf(language: string): Promise<Record<string, string>> {
  const document = await questionnaireAsDocx(printedQuestionnaire({ questionnaire }, { language }));
  const decoder = new TextDecoder();
  return Object.fromEntries(
    Object.entries(unzipSync(document)).map(([name, part]) => [name, decoder.decode(part)]),
  );
}

describe("a questionnaire in Word", () => {
  test("has headings for its outline, each run in its language, and the digest on every page", async () => {
    const parts = await partsOf("en");
    const body = parts["word/document.xml"] ?? "";
    expect(body).toContain('<w:pStyle w:val="Heading1"/>');
    expect(body).toContain('<w:pStyle w:val="Heading3"/>');
    expect(body).toContain('<w:lang w:val="en"/>');
    expect(body).toContain("Home &amp; &lt;work&gt;");
    expect(body).toContain("Asked if Q1 (“");
    expect(parts["word/footer1.xml"]).toMatch(/Digest|PAGE/);
    expect(parts["docProps/core.xml"]).toContain("2000-01-01T00:00:00Z");
  });

  test("holds nothing that XML cannot hold", async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
    expect((await partsOf("en"))["word/document.xml"]).not.toMatch(/[\u0000-\u0008]/);
  });

  test("tells what the study will say, and has a place for every consent", async () => {
    const say = (en: string) => ({ en });
    const point = { heading: say("Who asks?"), detail: say("{controller}.") };
    const notice = {
      number: 1,
      title: say("Before you start"),
      points: [point, point, point],
      consent: { question: say("You?"), agree: say("Yes"), decline: say("No"), declined: say("Thanks") },
      consents: [{ id: "archive" as const, question: say("An archive"), detail: say("Kept long.") }],
    };
    const document = await questionnaireAsDocx(printedQuestionnaire({ questionnaire, notice }));
    const body = new TextDecoder().decode(unzipSync(document)["word/document.xml"]);
    expect(body).toContain("[the study says: controller].");
    expect(body).toContain("Kept long.");
    expect(body).toMatch(/▢[^▢◯]*An archive/);
  });

  test("runs from right to left in Arabic, its notes from left to right", async () => {
    const body = (await partsOf("ar"))["word/document.xml"] ?? "";
    expect(body).toMatch(/<w:bidi\/>/);
    expect(body).toMatch(/<w:bidiVisual\/>/);
    expect(body).toMatch(/<w:lang w:bidi="ar"\/>/);
    const skip = body.match(/<w:p><w:pPr><w:pStyle w:val="Skip"\/>.*?<\/w:p>/)?.[0] ?? "";
    expect(skip).toContain("Ask all");
    expect(skip).not.toContain("<w:bidi/>");
  });
});

test("a codebook's workbook has a row for each variable and each code", async () => {
  const { pages, items } = readQuestionnaire(questionnaire, ["en"]);
  const manifest = {
    id: "tiny",
    version: "1.0.0",
    title: { en: "Tiny" },
    languages: ["en"],
    universe: { en: "Everybody" },
    population: { minimumAge: 18, euCitizens: "in", residence: "actual" },
    licence: "MIT",
  } as const;
  const book = codebook([
    {
      instrument: {
        manifest: { ...manifest, languages: ["en"] },
        digest: "0".repeat(64),
        questionnaire,
        pages,
        items,
      },
    },
  ]);
  const bytes = await writeWorkbook(codebookSheets(book, "en"), { title: "Tiny", language: "en" });
  const sheets = new Map((await readWorkbook(bytes)).map((sheet) => [sheet.name, sheet.rows]));
  expect([...sheets.keys()]).toEqual(["read me", "variables", "codes", "collected", "versions"]);
  expect(sheets.get("variables")?.map(({ cells }) => cells.Variable)).toEqual([
    "worked",
    "ease.read",
    "ease.write",
    "life",
    "who.first",
    "who.last",
    "place",
  ]);
  expect(sheets.get("variables")?.[1]?.cells.Universe).toMatch(
    /^Asked if worked \(“Do you work\?.*”\) is “yes”$/,
  );
  expect(sheets.get("codes")).toHaveLength(2 + 6 + 10 + 40);
});
