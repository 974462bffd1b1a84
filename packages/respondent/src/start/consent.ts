import type { Consent } from "@tiltas/contract/responses";
import type { PublicWave } from "@tiltas/contract/waves";
import type { ConsentId } from "@tiltas/instrument/definition";

/**
 * The record of a consent: which notice, in which language, in which hour (UTC). More would help to single a person out.
 *
 * @param given  of the consents that the notice asks for besides taking part, those that were given
 */
export function consentRecord(
  { notice, noticeDigest }: PublicWave,
  language: string,
  now: Date,
  given: readonly ConsentId[] = [],
): Consent {
  return {
    notice: notice.number,
    noticeDigest,
    language,
    time: `${now.toISOString().slice(0, 13)}:00:00Z`,
    ...(notice.consents ? { given: [...given].sort() } : {}),
  };
}
