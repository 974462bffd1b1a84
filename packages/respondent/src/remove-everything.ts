import { deviceDatabase } from "./device/index.ts";

/** Takes away all that this origin has put on the device: answers and keys, the cached application, its worker. */
export async function removeEverything(): Promise<boolean> {
  await deviceDatabase().remove();
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  for (const registration of registrations) await registration.unregister();
  return isNothingLeft();
}

async function isNothingLeft(): Promise<boolean> {
  const databases = (await indexedDB.databases?.()) ?? [];
  const cached = (await globalThis.caches?.keys()) ?? [];
  return databases.length === 0 && cached.length === 0;
}
