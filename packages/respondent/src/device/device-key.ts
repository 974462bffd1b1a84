import type { DeviceDatabase } from "./database.ts";
import type { Transaction } from "./schema.ts";

const keyName = "device";

/**
 * The key under which open drafts and settings lie on this device. The browser keeps it and never gives its bytes out.
 * Made at the first write, so never before consent; two tabs that begin at once end with the same one.
 */
export async function deviceKey(database: DeviceDatabase): Promise<CryptoKey> {
  const known = await knownDeviceKey(database);
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  return database.write(["keys"], async (tx) => {
    const keys = tx.objectStore("keys");
    const other = await keys.get(keyName);
    if (other !== undefined) return other;
    await keys.put(made, keyName);
    return made;
  });
}

/** The key if this device has one already; looking makes none. */
export function knownDeviceKey(database: DeviceDatabase): Promise<CryptoKey | undefined> {
  return database.read(["keys"], (tx) => tx.objectStore("keys").get(keyName));
}

/** With every sealed row, in its transaction: a row whose key the browser has cleared meanwhile could never be opened. */
export async function keepKey(tx: Transaction<"readwrite">, key: CryptoKey): Promise<void> {
  const keys = tx.objectStore("keys");
  if ((await keys.getKey(keyName)) === undefined) await keys.put(key, keyName);
}
