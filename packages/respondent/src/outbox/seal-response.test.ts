import { SealedResponse } from "@tiltas/contract/sealing";
import { expect, test } from "vitest";
import { studyKey } from "../../trial/study-key.ts";
import { enveloped } from "./envelope.ts";
import { sealResponse } from "./seal-response.ts";

const study = studyKey();
const upload = enveloped({
  responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b",
  wave: "autumn",
  instrument: "c".repeat(64),
  consent: { notice: 1, noticeDigest: "d".repeat(64), language: "uk", time: "2026-11-21T21:00:00Z" },
  answers: { sex: "female", remark: "Дякую 🌉 شكرًا" },
  language: "uk",
  mode: "web",
  channel: "office-57-uk",
  changes: [],
});

test("what a phone seals, the server opens with the study's key, and nothing is lost on the way", async () => {
  const sealed = await sealResponse(upload, study.public);
  expect(SealedResponse.parse(sealed)).toEqual(sealed);
  expect(study.open(sealed)).toEqual(upload);
});

test("nothing that was answered can be read in it, and two seals of the same answers are not alike", async () => {
  const [one, other] = [await sealResponse(upload, study.public), await sealResponse(upload, study.public)];
  for (const word of ["female", "remark", "consent", "office-57-uk"])
    expect(JSON.stringify(one)).not.toContain(word);
  expect(one.sealed.ephemeral).not.toBe(other.sealed.ephemeral);
  expect(one.sealed.ciphertext).not.toBe(other.sealed.ciphertext);
});

test("another study's key does not open it, nor does it open as another response or for another wave", async () => {
  const sealed = await sealResponse(upload, study.public);
  expect(() => studyKey().open(sealed)).toThrow();
  expect(() => study.open({ ...sealed, wave: "spring" })).toThrow();
  expect(() => study.open({ ...sealed, responseId: crypto.randomUUID() })).toThrow();
});

test("a response of the largest size that is taken can be sealed and still be sent", async () => {
  const answers = Object.fromEntries(
    Array.from({ length: 13 }, (_, at) => [`remark${at}`, "х".repeat(10_000)]),
  );
  const sealed = await sealResponse(enveloped({ ...upload, answers }), study.public);
  expect(SealedResponse.safeParse(sealed).success).toBe(true);
});
