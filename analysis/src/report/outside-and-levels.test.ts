import type { Choice, Instrument, Item } from "@tiltas/instrument/definition";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import type { ResponseForAnalysis } from "../dataset/index.ts";
import { IndicatorSet } from "../indicators/index.ts";
import { exampleWave } from "./example-wave.ts";
import { makeWaveReport } from "./index.ts";
import type { WaveReportInput } from "./wave-report.ts";

const choice = (code: string, en = code): Choice => ({ code, labels: { en, lt: en } });

function anItem(like: Item, name: string, choices: readonly Choice[], more: Partial<Item["measure"]>): Item {
  const { role: _, ...measure } = like.measure;
  return { ...like, name, titles: { en: name }, choices, measure: { ...measure, ...more } };
}

/** Two places, the ground of stay, and a module that half of the respondents draw. */
function instrumentOf(plain: Instrument): Instrument {
  const [municipality, ...others] = plain.items;
  const like = municipality!;
  const lives = anItem(like, "lives", [...like.choices, choice("nowhere", "No fixed place")], {
    role: "actual-municipality",
  });
  const declared = anItem(like, "municipality", [choice("same"), ...like.choices], {
    role: "municipality",
    sameAs: { code: "same", item: "lives" },
  });
  const ground = anItem(like, "ground", [choice("work"), choice("asylum-applicant", "Asks for asylum")], {
    outsidePopulation: ["asylum-applicant"],
  });
  const modules: Item = {
    ...anItem(like, "modules", [choice("life"), choice("other")], { role: "drawn", draw: { size: 1 } }),
    kind: "multiple",
    hidden: true,
  };
  return { ...plain, items: [lives, declared, ground, modules, ...others] };
}

/** One in eight, or as rare as is said, asks for asylum and rates life 10; the others, by what they drew, 0 or nothing. */
function* responses(plain: Iterable<ResponseForAnalysis>, oneIn = 8): Generator<ResponseForAnalysis> {
  let row = 0;
  for (const response of plain) {
    const { municipality, life: _, ...rest } = JSON.parse(response.answers) as Record<string, string>;
    const asylum = row % oneIn === 0;
    const drew = row % 2 === 0 ? "life" : "other";
    const answers = {
      ...rest,
      lives: municipality === "27" ? "nowhere" : municipality,
      municipality: municipality === "27" ? "13" : "same",
      ground: asylum ? "asylum-applicant" : "work",
      modules: [drew],
      ...(drew === "life" ? { life: asylum ? 10 : 2 } : {}),
    };
    yield { ...response, answers: JSON.stringify(answers) };
    row++;
  }
}

function waveOf(sample: WaveReportInput["wave"]["sample"], oneIn?: number): WaveReportInput {
  const wave = exampleWave({
    respondents: { "13": 240, "19": 160, "27": 80 },
    weighted: true,
    sample,
    municipalities: ["13", "19"].map((code) => ({
      code,
      label: { lt: `Vieta ${code}`, en: `Place ${code}` },
    })),
  });
  const why = { en: "everyone is asked", lt: "klausiama visų" };
  const set = IndicatorSet.parse({
    ...wave.indicators.set,
    indicators: wave.indicators.set.indicators.map((indicator) => ({
      ...indicator,
      level: { lowest: indicator.id === "emp.01" ? "country" : "municipality", why },
      ...(indicator.id === "bel.04"
        ? {
            drawn: "modules.life",
            level: { lowest: "country", why: { en: "half draw it", lt: "tenka pusei" } },
          }
        : {}),
    })),
  });
  return {
    ...wave,
    instruments: [instrumentOf(wave.instruments[0]!)],
    indicators: { ...wave.indicators, set },
    responses: responses(wave.responses as Iterable<ResponseForAnalysis>, oneIn),
  };
}

async function sheetsOf(input: WaveReportInput) {
  const { workbook, notes, respondents } = await makeWaveReport(input);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(workbook).buffer);
  const rows = (name: string) => {
    const found: unknown[][] = [];
    book
      .getWorksheet(name)
      ?.eachRow((row) => found.push((row.values as unknown[]).filter((one) => one !== "")));
    return found;
  };
  const names = book.worksheets.map(({ name }) => name);
  const rowOf = (name: string, label: string) =>
    rows(name)
      .find((row) => row.some((one) => typeof one === "string" && one.startsWith(label)))
      ?.filter((one) => typeof one === "number");
  return { names, notes, respondents, rows, rowOf, words: (name: string) => rows(name).flat().join("\n") };
}

describe("a wave of a register sample with asylum applicants in it", () => {
  let book: Awaited<ReturnType<typeof sheetsOf>>;
  beforeAll(async () => {
    book = await sheetsOf(waveOf("register"));
  });

  test("asylum applicants have a sheet of their own and enter no figure of the country", () => {
    expect(book.names).toContain("Asylum applicants");
    expect(book.rowOf("Asylum applicants", "Life satisfaction")?.[0]).toBe(10);
    expect(book.rowOf("Summary", "Life satisfaction")?.[0]).toBe(2);
    expect(book.words("Asylum applicants")).toContain("not weighted to margins");
    expect(book.notes.join()).toContain("asylum-applicant, 60 respondents");
  });

  test("results are told of where people live, the declared place meets the margins", () => {
    const sheet = book.rows("Lithuanian language");
    const labels = sheet.flatMap((row) => row.filter((one) => /^(Place|No fixed)/.test(String(one))));
    expect([...new Set(labels)]).toEqual(["Place 13", "Place 19", "No fixed place"]);
    expect(book.words("Lithuanian language")).toContain("of 2 municipalities");
    expect(book.notes.join()).toContain("met by the declared municipality");
  });

  test("an indicator is shown down to its lowest level and not below; the method says why", () => {
    expect(book.words("Summary")).toContain("Has a written contract");
    expect(book.words("Employment")).not.toContain("Has a written contract");
    expect(book.words("Employment")).toContain("Unemployment rate");
    expect(book.words("Method")).toContain("The country only – emp.01: everyone is asked");
    expect(book.words("Method")).toContain("The country only – bel.04: half draw it");
  });

  test("what was asked of some by chance says so, with the number who drew it", () => {
    const [row] = book.rows("Summary").filter((cells) => cells.some((one) => /^Life sat/.test(String(one))));
    expect(row).toContain("asked of those who drew it");
    expect(row).toContain(180);
  });
});

test("a group outside the population that is too small to be shown is not counted out loud either", async () => {
  const book = await sheetsOf(waveOf("register", 80));
  expect(book.words("Asylum applicants")).toContain("Fewer than 20 people answered");
  expect(book.notes.join()).toContain("asylum-applicant, fewer than 20 respondents");
});

test("every sheet of a wave of clients says so", async () => {
  const book = await sheetsOf(waveOf("clients"));
  for (const name of book.names) expect(book.words(name)).toContain("Clients only");
});

test("a sample that was not drawn has no 95% intervals, but ranges under the weighting model", async () => {
  const book = await sheetsOf(waveOf("open"));
  for (const name of book.names) expect(book.words(name)).not.toMatch(/95% (confidence )?interval/);
  expect(book.words("Summary")).toContain("Range under the weighting model");
  expect(book.words("Method")).toContain("ranges under the weighting model");
});
