import type { ResponseUpload } from "@tiltas/contract/responses";
import { checkAnswers } from "@tiltas/instrument/definition";
import type { WaveRecord } from "@tiltas/store/port";
import type { PublishedInstrument } from "../instruments/instruments.ts";

/** What does not fit, and where; stored beside the response, which stays out of estimates until reviewed. */
export interface StoredFinding {
  readonly path: string;
  readonly reason: string;
}

/** Objections to the answers (by item) and to the envelope (path starts with a slash). */
export function findingsOf(
  published: PublishedInstrument,
  wave: WaveRecord,
  upload: ResponseUpload,
): StoredFinding[] {
  return [
    ...envelopeFindings(published, wave, upload),
    ...checkAnswers(published.instrument, upload.answers),
  ].slice(0, 100);
}

function envelopeFindings(
  published: PublishedInstrument,
  wave: WaveRecord,
  upload: ResponseUpload,
): StoredFinding[] {
  const { instrument, revision, parent, consent } = upload;
  const objections: [boolean, string, string][] = [
    [
      instrument !== wave.instrument && !wave.earlierInstruments.includes(instrument),
      "/instrument",
      "version-not-of-wave",
    ],
    [
      !published.notices.some(
        ({ number, digest }) => number === consent.notice && digest === consent.noticeDigest,
      ),
      "/consent/noticeDigest",
      "notice-unknown",
    ],
    [!wave.languages.includes(upload.language), "/language", "language-not-offered"],
    [!wave.modes.includes(upload.mode), "/mode", "mode-not-offered"],
    [
      revision === 1 ? parent !== null : parent === null || parent >= revision,
      "/parent",
      "parent-not-before-revision",
    ],
  ];
  return objections.filter(([holds]) => holds).map(([, path, reason]) => ({ path, reason }));
}
