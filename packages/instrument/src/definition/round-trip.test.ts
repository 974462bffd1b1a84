import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SurveyModel } from "survey-core";
import { expect, test } from "vitest";
import { surveyjsInstruments, validInstruments } from "../../../../tests/instruments/tiny.ts";
import { type Item, readQuestionnaire } from "./index.ts";

/** What an item is, wherever it stands: survey-core puts bare questions on a page and spells texts out. */
function inEssence({
  name,
  kind,
  choices,
  rows,
  parts,
  conditions,
  required,
  minimum,
  maximum,
  maximumLength,
}: Item): object {
  return {
    name,
    kind,
    choices: choices.map(({ labels: _, ...choice }) => choice),
    rows: rows.map(({ code }) => code),
    parts: parts?.map(inEssence),
    conditions,
    required,
    limits: [minimum, maximum, maximumLength],
  };
}

function readAfterSaving(questionnaire: unknown): readonly object[] {
  return readQuestionnaire(new SurveyModel(questionnaire).toJSON(), ["lt", "en"]).items.map(inEssence);
}

test.each([...validInstruments(), ...surveyjsInstruments()])(
  "opened and saved by survey-core, it is read into the same items: $feature",
  ({ files: { questionnaire } }) => {
    const { items } = readQuestionnaire(questionnaire, ["lt", "en"]);
    expect(readAfterSaving(questionnaire)).toEqual(items.map(inEssence));
  },
);

const reference = process.env.TILTAS_REFERENCE;
const corpus = reference === undefined ? "" : join(reference, "surveyjs");

test.skipIf(reference === undefined)("the same holds for questionnaires of other people", () => {
  const files = readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".json") && !file.endsWith(".facts.json"),
  );
  for (const file of files) {
    const questionnaire: unknown = JSON.parse(readFileSync(join(corpus, file), "utf8"));
    const { items } = readQuestionnaire(questionnaire);
    expect([file, readAfterSaving(questionnaire)]).toEqual([file, items.map(inEssence)]);
  }
});
