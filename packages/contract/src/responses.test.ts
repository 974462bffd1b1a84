import { expect, test } from "vitest";
import { Receipt, ResponseUpload } from "./responses.ts";

const digest = "a".repeat(64);
const upload = {
  responseId: "5f1f3a52-6d7b-4f7e-9c58-0a4d0c9d2f11",
  revision: 1,
  parent: null,
  instrument: digest,
  wave: "autumn",
  consent: { notice: 1, noticeDigest: digest, language: "uk", time: "2026-11-21T14:00:00Z" },
  answers: { bel_life_satisfaction: 7, mun_services_used: ["schools", "health"] },
  hash: digest,
  language: "uk",
  mode: "web",
  channel: null,
};

test("a complete response is understood as it is", () => {
  expect(ResponseUpload.parse(upload)).toEqual(upload);
});

test("consent is kept to the hour, never to the minute", () => {
  const minute = { ...upload, consent: { ...upload.consent, time: "2026-11-21T14:07:00Z" } };
  expect(ResponseUpload.safeParse(minute).success).toBe(false);
});

test.each(["status", "receivedAt", "role", "municipality"])("a device cannot set %s", (field) => {
  expect(ResponseUpload.safeParse({ ...upload, [field]: "x" }).success).toBe(false);
});

test.each([
  ["a revision that no database counts to", { revision: 2 ** 31 }],
  ["a parent that no database counts to", { revision: 2, parent: 2 ** 31 }],
  ["a language longer than any", { language: `en${"-abcdefgh".repeat(10)}` }],
  ["a wave whose name holds NUL", { wave: "autumn\0" }],
])("%s is not understood", (_name, odd) => {
  expect(ResponseUpload.safeParse({ ...upload, ...odd }).success).toBe(false);
});

test("a receipt code is sixteen characters in groups of four", () => {
  const receipt = {
    responseId: upload.responseId,
    revision: 1,
    hash: digest,
    outcome: "stored",
    origin: "https://tiltas.example",
  };
  expect(Receipt.safeParse({ ...receipt, code: "ABCD-EFGH-2345-67QR" }).success).toBe(true);
  expect(Receipt.safeParse({ ...receipt, code: "ABCDEFGH234567QR" }).success).toBe(false);
});
