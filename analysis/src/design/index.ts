export type { Adjustment } from "./adjustment.ts";
export { degreesOfFreedomOf } from "./degrees-of-freedom.ts";
export * from "./design.ts";
export { DesignError } from "./design-error.ts";
export * from "./make-design.ts";
export type { ReplicateDesign } from "./replicate-design.ts";
export type { JointSelection } from "./selection.ts";
export type { Stage } from "./stage.ts";
