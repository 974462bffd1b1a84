export { fromBase64Url, toBase64Url } from "./bytes.ts";
export { httpCollector } from "./collector.ts";
export { deliver, type FinalDecision } from "./delivery.ts";
export { enveloped } from "./envelope.ts";
export { finish } from "./finish.ts";
export { type Afterwards, type Collector, idOf, type Message, type Outbox, type Waiting } from "./ports.ts";
export { sealResponse } from "./seal-response.ts";
export { isProblemCode } from "./sync-decision.ts";
