import { expect, test } from "vitest";
import { filledNotice, Help, helpIn, Notice, particularsIn, type StudyParticulars } from "./index.ts";

const both = (lt: string, en: string) => ({ lt, en });
const point = { heading: both("Kas", "Who"), detail: both("Klausia {controller}.", "{controller} asks.") };
const notice = {
  number: 1,
  title: both("Prieš pradedant", "Before you start"),
  points: [point, point, { ...point, detail: both("{noEffect}", "{noEffect}") }],
  consent: {
    question: both("Ar?", "Do you?"),
    agree: both("Taip", "Yes"),
    decline: both("Ne", "No"),
    declined: both("Ačiū", "Thanks"),
  },
  consents: [
    { id: "archive", question: both("Saugoti?", "Keep?"), detail: both("{retention}", "{retention}") },
  ],
};
const study: StudyParticulars = {
  controller: both("Ministerija", "The Ministry"),
  legalBasis: both("sutikimas", "consent"),
  recipients: both("niekas", "nobody"),
  retention: both("6 mėnesiai", "6 months"),
  dataProtectionContact: both("dap@tyrimas.example", "dpo@study.example"),
  contact: both("tyrimas@tyrimas.example", "team@study.example"),
  noEffect: both("Leidimui įtakos nėra.", "Your permit is not affected."),
};

test("a notice leaves its particulars to the study, and is read in the words of each language", () => {
  const read = Notice.parse(notice);
  expect(particularsIn(read)).toEqual(["controller", "retention", "noEffect"]);
  const filled = filledNotice(read, study);
  expect(filled.points[0]?.detail).toEqual(both("Klausia Ministerija.", "The Ministry asks."));
  expect(filled.consents?.[0]?.detail).toEqual(both("6 mėnesiai", "6 months"));
  expect(Notice.parse(filled)).toEqual(filled);
});

test.each([
  ["a particular that no study has", { title: both("{boss}", "{boss}") }, /\{boss\} is no particular/],
  ["a language that is told less", { title: both("{contact}", "Hello") }, /title: every language/],
  ["a consent asked twice", { consents: [...notice.consents, ...notice.consents] }, /only once/],
  ["a consent nobody agreed on", { consents: [{ ...notice.consents[0], id: "marketing" }] }, /Invalid/],
])("refused: %s", (_what, change, sentence) => {
  expect(JSON.stringify(Notice.safeParse({ ...notice, ...change }).error?.issues)).toMatch(sentence);
});

test("help begins near home and goes on with the whole country", () => {
  const entry = (name: string) => ({ organisation: both(name, name), purpose: both("Pagalba", "Help") });
  const help = Help.parse({
    number: 1,
    national: [entry("112")],
    municipalities: { "19": [entry("Kaunas")] },
  });
  const names = (code: string | undefined) => helpIn(help, code).map(({ organisation }) => organisation.lt);
  expect([names("19"), names("13"), names(undefined)]).toEqual([["Kaunas", "112"], ["112"], ["112"]]);
});
