import { readFileSync } from "node:fs";
import { readInstrument } from "@tiltas/instrument/definition";
import { drawingRulesOf } from "@tiltas/instrument/drawing";
import { expect, test } from "vitest";
import type { Draft } from "../device/index.ts";
import { completed } from "./completed.ts";
import { openInterview } from "./open-interview.ts";

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../trial/small/${name}.json`, import.meta.url), "utf8"));
const questionnaire = read("questionnaire");
const rules = drawingRulesOf(
  readInstrument({ manifest: read("manifest"), questionnaire, measures: read("measures") }),
);

const draft = (more: Partial<Draft> = {}): Draft => ({
  wave: "trial",
  responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b",
  instrument: "c".repeat(64),
  consent: {
    notice: 1,
    noticeDigest: "d".repeat(64),
    language: "lt",
    time: "2026-11-21T21:00:00Z",
    given: ["sensitive"],
  },
  language: "lt",
  mode: "interviewer",
  form: "short",
  sample: "register",
  stage: "pilot",
  channel: null,
  answers: {},
  page: null,
  ...more,
});
const open = (more: Partial<Draft> = {}) => openInterview(questionnaire, rules, new Set(), draft(more));

test("the application fills in what it knows, and nobody is asked", () => {
  const interview = open();
  expect(interview.data).toMatchObject({
    ...{ int_mode: "interviewer", int_form: "short", int_stage: "pilot", int_sample: "register" },
    int_consents: ["sensitive"],
  });
  expect(interview.getQuestionByName("note_start").isVisible).toBe(true);
  expect(open({ mode: "web" }).getQuestionByName("note_start").isVisible).toBe(false);
});

test("a module is drawn again when the answer it rests on changes, before the next page is shown", () => {
  const interview = open();
  expect(interview.getValue("int_modules")).toEqual(["home"]);
  const drawn = new Set<string>();
  for (let i = 0; i < 40; i++) {
    const one = open({ responseId: `00000000-0000-4000-8000-${String(i).padStart(12, "0")}` });
    one.setValue("worked", "yes");
    const modules: readonly string[] = one.getValue("int_modules");
    expect(modules).toHaveLength(1);
    expect(one.visiblePages.map(({ name }) => name)).toContain(modules[0]);
    drawn.add(String(modules[0]));
    one.setValue("worked", "no");
    expect(one.getValue("int_modules")).toEqual(["home"]);
  }
  expect([...drawn].sort()).toEqual(["home", "work"]);
});

test("a draft goes on with the draws it began with", () => {
  const first = open();
  first.setValue("worked", "yes");
  expect(open({ answers: structuredClone(first.data) }).data).toEqual(first.data);
});

test("the long form asks everything", () => {
  const interview = open({ form: "long" });
  interview.setValue("worked", "yes");
  expect(interview.getValue("int_modules")).toEqual(["work", "home"]);
});

test("without its consent a sensitive page is not there, and nothing says it was", () => {
  const { consent } = draft();
  const interview = open({ consent: { ...consent, given: [] } });
  expect(interview.data).not.toHaveProperty("int_consents");
  expect(interview.getPageByName("health").isVisible).toBe(false);
});

test("what an earlier answer has taken back does not leave the device; what was filled in does", () => {
  const answers = { int_form: "short", int_modules: ["home"], contract: "yes", rooms: 2, worked: "no" };
  expect(completed(questionnaire, rules, { ...draft(), answers })).toEqual({
    ...{ int_form: "short", int_modules: ["home"], rooms: 2, worked: "no" },
  });
});

test("answers to a sensitive question leave the device only with its consent", () => {
  const answers = { int_form: "short", int_modules: ["home"], rooms: 2, worked: "no", health: "bad" };
  const sent = (given: string[]) =>
    completed(questionnaire, rules, {
      ...draft(),
      answers: given.length === 0 ? answers : { ...answers, int_consents: given },
    });
  expect(sent(["sensitive"])).toMatchObject({ health: "bad" });
  expect(sent([])).not.toHaveProperty("health");
  expect(sent(["archive"])).not.toHaveProperty("health");
});
