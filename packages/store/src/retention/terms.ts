import type { RetentionTerms } from "../port/index.ts";

/** Everything that is kept about people, and how long. A study may write other days for classes that end with a wave. */
export interface RetentionClass {
  readonly id: RetentionClassId;
  /** What it holds and whom it is about, for the register of processing. */
  readonly holds: string;
  readonly about: string;
  /** Standard term in days. */
  readonly days: number;
  /** From when the days count. */
  readonly from: "closing" | "later of closing and arrival" | "own end";
  readonly reason: string;
}

export type RetentionClassId =
  | keyof RetentionTerms
  | "candidates"
  | "microdata"
  | "resumes"
  | "sessions"
  | "invitations";

/** The standard terms, longest first. They are proposals to the controller: what the notice of a study promises goes before. */
export const retentionClasses: readonly RetentionClass[] = [
  {
    id: "answers",
    holds:
      "Answers with consent, findings, reviews and what was set aside, under a random number; columns, waiting figures and files of microdata that were made of them.",
    about: "people who answered",
    days: 1_095,
    from: "closing",
    reason:
      "Three years: a wave is compared with the next two, and its figures can be computed again if questioned.",
  },
  {
    id: "microdata",
    holds: "The register of microdata: holder, purpose, who ordered. The file itself ends on its own day.",
    about: "holders and staff",
    days: 1_095,
    from: "own end",
    reason: "Three years after the file has ended: so long it can be asked who held answers, and what for.",
  },
  {
    id: "reports",
    holds: "Workbooks of versions before there were releases, which hold no single response.",
    about: "nobody: groups above the disclosure limits",
    days: 365,
    from: "later of closing and arrival",
    reason: "A year: what was published is kept elsewhere, and new workbooks come of releases.",
  },
  {
    id: "paradata",
    holds: "Times of pages and changes on the device, under the number of the response.",
    about: "people who answered",
    days: 180,
    from: "closing",
    reason: "Half a year: long enough to judge items and speed flags of a wave, of no use afterwards.",
  },
  {
    id: "quarantine",
    holds: "Responses that could not be taken, as they came.",
    about: "people who answered",
    days: 90,
    from: "later of closing and arrival",
    reason: "Three months: time for staff to find out why, and to have them sent again.",
  },
  {
    id: "codes",
    holds: "Hashes of personal codes with days of issue and use.",
    about: "people who were invited",
    days: 30,
    from: "closing",
    reason: "A month after fieldwork: until then it is seen whether one was used twice.",
  },
  {
    id: "cases",
    holds: "Numbers of addresses to visit, with place, language and outcome.",
    about: "people who were to be visited",
    days: 30,
    from: "closing",
    reason: "A month after fieldwork: outcome rates are computed from them.",
  },
  {
    id: "devices",
    holds: "Paired tablets: label, who ordered them, hour of the last contact.",
    about: "interviewers, through their tablet",
    days: 30,
    from: "closing",
    reason: "A month after fieldwork: late deliveries must still be let in.",
  },
  {
    id: "candidates",
    holds: "Figures that were computed and not released, with who ordered and signed them.",
    about: "staff; figures of groups",
    days: 30,
    from: "own end",
    reason: "A month: whoever wants to release computes them again from the answers as they are then.",
  },
  {
    id: "invitations",
    holds: "Hashes of invitation links with role and place.",
    about: "staff",
    days: 30,
    from: "own end",
    reason: "A month after a link has ended: who invited whom can be asked.",
  },
  {
    id: "resumes",
    holds: "Unfinished interviews on their way to another device, sealed to a code that only the person has.",
    about: "people who are answering",
    days: 0,
    from: "own end",
    reason: "Until the code ends.",
  },
  {
    id: "sessions",
    holds: "Hashes of sign-ins that are over.",
    about: "staff",
    days: 0,
    from: "own end",
    reason: "Until they end.",
  },
];

/** A term as it holds for one study, and whose it is. */
export interface Term {
  readonly days: number;
  readonly setBy: "study" | "standard";
}

export function termOf(kind: RetentionClass, terms: RetentionTerms | null): Term {
  const own = (terms as Readonly<Record<string, number | undefined>> | null)?.[kind.id];
  return own === undefined ? { days: kind.days, setBy: "standard" } : { days: own, setBy: "study" };
}
