import type { Device } from "./device/index.ts";
import type { Mover } from "./moving/index.ts";
import type { Collector } from "./outbox/index.ts";
import type { StorageNews } from "./storage-news.ts";

/** What the application needs from the world; only main.tsx chooses. */
export interface Tools {
  readonly device: Device;
  /** For a device that is not the person's own: drafts in memory, nothing after delivery. */
  readonly borrowed: () => Device;
  /** Answers, keys, the cached application: all of it. @returns whether nothing is left */
  readonly removeEverything: () => Promise<boolean>;
  /** What happens to the device's storage. */
  readonly storage: StorageNews;
  readonly collector: Collector;
  readonly mover: Mover;
  readonly fetchNow: typeof fetch;
  readonly now: () => Date;
  readonly newId: () => string;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
}
