import { Answers, type ResponseUpload } from "@tiltas/contract/responses";
import type { Code } from "@tiltas/instrument/definition";
import { drawingOf } from "@tiltas/instrument/drawing";
import { expect, test } from "vitest";
import { noticeDigest, smallInstrument } from "../../support/small-instrument.ts";
import { anUpload } from "../../support/upload.ts";
import { autumn } from "../../support/wave.ts";
import { readPublished } from "../instruments/instruments.ts";
import { findingsOf } from "./findings.ts";

const drawing = {
  drawn: [
    { item: "module", codes: ["work", "home"], draw: { size: 1, eligible: { work: "{job} = 'yes'" } } },
    { item: "area", codes: ["health", "school", "police"], draw: { from: "used", size: 2 } },
  ],
  given: [
    { item: "by", field: "mode", codes: ["web", "interviewer"] },
    { item: "agreed", field: "consents", codes: ["sensitive", "archive"] },
    { item: "found", field: "sample", codes: ["register", "open"] },
  ],
} as const;
const draws = drawingOf(drawing);
const published = { ...readPublished(smallInstrument), drawing, draws };
const consent = { notice: 1, noticeDigest, language: "en", time: "2026-11-21T12:00:00Z" };

const found = "open";
const objections = (change: Partial<ResponseUpload>, reason: string) =>
  findingsOf(published, undefined, autumn, anUpload({ consent, ...change }))
    .filter((finding) => finding.reason === reason)
    .map(({ path }) => path);

test.each([
  ["as wave and envelope say", { by: "web", found }, []],
  ["a consent that nobody gave", { by: "web", found, agreed: ["sensitive"] }, ["agreed"]],
  ["another way of asking", { by: "interviewer", found }, ["by"]],
  ["another sample than the wave has", { by: "web", found: "register" }, ["found"]],
  ["nothing at all", {}, ["by", "found"]],
])("what the application fills in, %s", (_what, answers, items) => {
  expect(objections({ answers }, "not-as-given")).toEqual(items);
});

const used = ["health", "school", "police"];
const responseId = "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b";
const answers = { job: "yes", used };
const { module = [], area = [] } = draws.draw(responseId, answers);
const other = (codes: readonly Code[], all: readonly string[]) => all.filter((code) => !codes.includes(code));

test.each([
  ["what chance made of these answers", { module, area }, []],
  [
    "another module that could have been drawn",
    { module: other(module, ["work", "home"]), area },
    ["module"],
  ],
  ["more than are drawn", { module: ["work", "home"], area: used }, ["module", "area"]],
  ["one that these answers rule out", { job: "no", module: ["work"], area }, ["module"]],
  ["a word of the programming language", { module: ["constructor"], area }, ["module"]],
  ["nothing, as where the interview ended early", {}, []],
  ["no list", { module: "home", area }, ["module"]],
])("what chance fills in, %s", (_what, change, items) => {
  expect(
    objections({ responseId, answers: Answers.parse({ ...answers, ...change }) }, "not-as-drawn"),
  ).toEqual(items);
});
