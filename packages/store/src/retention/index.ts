export type { Certificate } from "./certificate.ts";
export { clockObjection, noteClock } from "./clock.ts";
export type { Due } from "./due.ts";
export { type DueNow, listDue, RetentionError, removeDue } from "./retention.ts";
export { type RetentionClass, retentionClasses } from "./terms.ts";
