import type { PublicWave } from "@tiltas/contract/waves";
import { languageToBeginWith } from "@tiltas/instrument/words";
import { describe, expect, test } from "vitest";
import { consentRecord } from "./consent.ts";
import { readLink } from "./link.ts";

describe("the language to begin with", () => {
  const offered = ["lt", "en", "uk", "ru"];
  test.each([
    ["the link's language comes first", "uk", ["lt"], "uk"],
    ["a link in a language that is not offered falls back on the browser", "fr", ["ru-RU"], "ru"],
    ["a browser set to Ukrainian of Ukraine gets Ukrainian", null, ["uk-UA", "en"], "uk"],
    ["the browser's second wish counts when the first is not offered", null, ["pl", "lt-LT"], "lt"],
    ["nobody guesses when nothing fits", null, ["ar", "fa"], undefined],
  ])("%s", (_, link, browser, language) => {
    expect(languageToBeginWith(offered, link, browser)).toBe(language);
  });
});

test("a link names the wave, the language and the channel", () => {
  const link = readLink(new URL("https://tiltas.example/w/autumn-2026?lang=uk&channel=office-qr"));
  expect(link).toEqual({
    wave: "autumn-2026",
    language: "uk",
    channel: "office-qr",
    mode: null,
    hasCode: false,
  });
});

test("a link may say that an interviewer asks, and nothing that nobody agreed on", () => {
  expect(readLink(new URL("https://tiltas.example/w/autumn?mode=interviewer")).mode).toBe("interviewer");
  expect(readLink(new URL("https://tiltas.example/w/autumn?mode=robot")).mode).toBeNull();
});

test("a channel that does not have the agreed shape is dropped", () => {
  expect(readLink(new URL("https://tiltas.example/w/autumn?channel=Anna%20K")).channel).toBeNull();
});

test("an address that is no link leads to no wave", () => {
  expect(readLink(new URL("https://tiltas.example/respondent/")).wave).toBeUndefined();
  expect(readLink(new URL("https://tiltas.example/w/%E0")).wave).toBeUndefined();
});

test("the consent record knows the hour, not the minute", () => {
  const text = { en: "x" };
  const point = { heading: text, detail: text };
  const wave: PublicWave = {
    id: "autumn",
    title: text,
    synthetic: true,
    open: true,
    languages: ["en"],
    modes: ["web"],
    form: "short",
    sample: "open",
    stage: "pilot",
    help: null,
    municipalityItems: [],
    sealingKey: null,
    instrument: "c".repeat(64),
    notice: {
      number: 3,
      title: text,
      points: [point, point, point],
      consent: { question: text, agree: text, decline: text, declined: text },
    },
    noticeDigest: "d".repeat(64),
  };
  expect(consentRecord(wave, "ru", new Date("2026-11-21T21:47:31.123Z"))).toEqual({
    notice: 3,
    noticeDigest: "d".repeat(64),
    language: "ru",
    time: "2026-11-21T21:00:00Z",
  });
  const separate: PublicWave = {
    ...wave,
    notice: {
      ...wave.notice,
      consents: [
        { id: "archive", question: text },
        { id: "sensitive", question: text },
      ],
    },
  };
  const at = new Date("2026-11-21T21:47:31.123Z");
  expect(consentRecord(separate, "ru", at, ["sensitive", "archive"]).given).toEqual(["archive", "sensitive"]);
  expect(consentRecord(separate, "ru", at).given).toEqual([]);
});
