import type { ResponseUpload } from "@tiltas/contract/responses";
import type { WaveRecord } from "@tiltas/store/port";
import type { PlanCheck } from "../instruments/checker.ts";
import type { PublishedInstrument } from "../instruments/instruments.ts";
import { filledFindings } from "./filled-findings.ts";

/** What does not fit, and where; stored beside the response, which stays out of estimates until reviewed. */
export interface StoredFinding {
  readonly path: string;
  readonly reason: string;
}

const mostKept = 100;

/** Objections to the answers (by item) and to the envelope (path starts with a slash). */
export function findingsOf(
  published: PublishedInstrument,
  check: PlanCheck | undefined,
  wave: WaveRecord,
  upload: ResponseUpload,
): StoredFinding[] {
  return [
    ...envelopeFindings(published, wave, upload),
    ...filledFindings(published, wave, upload),
    ...answerFindings(published, check),
  ].slice(0, mostKept);
}

/** What the questionnaire's own rules object to, and answers that nobody could have given; what is filled in is not asked. */
function answerFindings(
  { drawing: { drawn, given } }: PublishedInstrument,
  check: PlanCheck | undefined,
): StoredFinding[] {
  if (check === undefined) return [{ path: "/answers", reason: "unchecked" }];
  const { findings, removed } = check;
  const filled = new Set([...drawn, ...given].map(({ item }) => item));
  const unasked = removed.filter(({ path, reason }) => reason !== "not-asked" || !filled.has(path));
  const told = [...unasked, ...findings.map(({ path, kind }) => ({ path, reason: kind }))];
  return [...new Map(told.map((finding) => [`${finding.path} ${finding.reason}`, finding])).values()];
}

function envelopeFindings(
  published: PublishedInstrument,
  wave: WaveRecord,
  upload: ResponseUpload,
): StoredFinding[] {
  const { instrument, revision, parent, consent } = upload;
  const notice = published.notices.find(
    ({ number, digest }) => number === consent.notice && digest === consent.noticeDigest,
  )?.notice;
  const offered = notice?.consents?.map(({ id }) => id) ?? [];
  const objections: [boolean, string, string][] = [
    [
      instrument !== wave.instrument && !wave.earlierInstruments.includes(instrument),
      "/instrument",
      "version-not-of-wave",
    ],
    [notice === undefined, "/consent/noticeDigest", "notice-unknown"],
    [!(consent.given ?? []).every((id) => offered.includes(id)), "/consent/given", "consent-not-offered"],
    [offered.length > 0 && consent.given === undefined, "/consent/given", "consents-not-asked"],
    [!wave.languages.includes(upload.language), "/language", "language-not-offered"],
    [!wave.modes.includes(upload.mode), "/mode", "mode-not-offered"],
    [
      revision === 1 ? parent !== null : parent === null || parent >= revision,
      "/parent",
      "parent-not-before-revision",
    ],
    [upload.trap === true, "/trap", "trap-filled"],
  ];
  return objections.filter(([holds]) => holds).map(([, path, reason]) => ({ path, reason }));
}
