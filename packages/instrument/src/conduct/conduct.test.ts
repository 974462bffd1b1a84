import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readInstrument } from "../definition/index.ts";
import { conductOf } from "./index.ts";

const read = (version: string, name: string) =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../instruments/tcn-integration/${version}/${name}.json`, import.meta.url),
      "utf8",
    ),
  );
const instrument = readInstrument({
  manifest: read("1.1.0", "manifest"),
  questionnaire: read("1.1.0", "questionnaire"),
  measures: read("1.1.0", "measures"),
});

test("people for whom the questions are not are sent away on one page, and nobody else is", () => {
  expect(conductOf(instrument).forOthers).toEqual(["not_eligible"]);
});

test("what judges the municipality and its staff is answered alone", () => {
  const { alone } = conductOf(instrument);
  expect(alone).toContain("mun_coordinator_solved");
  expect(alone).not.toContain("mun_coordinator_known");
});

test("words of help after an answer to something else are no reason to let go of an interview", () => {
  const help = { type: "html", name: "help", html: "<p>Here is help.</p>" };
  const page = (visibleIf: string) => ({ pages: [{ name: "closing", visibleIf, elements: [help] }] });
  const sent = (visibleIf: string) =>
    conductOf({ items: instrument.items, questionnaire: page(visibleIf) }).forOthers;
  expect(sent("{hlt_care} = 'no'")).toEqual([]);
  expect(sent("{dsg_age} = 'under-18' or {hlt_care} = 'no'")).toEqual([]);
  expect(sent("{dsg_age} = 'under-18'")).toEqual(["closing"]);
});
