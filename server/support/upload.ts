import { randomUUID } from "node:crypto";
import type { ResponseUpload } from "@tiltas/contract/responses";
import { contentHash } from "@tiltas/instrument/versions";
import { noticeDigest, smallInstrument } from "./small-instrument.ts";

/** A response to the small instrument as a device would send it, with the right hash for whatever is changed. */
export function anUpload(change: Partial<ResponseUpload> = {}): ResponseUpload {
  const content = {
    instrument: change.instrument ?? smallInstrument.digest,
    parent: change.parent ?? null,
    consent: change.consent ?? { notice: 1, noticeDigest, language: "en", time: "2026-11-21T12:00:00Z" },
    answers: change.answers ?? { municipality: "13", belonging: 7 },
  };
  return {
    responseId: randomUUID(),
    revision: 1,
    wave: "autumn",
    language: "en",
    mode: "web",
    channel: null,
    hash: contentHash(content),
    ...change,
    ...content,
  };
}
