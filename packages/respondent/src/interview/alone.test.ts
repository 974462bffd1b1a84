import { readFileSync } from "node:fs";
import { readInstrument } from "@tiltas/instrument/definition";
import { drawingRulesOf } from "@tiltas/instrument/drawing";
import type { Model, PageModel } from "survey-core";
import { expect, test } from "vitest";
import type { Draft } from "../device/index.ts";
import { isAnsweredAlone, isLeftOutHere, pageBefore } from "./alone.ts";
import { openInterview } from "./open-interview.ts";
import { minutesLeft } from "./time-left.ts";

const read = (name: string) =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../instruments/tcn-integration/1.1.0/${name}.json`, import.meta.url),
      "utf8",
    ),
  );
const questionnaire: object = read("questionnaire");
const { items } = readInstrument({
  manifest: read("manifest"),
  questionnaire,
  measures: read("measures"),
});
const alone = new Set(items.filter(({ measure }) => measure.selfOnly).map(({ name }) => name));
const draft = (more: Partial<Draft> = {}): Draft => ({
  wave: "autumn",
  responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b",
  instrument: "b".repeat(64),
  consent: { notice: 1, noticeDigest: "d".repeat(64), language: "lt", time: "2026-11-21T21:00:00Z" },
  language: "lt",
  mode: "interviewer",
  form: "short",
  sample: "register",
  stage: "pilot",
  channel: null,
  answers: { mun_coordinator_known: "yes", mun_services_used: ["education"] },
  page: null,
  ...more,
});
const open = (more: Partial<Draft> = {}) =>
  openInterview(questionnaire, drawingRulesOf({ items }), alone, draft(more));
const named = (interview: Model, name: string): PageModel => interview.getPageByName(name);

test("on an interviewer's tablet the pages that judge the municipality are answered alone, without a note to the interviewer", () => {
  const interview = open();
  const page = named(interview, "coordinator_contact");
  expect(isAnsweredAlone(page, alone)).toBe(true);
  expect(page.questions.map(({ name }) => name)).toEqual([
    "mun_coordinator_contacted",
    "mun_coordinator_solved",
  ]);
  expect(named(interview, "start").getQuestionByName("note_start")).not.toBeNull();
});

test("nobody goes back from the interviewer's pages into those answered alone, nor out of them", () => {
  const interview = open({ page: "services" });
  const before = () => pageBefore(interview, alone, { mode: "interviewer" })?.name;
  expect(before()).toBe("coordinator");
  interview.currentPage = named(interview, "coordinator_contact");
  expect(before()).toBeUndefined();
  expect(pageBefore(interview, alone, { mode: "web" })?.name).toBe("coordinator");
});

test("a part that was not handed back is asked again when the interview is opened anew", () => {
  const answers = { ...draft().answers, mun_coordinator_contacted: "yes" };
  expect(open({ answers, page: "coordinator_contact" }).data.mun_coordinator_contacted).toBeUndefined();
  expect(open({ answers, page: "services" }).data.mun_coordinator_contacted).toBe("yes");
  const byOneself = open({ answers, page: "coordinator_contact", mode: "web" });
  expect(byOneself.data.mun_coordinator_contacted).toBe("yes");
});

test("on the telephone what is answered alone is left out, and the page after it says so", () => {
  const interview = open({ mode: "telephone" });
  expect(interview.getQuestionByName("mun_coordinator_contacted")).toBeNull();
  expect(interview.visiblePages.map(({ name }) => name)).not.toContain("coordinator_contact");
  const says = (name: string) => isLeftOutHere(interview, questionnaire, named(interview, name), alone);
  expect([says("services"), says("coordinator"), says("place")]).toEqual([true, false, false]);
  const short = [
    { name: "place", elements: [{ name: "mun_place" }, { name: "mun_coordinator_solved" }] },
    { name: "coordinator_contact", elements: [{ name: "mun_coordinator_contacted" }] },
  ];
  expect(isLeftOutHere(interview, { pages: short }, named(interview, "place"), alone)).toBe(true);
});

test("the time left falls with every page, and is longer read aloud than read in silence", () => {
  const interview = open({ mode: "web" });
  const pages: readonly PageModel[] = interview.visiblePages;
  const minutes = pages.map((page) => minutesLeft(interview, page, "web"));
  expect([...minutes].sort((a, b) => b - a)).toEqual(minutes);
  expect(minutes[0]).toBeGreaterThan(8);
  expect(minutes[0]).toBeLessThan(20);
  expect(minutes.at(-1)).toBe(1);
  expect(minutesLeft(interview, pages[0] as PageModel, "interviewer")).toBeGreaterThan(minutes[0] ?? 0);
});

test("a number that cannot be taken keeps the reasons for leaving it empty in sight; choosing one lets go of the number", () => {
  const interview = open({ mode: "web", page: "stay" });
  const reasons = interview.getQuestionByName("scr_nights_missing");
  expect(reasons.isVisible).toBe(true);
  interview.setValue("scr_nights", 12);
  expect(reasons.isVisible).toBe(false);
  interview.setValue("scr_nights", 99);
  expect(reasons.isVisible).toBe(true);
  reasons.value = "dont-know";
  expect(interview.getValue("scr_nights")).toBeUndefined();
  expect(reasons.value).toBe("dont-know");
});
