export { httpCollector } from "./collector.ts";
export { deliver, type FinalDecision } from "./delivery.ts";
export { seal } from "./envelope.ts";
export type { Collector, Outbox, Waiting } from "./ports.ts";
export { isProblemCode } from "./sync-decision.ts";
