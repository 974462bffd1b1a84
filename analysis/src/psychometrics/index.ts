export * from "./factor-analysis.ts";
export type { FactorFit } from "./factor-fit.ts";
export * from "./factor-items.ts";
export type { Factor, Identification, Invariance } from "./factor-model.ts";
export type { ParameterEstimate } from "./factor-parameters.ts";
export * from "./invariance.ts";
export * from "./not-estimable.ts";
export * from "./omega.ts";
