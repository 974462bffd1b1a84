import { expect, test } from "vitest";
import { noticeDigest, smallInstrument } from "../../support/small-instrument.ts";
import { anUpload } from "../../support/upload.ts";
import { autumn } from "../../support/wave.ts";
import { readPublished } from "../instruments/instruments.ts";
import { findingsOf } from "./findings.ts";

const published = {
  ...readPublished(smallInstrument),
  drawing: {
    drawn: [
      { item: "module", codes: ["work", "home"], draw: { size: 1, eligible: { work: "{job} = 'yes'" } } },
    ],
    given: [
      { item: "by", field: "mode", codes: ["web", "interviewer"] },
      { item: "agreed", field: "consents", codes: ["sensitive", "archive"] },
    ],
  } as const,
};
const consent = { notice: 1, noticeDigest, language: "en", time: "2026-11-21T12:00:00Z" };

test.each([
  ["as the envelope says", { by: "web" }, []],
  ["a consent that nobody gave", { by: "web", agreed: ["sensitive"] }, ["agreed"]],
  ["another way of asking", { by: "interviewer" }, ["by"]],
  ["nothing at all", {}, ["by"]],
])("what the application fills in, %s", (_what, answers, items) => {
  const upload = anUpload({ consent, answers });
  const findings = findingsOf(published, undefined, autumn, upload, new Date());
  expect(findings.filter(({ reason }) => reason === "not-as-given").map(({ path }) => path)).toEqual(items);
});

test.each([
  ["one that could be drawn", { job: "yes", module: ["work"] }, []],
  ["one that these answers rule out", { job: "no", module: ["work"] }, ["module"]],
  ["nothing, as where the interview ended early", { job: "no" }, []],
  ["no list", { module: "home" }, ["module"]],
])("what chance fills in, %s", (_what, answers, items) => {
  const upload = anUpload({ consent, answers });
  const findings = findingsOf(published, undefined, autumn, upload, new Date());
  expect(findings.filter(({ reason }) => reason === "not-as-drawn").map(({ path }) => path)).toEqual(items);
});
