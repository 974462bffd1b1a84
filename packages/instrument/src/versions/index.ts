export * from "../digest/index.ts";
export type * from "./change.ts";
export type { ComparedDefinition } from "./compared.ts";
export {
  type DamageContext,
  type DamageLine,
  type DamageReport,
  damage,
  type StoredResponses,
} from "./damage/damage.ts";
export { type IndicatorReference, indicatorReferences } from "./damage/references.ts";
export { difference } from "./difference/difference.ts";
export { itemOf } from "./difference/parts.ts";
export { type Judged, weigh } from "./judgement/answers.ts";
export { type Reason, reasons } from "./judgement/reasons.ts";
export { type Standing, standingOf } from "./judgement/standing.ts";
export { type Bump, judge, type Verdict } from "./judgement/verdict.ts";
export { compareVersions, type RequiredVersion, requiredVersion } from "./judgement/version-number.ts";
export { applyMapping, type LostAnswer, type MappedAnswers } from "./mapping/apply.ts";
export { checkMapping } from "./mapping/check.ts";
export type { MappingFinding } from "./mapping/finding.ts";
export { Mapping, MappingEntry, MappingIndex, renamesIn } from "./mapping/mapping.ts";
export { proposeMapping } from "./mapping/propose.ts";
export { type TrendPoint, trendOf, type VersionStep } from "./mapping/trend.ts";
export { describe } from "./words/describe.ts";
export type { Said, WordLanguage } from "./words/said.ts";
