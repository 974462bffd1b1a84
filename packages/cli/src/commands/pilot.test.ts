import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCsv, readWorkbook } from "@tiltas/formats/tables";
import { readInstrument } from "@tiltas/instrument/definition";
import { simulate } from "@tiltas/instrument/simulation";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { readInstrumentFolder } from "@tiltas/store/folders";
import { openStore } from "@tiltas/store/open";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../program/program.ts";

const root = join(import.meta.dirname, "../../../..");
const instrument = join(root, "instruments/tcn-integration/0.1.0");
const folder = mkdtempSync(join(tmpdir(), "tiltas-pilot-"));
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string) => join(folder, name);
const responses = place("responses.jsonl");
const published = readInstrumentFolder(instrument);
const people = [
  ...simulate({
    instrument: readInstrument(published),
    margins: readCsv(readFileSync(join(root, "instruments/demonstration-margins.csv"), "utf8")).rows,
    respondents: 90,
    seed: 3,
  }),
];
const [first = ""] = people.map(({ responseId }) => responseId);

beforeAll(() => {
  writeFileSync(responses, people.map((one) => JSON.stringify({ synthetic: true, ...one })).join("\n"));
});

async function tiltas(...words: string[]) {
  const said: string[] = [];
  const output = { print: (text: string) => said.push(text), complain: (text: string) => said.push(text) };
  return { code: await run(words, output), said: said.join("\n") };
}

/** Runs the report with one more table. */
async function withTable(option: string, text: string) {
  const file = place(`${option}.csv`);
  writeFileSync(file, text);
  return tiltas("pilot", "report", instrument, "--responses", responses, `--${option}`, file, "--json");
}

describe("tiltas pilot templates", () => {
  test("writes tables with one example line each and a page that explains them; they are read as empty", async () => {
    const { code } = await tiltas(
      "pilot",
      "templates",
      instrument,
      "--out",
      place("templates"),
      "--language",
      "en",
    );
    expect(code).toBe(0);
    expect(readdirSync(place("templates")).sort()).toEqual(
      ["README.md", "interviewers.csv", "notes.csv", "paradata.csv", "ratings.csv", "retest.csv"].sort(),
    );
    const notes = readCsv(readFileSync(place("templates/notes.csv"), "utf8"));
    expect(notes.rows).toHaveLength(1);
    expect(notes.rows[0]?.item).toMatch(/^EXAMPLE/);
    expect(readCsv(readFileSync(place("templates/retest.csv"), "utf8")).header).toContain("mun_criteria.fit");
    const tables = ["notes", "ratings", "paradata", "retest", "interviewers"];
    const files = tables.flatMap((table) => [`--${table}`, place(`templates/${table}.csv`)]);
    const read = await tiltas("pilot", "report", instrument, "--responses", responses, ...files, "--json");
    expect(JSON.parse(read.said)).toMatchObject({ respondents: 90, synthetic: true });
  });

  test("never writes over a table that somebody may have filled in", async () => {
    await tiltas("pilot", "templates", "--out", place("filled"));
    writeFileSync(place("filled/notes.csv"), "work of weeks");
    const again = await tiltas("pilot", "templates", "--out", place("filled"));
    expect(again).toMatchObject({
      code: 2,
      said: expect.stringMatching(/would be lost\. Name another folder/),
    });
    expect(readFileSync(place("filled/notes.csv"), "utf8")).toBe("work of weeks");
  });

  test("ask for no column that could hold a name", async () => {
    await tiltas("pilot", "templates", "--out", place("plain"));
    const headers = readdirSync(place("plain"))
      .filter((file) => file.endsWith(".csv"))
      .flatMap((file) => readCsv(readFileSync(place(`plain/${file}`), "utf8")).header);
    expect(headers.filter((header) => /^name|mail|phone|address/.test(header))).toEqual([]);
  });
});

