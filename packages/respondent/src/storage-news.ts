import type { StorageState } from "./device/index.ts";

/** The newest word on the device's storage, and whoever wants to hear it. */
export interface StorageNews {
  say(state: StorageState): void;
  newest(): StorageState;
  /** @returns how to stop listening */
  listen(changed: () => void): () => void;
}

export function storageNews(): StorageNews {
  let newest: StorageState = { kind: "ok" };
  const listeners = new Set<() => void>();
  return {
    newest: () => newest,
    say(state) {
      newest = state;
      for (const changed of listeners) changed();
    },
    listen(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
