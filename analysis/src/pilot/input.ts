import type { Instrument } from "@tiltas/instrument/definition";
import type { IndexItem } from "../indicators/rule.ts";
import type { Decision, ProblemCode } from "./problem-codes.ts";
import type { PilotThresholds } from "./thresholds.ts";

export interface PilotResponse {
  readonly responseId: string;
  readonly language: string;
  readonly mode: string;
  /** JSON text. */
  readonly answers: string;
}

/** Items that are read as one score. */
export interface PilotScale {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
  readonly items: readonly IndexItem[];
}

/** One note of a cognitive interview; nobody in it can be recognised. */
export interface InterviewNote {
  readonly item: string;
  readonly language: string;
  /** Pseudonym. */
  readonly respondent: string;
  readonly probe: string;
  readonly summary: string;
  readonly code: ProblemCode;
  readonly secondCode?: ProblemCode;
  readonly severity: 0 | 1 | 2 | 3;
  readonly fix: string;
  readonly decision?: Decision;
}

export interface ExpertRating {
  readonly item: string;
  readonly rater: string;
  readonly relevance: 1 | 2 | 3 | 4;
}

/** Time spent on one item, or on a page as a whole. */
export interface TimeSpent {
  readonly response: string;
  readonly item?: string;
  readonly page?: string;
  readonly milliseconds: number;
  /** Whether the window was in front. */
  readonly focused: boolean;
}

/** What somebody answered the second time, by unit; codes as text, absent where nothing was answered. */
export interface SecondAnswers {
  readonly response: string;
  readonly answers: ReadonlyMap<string, string>;
}

/** Everything a pilot has; what a file was not given for is said to be missing. */
export interface PilotInput {
  readonly instrument: Instrument;
  readonly responses: readonly PilotResponse[];
  readonly scales: readonly PilotScale[];
  /** Units for which "don't know" is an answer. */
  readonly knowledge?: ReadonlySet<string>;
  readonly notes?: readonly InterviewNote[];
  readonly ratings?: readonly ExpertRating[];
  readonly times?: readonly TimeSpent[];
  readonly retest?: readonly SecondAnswers[];
  /** Interviewer by response. */
  readonly interviewers?: ReadonlyMap<string, string>;
  /** The unit that says in which arm of a split ballot a respondent was. */
  readonly arms?: string;
  readonly thresholds: PilotThresholds;
  /** For the permutation test; reported. */
  readonly seed: number;
}
