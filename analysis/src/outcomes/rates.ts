import { checkDispositions, type Dispositions, type Recruitment } from "./dispositions.ts";

/** The outcome rates of AAPOR: response, cooperation, refusal, contact. */
export type RateName = `RR${1 | 2 | 3 | 4 | 5 | 6}` | `COOP${1 | 2 | 3 | 4}` | `${"REF" | "CON"}${1 | 2 | 3}`;

/** A rate with what it divides, or the reason why there is none. */
export type OutcomeRate =
  | { readonly value: number; readonly numerator: number; readonly denominator: number }
  | { readonly value: null; readonly reason: "open-link" | "no-cases" };

/**
 * All outcome rates of one wave, each 0 to 1. Nobody knows how many people an open link reached, so its respondents
 * have no rates: every one then says "open-link" (report clicks, starts and completes instead).
 *
 * @param eligibleShare e, the share of unknown cases taken as eligible, 0 to 1
 * @throws DispositionError when a count or the share is impossible
 * @source AAPOR (2023), Standard Definitions, 10th edition, Response Rate 1 to Contact Rate 3
 */
export function outcomeRates(
  counts: Dispositions,
  eligibleShare: number,
  recruitment: Recruitment = "sampled",
): Readonly<Record<RateName, OutcomeRate>> {
  checkDispositions(counts, eligibleShare);
  const rateOf = recruitment === "open-link" ? noRate : quotient;
  return ratesFrom(counts, eligibleShare, rateOf);
}

type MakeRate = (numerator: number, denominator: number) => OutcomeRate;

const noRate: MakeRate = () => ({ value: null, reason: "open-link" });

function quotient(numerator: number, denominator: number): OutcomeRate {
  return denominator > 0
    ? { value: numerator / denominator, numerator, denominator }
    : { value: null, reason: "no-cases" };
}

function ratesFrom(counts: Dispositions, e: number, rate: MakeRate): Record<RateName, OutcomeRate> {
  const { complete, partial, refusal, nonContact, other } = counts;
  const interviews = complete + partial;
  const contacts = interviews + refusal + other;
  const eligible = contacts + nonContact;
  const unknown = counts.unknownHousehold + counts.unknownOther;
  const [all, likely] = [eligible + unknown, eligible + e * unknown];
  return {
    RR1: rate(complete, all),
    RR2: rate(interviews, all),
    RR3: rate(complete, likely),
    RR4: rate(interviews, likely),
    RR5: rate(complete, eligible),
    RR6: rate(interviews, eligible),
    COOP1: rate(complete, contacts),
    COOP2: rate(interviews, contacts),
    COOP3: rate(complete, interviews + refusal),
    COOP4: rate(interviews, interviews + refusal),
    REF1: rate(refusal, all),
    REF2: rate(refusal, likely),
    REF3: rate(refusal, eligible),
    CON1: rate(contacts, all),
    CON2: rate(contacts, likely),
    CON3: rate(contacts, eligible),
  };
}
