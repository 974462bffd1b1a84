import type { DeviceDatabase } from "./database.ts";
import { dropSetting, keepSetting, settingOf } from "./settings-store.ts";
import { type StorageState, stateOfFailure } from "./storage-state.ts";

/** Writes, reads, opens and deletes a trial value, as every answer will be. Only after consent, or on a paired tablet. */
export async function selfTest(database: DeviceDatabase): Promise<StorageState> {
  const value = crypto.randomUUID();
  try {
    await keepSetting(database, "self-test", value);
    const read = await settingOf(database, "self-test");
    await dropSetting(database, "self-test");
    return read === value ? { kind: "ok" } : { kind: "refused" };
  } catch (error) {
    return stateOfFailure(error);
  }
}
