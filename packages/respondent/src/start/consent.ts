import type { Consent } from "@tiltas/contract/responses";
import type { PublicWave } from "@tiltas/contract/waves";

/** The record of a consent: which notice, in which language, in which hour (UTC). More would help to single a person out. */
export function consentRecord(wave: PublicWave, language: string, now: Date): Consent {
  return {
    notice: wave.notice.number,
    noticeDigest: wave.noticeDigest,
    language,
    time: `${now.toISOString().slice(0, 13)}:00:00Z`,
  };
}
