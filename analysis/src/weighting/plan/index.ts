export type { Alternative } from "./alternatives.ts";
export { designColumns } from "./design-columns.ts";
export { type Outside, outsideOf } from "./outside.ts";
export type { Refusal } from "./required-strata.ts";
export * from "./weigh-wave.ts";
export { type SampleKind, type SampleWords, sampleKinds, WeightingPlan } from "./weighting-plan.ts";
export type { WeightingSheet } from "./weighting-sheet.ts";
