import type { DatabaseEvent, DeviceDatabase } from "./database.ts";
import { type Inventory, inventory } from "./inventory.ts";
import { type StorageState, stateOfFailure, wavesInOtherTabs } from "./storage-state.ts";

/** Notices what happens to the storage, and says it. */
export interface StorageWatch extends Inventory {
  /** Does work that writes; a failure is said before it is thrown on. */
  writing<T>(work: () => Promise<T>): Promise<T>;
  onDatabaseEvent(event: DatabaseEvent): void;
  say(state: StorageState): void;
}

const lookEveryMilliseconds = 2500;

/**
 * @param database  asked for when it is needed, as it says its events here
 * @param onState   absent where nobody listens: then nothing is looked after either
 */
export function storageWatch(
  database: () => DeviceDatabase,
  onState: ((state: StorageState) => void) | undefined,
): StorageWatch {
  let stock: Inventory | undefined;
  let said: StorageState["kind"] = "ok";
  const known = () => {
    stock ??= inventory(database());
    return stock;
  };
  const say = (state: StorageState) => {
    said = state.kind;
    onState?.(state);
  };
  async function look(): Promise<void> {
    const loss = await known().check();
    if (loss !== undefined) say({ kind: "lost", ...loss });
  }
  if (onState !== undefined) {
    const timer: unknown = setInterval(() => void look().catch(() => undefined), lookEveryMilliseconds);
    (timer as { unref?: () => void }).unref?.();
  }
  return {
    expect: (...row) => known().expect(...row),
    release: (id) => known().release(id),
    check: () => known().check(),
    say,
    async writing(work) {
      try {
        const result = await work();
        if (said === "full" || said === "refused") say({ kind: "ok" });
        return result;
      } catch (error) {
        say(stateOfFailure(error));
        throw error;
      }
    },
    onDatabaseEvent(event) {
      if (event === "blocked") void wavesInOtherTabs().then((waves) => say({ kind: "blocked", waves }));
      else if (event === "unblocked") say({ kind: "ok" });
      else if (event === "newer") say({ kind: "newer" });
      else void look().catch(() => undefined);
    },
  };
}
