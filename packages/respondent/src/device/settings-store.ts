import type { DeviceDatabase } from "./database.ts";
import { knownDeviceKey, writeSealed } from "./device-key.ts";
import { openUnder, sealUnder } from "./seal.ts";

/** Keeps a setting of the device, such as its pairing, under the device key. */
export async function keepSetting(database: DeviceDatabase, name: string, value: unknown): Promise<void> {
  await writeSealed(
    database,
    ["settings"],
    (key) => sealUnder(key, value, `setting ${name}`),
    (tx, sealed) => tx.objectStore("settings").put(sealed, name),
  );
}

/** @returns the setting as it was kept, unchecked; undefined when there is none. Creates nothing. */
export async function settingOf(database: DeviceDatabase, name: string): Promise<unknown> {
  if (!(await database.exists())) return undefined;
  const key = await knownDeviceKey(database);
  const sealed = await database.read(["settings"], (tx) => tx.objectStore("settings").get(name));
  return key === undefined || sealed === undefined ? undefined : openUnder(key, sealed, `setting ${name}`);
}

export async function dropSetting(database: DeviceDatabase, name: string): Promise<void> {
  if (!(await database.exists())) return;
  await database.write(["settings"], (tx) => tx.objectStore("settings").delete(name));
}
