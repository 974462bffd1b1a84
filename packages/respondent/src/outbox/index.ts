export { httpCollector } from "./collector.ts";
export { type DeliveryTools, deliver, type FinalDecision } from "./delivery.ts";
export { type Finished, seal } from "./envelope.ts";
export type { Collector, Outbox, Waiting } from "./ports.ts";
export { isProblemCode } from "./sync-decision.ts";
