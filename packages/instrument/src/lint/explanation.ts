import type { FindingLanguage, Severity } from "./finding.ts";
import { rules } from "./rules/index.ts";
import { surveyjsRules } from "./surveyjs/index.ts";

/** What a rule is for, to be read by people. */
export interface RuleExplanation {
  readonly rule: string;
  /** Of survey-core's linter, unless its own severity is kept. */
  readonly severity?: Severity;
  readonly reason: string;
  /** Rules of survey-core's linter: what to do in general; ours say it with each finding. */
  readonly advice?: string;
}

/** Every rule there is, ours first. */
export function ruleExplanations(language: FindingLanguage): RuleExplanation[] {
  return [
    ...rules.map(({ id, severity, reason }) => ({ rule: id, severity, reason: reason[language] })),
    ...[...surveyjsRules].map(([id, { reason, advice, severity }]) => ({
      rule: id,
      ...(severity === undefined ? {} : { severity }),
      reason: reason[language],
      advice: advice[language],
    })),
  ];
}

/** The explanation of one rule by its id; undefined where there is none. */
export function explain(rule: string, language: FindingLanguage): RuleExplanation | undefined {
  return ruleExplanations(language).find((one) => one.rule === rule);
}