describe("tiltas pilot report", () => {
  const marks = { lt: "Darbiniai įverčiai, neskelbiami", en: "Working estimates, not released" };
  test.each(["lt", "en"] as const)(
    "writes workbook and Markdown in %s, every page marked",
    async (language) => {
      const [book, page] = [place(`${language}.xlsx`), place(`${language}.md`)];
      const files = ["--out", book, "--markdown", page, "--language", language];
      const { code, said } = await tiltas("pilot", "report", instrument, "--responses", responses, ...files);
      expect(said).toMatch(/90 responses, 36 items/);
      expect(code).toBe(0);
      const sheets = await readWorkbook(readFileSync(book));
      expect(sheets.length).toBeGreaterThan(8);
      for (const { header } of sheets) expect(header[0]).toContain(marks[language]);
      const markdown = readFileSync(page, "utf8");
      for (const part of markdown.split("\n## ").slice(1)) expect(part).toContain(marks[language]);
    },
  );

  test("run twice, the bytes are the same", async () => {
    const books = [place("1.xlsx"), place("2.xlsx")];
    for (const book of books)
      await tiltas("pilot", "report", instrument, "--responses", responses, "--out", book);
    expect(readFileSync(books[0]!).equals(readFileSync(books[1]!))).toBe(true);
  });

  test("few people give no reliability; every figure says how many it takes", async () => {
    const { said } = await tiltas("pilot", "report", instrument, "--responses", responses, "--json");
    const { figures } = JSON.parse(said);
    expect(figures.scales[0]).toMatchObject({
      scale: "mun.04",
      alpha: { known: false, reason: "too-few", needs: 100 },
    });
    expect(said).not.toContain(people[0]?.answers.mun_improve ?? "no own words here");
  });

  test("thresholds of a file replace ours and are shown", async () => {
    writeFileSync(place("thresholds.json"), '{ "reliabilityRespondents": 20, "alpha": 0.9 }');
    const files = ["--thresholds", place("thresholds.json")];
    const { said } = await tiltas(
      "pilot",
      "report",
      instrument,
      "--responses",
      responses,
      ...files,
      "--json",
    );
    const report = JSON.parse(said);
    expect(report.thresholds).toMatchObject({ alpha: 0.9, itemRest: 0.3 });
    expect(report.figures.scales[0].alpha).toMatchObject({ known: true });
  });

  test("words of cognitive interviews stand on their own sheet only, never in JSON", async () => {
    const line = `bel_community,ru,P1,What?,stairwell not the town,term,,2,say town,`;
    const header =
      "item,language,respondent_pseudonym,probe,verbatim_summary,code,second_code,severity,fix,decision";
    const { said } = await withTable("notes", `${header}\n${line}\n`);
    expect(said).not.toContain("stairwell");
    const files = ["--notes", place("notes.csv"), "--out", place("notes.xlsx"), "--language", "en"];
    await tiltas("pilot", "report", instrument, "--responses", responses, ...files);
    const holding = (await readWorkbook(readFileSync(place("notes.xlsx")))).filter(({ rows }) =>
      JSON.stringify(rows).includes("stairwell"),
    );
    expect(holding.map(({ name }) => name)).toEqual(["Interview notes"]);
  });

  test("a wave of a store gives the same figures", async () => {
    const data = place("data");
    const store = await openStore({ folder: data });
    const { id, version } = published.manifest;
    await store.publishInstrument({ digest: published.digest, id, version, files: published.files });
    await store.saveStudy({ id: "study", title: { en: "Study" }, synthetic: true });
    await store.saveWave({
      id: "pilot",
      study: "study",
      title: { en: "Pilot" },
      instrument: published.digest,
      earlierInstruments: [],
      notice: 1,
      indicators: 1,
      languages: ["en"],
      modes: ["web"],
      opens: "2026-10-01",
      closes: "2026-10-31",
      margins: null,
    });
    for (const [i, { responseId, language, mode, answers }] of people.entries())
      await store.receive({
        responseId,
        revision: 1,
        parent: null,
        instrument: published.digest,
        wave: "pilot",
        consent: "{}",
        answers: canonicalJson(answers),
        hash: sha256(canonicalJson(answers)),
        language,
        mode,
        channel: null,
        municipality: null,
        findings: "[]",
        receivedAt: new Date(Date.UTC(2026, 9, 1, 8, 0, i)),
      });
    await store.close();
    const stored = await tiltas("pilot", "report", instrument, "--data", data, "--wave", "pilot", "--json");
    const { said } = await tiltas("pilot", "report", instrument, "--responses", responses, "--json");
    expect(JSON.parse(stored.said).figures).toEqual(JSON.parse(said).figures);
    expect(await tiltas("pilot", "report", instrument, "--data", data, "--wave", "no", "--json")).toEqual({
      code: 2,
      said: 'There is no wave "no" in these data. There are: pilot.',
    });
  });
});

