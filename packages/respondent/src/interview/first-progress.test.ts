import { readFileSync } from "node:fs";
import { readInstrument } from "@tiltas/instrument/definition";
import { drawingRulesOf } from "@tiltas/instrument/drawing";
import { ahead } from "@tiltas/instrument/page";
import { expect, test } from "vitest";
import { openInterview } from "./open-interview.ts";
import { minutesLeft } from "./time-left.ts";

const folder = new URL("../../../../instruments/tcn-integration/1.1.0/", import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
const questionnaire: object = read("questionnaire");
const instrument = readInstrument({
  manifest: read("manifest"),
  questionnaire,
  measures: read("measures"),
});

test.each([
  ["web", "short", "lt", []],
  ["web", "short", "ar", ["sensitive"]],
  ["web", "long", "uk", ["sensitive"]],
  ["interviewer", "long", "tg", []],
] as const)(
  "the first page says what the next ones will: %s, %s, %s, with %j",
  (mode, form, language, given) => {
    const beforehand = { mode, form, sample: "open", stage: "field" } as const;
    const [without, withIt] = ahead(instrument, beforehand, ["sensitive"], language) ?? [];
    const interview = openInterview(questionnaire, drawingRulesOf(instrument), new Set(), {
      ...{ wave: "autumn", responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b", instrument: "b".repeat(64) },
      consent: {
        notice: 1,
        noticeDigest: "d".repeat(64),
        language,
        time: "2026-11-21T21:00:00Z",
        given: [...given],
      },
      ...{ ...beforehand, language, channel: null, answers: {}, page: null },
    });
    expect(given.length > 0 ? withIt : without).toEqual({
      parts: interview.visiblePages.length,
      minutes: minutesLeft(interview, interview.activePage, mode),
    });
  },
);
