export type { Adjustment } from "./adjustment.ts";
export * from "./design.ts";
export * from "./make-design.ts";
export type { ReplicateDesign } from "./replicate-design.ts";
export type { Stage } from "./stage.ts";
