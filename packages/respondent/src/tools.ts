import type { Device } from "./device/index.ts";
import type { Collector } from "./outbox/index.ts";

/** What the application needs from the world; only main.tsx chooses. */
export interface Tools {
  readonly device: Device;
  readonly collector: Collector;
  readonly fetchNow: typeof fetch;
  readonly now: () => Date;
  readonly newId: () => string;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
}
