import { readQuestionnaire } from "@tiltas/instrument/definition";
import { expect, test } from "vitest";
import { buildDataset, type ResponseForAnalysis } from "../dataset/index.ts";
import { qualitySheet } from "./quality-sheet.ts";

const rating = (name: string, more: object = {}) => ({
  ...{ type: "radiogroup", name, title: name, choices: ["yes", "no"] },
  ...more,
});
const questionnaire = {
  locale: "en",
  pages: [
    { name: "one", elements: [rating("first"), rating("second", { visibleIf: "{first} = 'yes'" })] },
    { name: "two", elements: [rating("third")] },
    { name: "three", elements: [{ ...rating("fourth"), type: "checkbox" }] },
  ],
};
const instrument = {
  ...readQuestionnaire(questionnaire, ["en"]),
  questionnaire,
  digest: "tiny",
  manifest: {
    ...{ id: "tiny", version: "1.0.0", title: { en: "Tiny" }, languages: ["en", "lt"] },
    ...{ universe: { en: "Everybody" }, licence: "MIT" },
    population: { minimumAge: 18, euCitizens: "in", residence: "actual" },
  } as const,
};

/** So many people with these answers. */
function people(count: number, answers: object, language = "en", leftOut: string | null = null) {
  return Array.from({ length: count }, (): ResponseForAnalysis => {
    const head = { responseId: "r", revision: 1, hash: "h", instrument: "tiny", mode: "web" };
    return { ...head, language, leftOut, answers: JSON.stringify(answers) };
  });
}

/** All of them belong to the population. */
const everybody = Int32Array.from({ length: 20 }, (_, row) => row);

const responses = [
  ...people(12, { first: "yes", second: "no", third: "yes", fourth: ["yes"] }),
  ...people(4, { first: "no", third: "no", fourth: ["no"] }, "lt"),
  ...people(3, { first: "yes", second: "no" }),
  ...people(1, { first: "yes", third: "yes", fourth: ["no"] }),
  ...people(2, { first: "yes" }, "en", "rejected"),
];

test("an item's nonresponse is a share of those who came to it: not of those whom routing spared, or who had left", async () => {
  const dataset = await buildDataset([instrument], responses);
  const { items, exclusions } = qualitySheet(dataset, instrument, 1, everybody);
  expect(exclusions).toEqual({ rejected: 2 });
  expect(items.map(({ item, nonresponse }) => [item, nonresponse])).toEqual([
    ["first", 0],
    ["second", 0.0625],
    ["third", 0],
    ["fourth", 0],
  ]);
});

test("a page is left by those who answered nothing after it, of those who came to it", async () => {
  const dataset = await buildDataset([instrument], responses);
  const { breakOff } = qualitySheet(dataset, instrument, 1, everybody);
  expect(breakOff.map(({ page, share }) => [page, share])).toEqual([
    ["one", 0],
    ["two", 0.15],
    ["three", 0],
  ]);
});

test("each circle of readers sees what rests on as many people as its policy asks for, from one look", async () => {
  const dataset = await buildDataset([instrument], responses);
  const languages = (fewest: number) =>
    qualitySheet(dataset, instrument, fewest, everybody).counts.flatMap(({ dimension, code, respondents }) =>
      dimension === "language" ? [[code, respondents]] : [],
    );
  expect(languages(1)).toEqual([
    ["en", 16],
    ["lt", 4],
  ]);
  expect(languages(5)).toEqual([["en", 16]]);
  expect(qualitySheet(dataset, instrument, 17, everybody).items.map(({ item }) => item)).toEqual([
    "first",
    "third",
    "fourth",
  ]);
  expect(qualitySheet(dataset, instrument, 18, everybody).breakOff.map(({ page }) => page)).toEqual([
    "one",
    "two",
  ]);
});
