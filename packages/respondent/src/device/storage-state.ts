/** What can truthfully be said about keeping things on this device. */
export type StorageState =
  | { readonly kind: "ok" }
  /** The browser keeps nothing here, as in some private windows. */
  | { readonly kind: "refused" }
  /** A paired tablet whose browser may clear the storage when space is short. */
  | { readonly kind: "not-persisted" }
  /** There is no space left: what was last answered is not on disk. */
  | { readonly kind: "full" }
  /** The browser cleared the storage while this page was open. What this page still knew was written again. */
  | {
      readonly kind: "lost";
      /** Gone for good: open interviews, and finished ones that had not been delivered. */
      readonly drafts: number;
      readonly waiting: number;
      readonly restored: number;
    }
  /** Another tab of ours with an earlier version must be closed before anything can be kept. `waves`: what it shows. */
  | { readonly kind: "blocked"; readonly waves: readonly string[] }
  /** A newer version of the application has been here: this page must be loaded again. */
  | { readonly kind: "newer" };

/** @returns what a failed write means, "refused" where the browser does not say more */
export function stateOfFailure(error: unknown): StorageState {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return { kind: "full" };
  if (name === "VersionError") return { kind: "newer" };
  return { kind: "refused" };
}

/** Waves that are open in other tabs, by the locks these hold; empty where the browser does not tell. */
export async function wavesInOtherTabs(): Promise<string[]> {
  const { held = [] } = (await globalThis.navigator?.locks?.query?.()) ?? {};
  const waves = held.map(({ name = "" }) => /^tiltas wave (.+)$/.exec(name)?.[1]);
  return [...new Set(waves.filter((wave) => wave !== undefined))];
}

/** Asks the browser never to clear this device's storage by itself. @returns whether it agreed */
export async function askToPersist(): Promise<boolean> {
  const storage = globalThis.navigator?.storage;
  if (storage?.persist === undefined) return false;
  return (await storage.persisted()) || (await storage.persist());
}

/** Space that is left for this application, as far as the browser says; null where it does not. */
export async function freeMegabytes(): Promise<number | null> {
  const { quota, usage } = (await globalThis.navigator?.storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined ? null : Math.max(0, Math.floor((quota - usage) / 1e6));
}
