import type { DeviceDatabase } from "./database.ts";
import type { Stores, Transaction } from "./schema.ts";

const keyName = "device";

/** The key if this device has one already; looking makes none. */
export function knownDeviceKey(database: DeviceDatabase): Promise<CryptoKey | undefined> {
  return database.read(["keys"], (tx) => tx.objectStore("keys").get(keyName));
}

/**
 * Seals something under the device's key and writes it in one transaction with the key: no row outlives its key, and
 * the first one costs one write. The browser keeps the key and never gives its bytes out. It is made at the first
 * write, so never before consent; two tabs that begin at once end with the same one.
 *
 * @param seal  may be called again, with the key of the tab that was quicker
 */
export async function writeSealed<T>(
  database: DeviceDatabase,
  stores: readonly Stores[],
  seal: (key: CryptoKey) => Promise<T>,
  put: (tx: Transaction<"readwrite">, sealed: T) => Promise<unknown>,
): Promise<void> {
  const known = await knownDeviceKey(database);
  const key = known ?? (await newKey());
  const sealed = await seal(key);
  const quicker = await database.write(["keys", ...stores], async (tx) => {
    const there = await tx.objectStore("keys").get(keyName);
    if (known === undefined && there !== undefined) return there;
    if (there === undefined) await tx.objectStore("keys").put(key, keyName);
    await put(tx, sealed);
    return undefined;
  });
  if (quicker !== undefined) await writeSealed(database, stores, seal, put);
}

function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
