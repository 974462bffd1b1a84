import type {
  Evidence,
  NoFigureReason,
  PilotSource,
  RespondentRule,
  ThresholdName,
  Verdict,
  VerdictRule,
} from "@tiltas/analysis/pilot";

/** All words of a pilot report in one language; written for it, not translated word by word. */
export interface PilotWords {
  readonly language: "lt" | "en";
  readonly title: string;
  /** On every page. */
  readonly mark: string;
  readonly markLong: string;
  readonly synthetic: string;
  readonly sheets: Readonly<
    Record<
      | "summary"
      | "verdicts"
      | "items"
      | "scales"
      | "comparison"
      | "pages"
      | "interviewers"
      | "arms"
      | "retest"
      | "notes"
      | "respondents"
      | "thresholds"
      | "method",
      string
    >
  >;
  readonly heads: Readonly<Record<Head, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly rules: Readonly<Record<VerdictRule, string>>;
  readonly note: string;
  readonly respondentRules: Readonly<Record<RespondentRule, string>>;
  readonly reasons: Readonly<Record<NoFigureReason, string>>;
  readonly notEstimable: string;
  readonly all: string;
  readonly sources: Readonly<Record<PilotSource, string>>;
  readonly thresholds: Readonly<Record<ThresholdName, string>>;
  readonly measures: Readonly<Record<"mean" | "share" | "nonresponse", string>>;
  readonly statistics: Readonly<Record<"icc" | "weighted-kappa" | "kappa", string>>;
  readonly yes: string;
  readonly limit: string;
  readonly comparedWith: (language: string) => string;
  /** Of a summary: heading of a line, then what it says. */
  readonly topics: Readonly<Record<Topic, string>>;
  /** Unit of time. */
  readonly minutes: string;
  readonly nothing: string;
  readonly notGiven: string;
  readonly flagged: (count: number, judged: number) => string;
  readonly expertItems: (items: number) => string;
  readonly invariance: Readonly<Record<"scalar" | "metric" | "configural", string>>;
  /** The page on method, by paragraph: topic and text. */
  readonly method: (facts: MethodFacts) => readonly (readonly [string, string])[];
  readonly number: (value: number, decimals: number) => string;
}

export interface MethodFacts {
  readonly seed: number;
  readonly leftOut: number;
  readonly digest: string;
  readonly software: string;
}

export type Topic =
  | "what"
  | "who"
  | "files"
  | "verdicts"
  | "change"
  | "scales"
  | "invariance"
  | "pages"
  | "burden"
  | "respondents"
  | "interviewers"
  | "experts"
  | "coders"
  | "arms"
  | "retest"
  | "how";

export type Head =
  | "topic"
  | "says"
  | "done"
  | "item"
  | "question"
  | "page"
  | "verdict"
  | "evidence"
  | "unexamined"
  | "language"
  | "eligible"
  | "nonresponse"
  | "dontKnow"
  | "refused"
  | "empty"
  | "largest"
  | "seconds"
  | "timeOfExpected"
  | "itemRest"
  | "problemRate"
  | "relevance"
  | "ratio"
  | "retest"
  | "rho"
  | "scale"
  | "items"
  | "respondents"
  | "alpha"
  | "ordinalAlpha"
  | "omega"
  | "kmo"
  | "bartlett"
  | "cfi"
  | "rmsea"
  | "srmr"
  | "floor"
  | "ceiling"
  | "reference"
  | "effect"
  | "pValue"
  | "reached"
  | "left"
  | "hazard"
  | "flag"
  | "mode"
  | "brokeOff"
  | "minutes"
  | "interviewer"
  | "interviews"
  | "similarity"
  | "usual"
  | "duplicates"
  | "measure"
  | "first"
  | "second"
  | "difference"
  | "interval"
  | "statistic"
  | "value"
  | "adjusted"
  | "respondent"
  | "probe"
  | "summary"
  | "code"
  | "secondCode"
  | "severity"
  | "fix"
  | "decision"
  | "response"
  | "other"
  | "threshold"
  | "n"
  | "default";

/** Whether a figure is a share that people read in percent. */
export function isShare(rule: Evidence["rule"]): boolean {
  return ["alike", "one-option", "nonresponse", "problems", "page-exits"].includes(rule);
}
