import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ResponseForAnalysis } from "@tiltas/analysis/dataset";
import { IndicatorSet } from "@tiltas/analysis/indicators";
import { makeWaveReport } from "@tiltas/analysis/report";
import { readCsv } from "@tiltas/formats/tables";
import { readInstrument } from "@tiltas/instrument/definition";
import { simulate } from "@tiltas/instrument/simulation";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { readInstrumentFolder } from "@tiltas/store/folders";
import { expect, test } from "vitest";
import { root } from "./structure/source-files.ts";

const folder = readInstrumentFolder(join(root, "instruments/tcn-integration/0.1.0"));
const instrument = readInstrument(folder);
const [indicators] = folder.indicatorSets;
const marginsText = readFileSync(join(root, "instruments/demonstration-margins.csv"), "utf8");
const margins = { rows: readCsv(marginsText).rows, digest: sha256(marginsText) };

/** 2,600 invented people; `change` may give the first one other answers. */
function* respondents(change: Readonly<Record<string, unknown>>): Generator<ResponseForAnalysis> {
  let first = true;
  for (const person of simulate({ instrument, margins: margins.rows, respondents: 2600, seed: 11 })) {
    const answers = first ? { ...person.answers, ...change } : person.answers;
    first = false;
    yield {
      responseId: person.responseId,
      revision: 1,
      hash: sha256(person.responseId),
      instrument: instrument.digest,
      language: person.language,
      mode: person.mode,
      answers: canonicalJson(answers),
      leftOut: null,
    };
  }
}

const fielded = {
  study: { title: { en: "Study" } },
  wave: {
    id: "w",
    title: { en: "Wave" },
    synthetic: true,
    sample: "register",
    opens: "2026-09-01",
    closes: "2026-10-31",
  },
} as const;

test("a person whose sex no register counts is weighted all the same", async () => {
  if (!indicators) throw new Error("The instrument has no indicators.");
  const report = await makeWaveReport({
    ...fielded,
    instruments: [instrument],
    responses: respondents({ dsg_sex: "other" }),
    indicators: { set: IndicatorSet.parse(indicators.set), digest: indicators.digest },
    margins,
    asOf: "2026-11-01T00:00:00Z",
    software: "0.1.0",
    language: "en",
  });
  expect(report.respondents).toBe(2600);
  expect(report.notes.join(" ")).toMatch(/without a category in the margin "citizenship-by-sex"/);
});

test("a margin that cannot be used is named by its line in the file, past an empty line", async () => {
  if (!indicators) throw new Error("The instrument has no indicators.");
  const text = marginsText
    .replace("\n", "\n\n")
    .replace(/^(residence-ground,residence-ground=work),\d+/m, "$1,0");
  const line = text.split("\n").findIndex((each) => each.includes("=work,0,")) + 1;
  const report = makeWaveReport({
    ...fielded,
    instruments: [instrument],
    responses: respondents({}),
    indicators: { set: IndicatorSet.parse(indicators.set), digest: indicators.digest },
    margins: { ...readCsv(text), digest: sha256(text) },
    asOf: "2026-11-01T00:00:00Z",
    software: "0.1.0",
    language: "en",
  });
  await expect(report).rejects.toThrow(`Line ${line} of the margins has the count "0"`);
});
