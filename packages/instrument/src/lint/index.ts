export { type Burden, burdenOf, type FormBurden, type RouteBurden } from "./burden/index.ts";
export { explain, type RuleExplanation, ruleExplanations } from "./explanation.ts";
export type { Finding, FindingLanguage, Severity, Told } from "./finding.ts";
export { lint, lintSubject } from "./lint.ts";
export type { Objection, Rule } from "./rule.ts";
export { type LintFiles, type Subject, subjectOf } from "./subject.ts";