describe("what is wrong is said in one sentence with file, line and remedy", () => {
  const notes =
    "item,language,respondent_pseudonym,probe,verbatim_summary,code,second_code,severity,fix,decision";
  const refusals: [string, string, string, RegExp][] = [
    [
      "an unknown item",
      "notes",
      `${notes}\nbel-community,ru,P1,,,term,,2,,\n`,
      /notes\.csv, line 2: there is no item "bel-community".* Did you mean "bel_community"\?/,
    ],
    [
      "an unknown code",
      "notes",
      `${notes}\nbel_community,ru,P1,,,vague,,2,,\n`,
      /line 2: the code "vague" is not known\. Codes are term,/,
    ],
    [
      "a severity that is none",
      "notes",
      `${notes}\nbel_community,ru,P1,,,term,,5,,\n`,
      /line 2: the severity "5"/,
    ],
    [
      "a language nobody is asked in",
      "notes",
      `${notes}\nbel_community,xx,P1,,,term,,2,,\n`,
      /line 2: the language "xx"/,
    ],
    [
      "a name for a pseudonym",
      "notes",
      `${notes}\nbel_community,ru,Somebody Else,,,term,,2,,\n`,
      /line 2: "respondent_pseudonym" is no pseudonym/,
    ],
    [
      "an address in a note",
      "notes",
      `${notes}\nbel_community,ru,P1,,write to a@example.org,term,,2,,\n`,
      /line 2: .*e-mail address.*Take it out/,
    ],
    [
      "a column of names",
      "notes",
      `${notes},full_name\nbel_community,ru,P1,,,term,,2,,,x\n`,
      /line 1: the column "full_name" looks like personal data.*Delete the column/,
    ],
    [
      "a column of addresses",
      "interviewers",
      `response,email\n${first},x\n`,
      /line 1: the column "email" looks like personal data/,
    ],
    [
      "a column nobody knows",
      "ratings",
      "item,rater,relevance,mood\nbel_community,E1,3,1\n",
      /line 1: the column "mood" is not known\. Columns are item, rater, relevance/,
    ],
    [
      "a missing column",
      "ratings",
      "item,rater\nbel_community,E1\n",
      /line 1: the column "relevance" is missing/,
    ],
    [
      "a rating twice",
      "ratings",
      "item,rater,relevance\nsoc_help,E1,3\nsoc_help,E1,4\n",
      /line 3: E1 has rated "soc_help" already/,
    ],
    [
      "a response nobody gave",
      "paradata",
      "response,item,page,milliseconds,focused\nx,soc_help,,5,yes\n",
      /line 2: the response is not among those given/,
    ],
    [
      "neither item nor page",
      "paradata",
      `response,item,page,milliseconds,focused\n${first},,,5,yes\n`,
      /line 2: name either an item or a page/,
    ],
    [
      "an answer that is no code",
      "retest",
      `response,bel_community\n${first},secret-answer\n`,
      /line 2: the answer to "bel_community" is not one of its codes/,
    ],
    ["a short row", "retest", `response,bel_community\n${first}\n`, /Line 2 does not have as many fields/],
  ];
  test.each(refusals)("%s", async (_what, option, text, sentence) => {
    const { code, said } = await withTable(option, text);
    expect(said).toMatch(sentence);
    expect(said).not.toContain("secret-answer");
    expect(code).toBe(2);
  });

  test("many mistakes are counted, the first are named", async () => {
    const wrong = Array.from({ length: 500 }, () => `no_such,E1,3`).join("\n");
    const { said } = await withTable("ratings", `item,rater,relevance\n${wrong}\n`);
    expect(said.split("\n")).toHaveLength(9);
    expect(said).toContain("And 492 more");
  });

  test("ten megabytes of notes are refused before they are read", async () => {
    const { said } = await withTable("notes", `${notes}\n${"x".repeat(10_000_000)}`);
    expect(said).toMatch(/notes\.csv has 11 MB; tables of this kind are read up to 5 MB/);
  });

  test("responses that are none, or twice the same", async () => {
    const file = place("bad.jsonl");
    const read = (text: string) => {
      writeFileSync(file, text);
      return tiltas("pilot", "report", instrument, "--responses", file, "--json");
    };
    expect((await read("{no json")).said).toMatch(/bad\.jsonl, line 1: this is no JSON/);
    expect((await read('{"responseId":"a"}')).said).toMatch(/line 1: this is no response/);
    expect((await read("")).said).toMatch(/holds no response/);
    const line = JSON.stringify(people[0]);
    expect((await read(`${line}\n${line}`)).said).toMatch(/line 2: this response occurs twice/);
    expect((await tiltas("pilot", "report", instrument, "--responses", place("no"), "--json")).said).toMatch(
      /There is no file/,
    );
  });

  test("arms, scales and thresholds that do not fit", async () => {
    const report = (...more: string[]) =>
      tiltas("pilot", "report", instrument, "--responses", responses, "--json", ...more);
    expect((await report("--arms", "nothing")).said).toMatch(/There is no item "nothing"/);
    expect((await report("--arms", "dsg_municipality")).said).toMatch(/cannot hold the arms/);
    writeFileSync(
      place("scales.json"),
      '[{"id":"s","label":{},"items":[{"variable":"lng-speak","minimum":1,"maximum":5},{"variable":"lng_read","minimum":1,"maximum":5}]}]',
    );
    expect((await report("--scales", place("scales.json"))).said).toMatch(
      /names "lng-speak".* Did you mean "lng_speak"\?/,
    );
    writeFileSync(place("limits.json"), '{ "alhpa": 0.8 }');
    expect((await report("--thresholds", place("limits.json"))).said).toMatch(/limits\.json: .*alhpa/);
    expect((await tiltas("pilot", "report", instrument, "--json")).said).toMatch(
      /Say where the responses are/,
    );
    expect((await tiltas("pilot", "report", instrument, "--responses", responses)).said).toMatch(
      /Say what to write/,
    );
    expect(existsSync(place("pilot.xlsx"))).toBe(false);
  });
});
