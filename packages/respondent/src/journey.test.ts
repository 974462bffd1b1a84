import type { PublicWave } from "@tiltas/contract/waves";
import { expect, test } from "vitest";
import { studyKey } from "../trial/study-key.ts";
import type { Draft } from "./device/index.ts";
import { languageRemembered, municipalityAnswered, placeToBegin } from "./journey.ts";
import { enveloped, finish } from "./outbox/index.ts";

const text = { en: "x" };
const point = { heading: text, detail: text };
const wave: PublicWave = {
  id: "autumn",
  title: text,
  synthetic: false,
  open: true,
  languages: ["lt", "uk"],
  modes: ["web"],
  form: "short",
  sample: "open",
  stage: "pilot",
  help: null,
  municipalityItems: ["municipality", "declared"],
  sealingKey: null,
  instrument: "c".repeat(64),
  notice: {
    number: 1,
    title: text,
    points: [point, point, point],
    consent: { question: text, agree: text, decline: text, declined: text },
  },
  noticeDigest: "d".repeat(64),
};
const draft: Draft = {
  wave: "autumn",
  responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b",
  instrument: "b".repeat(64),
  consent: { notice: 1, noticeDigest: "d".repeat(64), language: "uk", time: "2026-11-21T21:00:00Z" },
  language: "uk",
  mode: "web",
  form: "short",
  sample: "open",
  stage: "pilot",
  channel: null,
  answers: { sex: "female" },
  page: "about",
};
const waiting = {
  message: enveloped(draft),
  madeAt: "2026-11-21T21:00:00Z",
  afterwards: { language: "uk", municipality: undefined },
};

const own = { ownership: "personal" } as const;

test("who has begun nothing here begins with the light page", () => {
  expect(placeToBegin(wave, own)).toEqual({ screen: "begin-anew" });
});

test("an interrupted interview goes on with its own version, not the wave's newest", () => {
  expect(placeToBegin(wave, { ...own, draft })).toEqual({
    screen: "interview",
    draft,
    opened: "resumed",
  });
});

test("a response that still has to be sent comes first, even when the wave has ended", () => {
  const sending = { screen: "sending", waiting, isOnDisk: true };
  expect(placeToBegin({ ...wave, open: false }, { ...own, draft, waiting })).toEqual(sending);
});

test("where many people answer, what another person left to be sent is not the next one's first screen", () => {
  expect(placeToBegin(wave, { ownership: "kiosk", waiting })).toEqual({ screen: "begin-anew" });
});

test("on a lent phone, what the other person left to be sent is not its owner's first screen", async () => {
  const others = await finish(draft, studyKey().public, "2026-11-22T10:00:00Z");
  expect(placeToBegin(wave, { ...own, waiting: others })).toEqual({ screen: "begin-anew" });
});

test("who comes from the light page goes on, and is not greeted as somebody who comes back", () => {
  expect(placeToBegin(wave, { ...own, draft, goesOn: true })).toMatchObject({ opened: "goes-on" });
});

test("a wave that has ended says so, and what is still kept on the device", () => {
  const closed = { ...wave, open: false };
  expect(placeToBegin(closed, { ...own, draft })).toMatchObject({ trouble: "closed", hasDraft: true });
  expect(placeToBegin(closed, own)).toMatchObject({ trouble: "closed", hasDraft: false });
});

test("who comes back finds the language used before", () => {
  expect(languageRemembered({ draft })).toBe("uk");
  expect(languageRemembered({ waiting })).toBe("uk");
  expect(languageRemembered({})).toBeUndefined();
});

test("help is looked up where a person lives, else where the person is declared", () => {
  expect(municipalityAnswered(wave, { municipality: "19", declared: "13" })).toBe("19");
  expect(municipalityAnswered(wave, { municipality: "no-fixed-place", declared: "13" })).toBe("13");
  expect(municipalityAnswered(wave, { municipality: "refused", declared: "same" })).toBeUndefined();
});
