import { deleteDB } from "idb";
import { releaseEverywhere } from "./inventory.ts";
import { databaseName } from "./schema.ts";
import { isSpareThere, removeSpare } from "./spare.ts";

/** What is still on the device after it was asked to forget; empty when nothing is. */
export type Remaining = readonly ("database" | "files" | "worker")[];

/**
 * Removes everything of this application from the browser: answers, keys, the application's own files and what serves
 * them without network. Looks afterwards, and says what is still there.
 */
export async function removeEverything(): Promise<Remaining> {
  releaseEverywhere();
  await settled(tellWorker());
  await settled(removeSpare());
  await settled(deleteDB(databaseName));
  for (const name of await cacheNames()) await settled(caches.delete(name));
  for (const registration of await registrations()) await settled(registration.unregister());
  return remaining();
}

/** The worker stops keeping, and says when it has. */
function tellWorker(): Promise<unknown> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return Promise.resolve();
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ kind: "forget" }, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = resolve;
  });
}

async function remaining(): Promise<Remaining> {
  const databases = (await globalThis.indexedDB?.databases?.()) ?? [];
  const isKept = databases.some(({ name }) => name === databaseName) || (await isSpareThere());
  return [
    ...(isKept ? (["database"] as const) : []),
    ...((await cacheNames()).length > 0 ? (["files"] as const) : []),
    ...((await registrations()).length > 0 ? (["worker"] as const) : []),
  ];
}

async function cacheNames(): Promise<readonly string[]> {
  if (!("caches" in globalThis)) return [];
  return (await caches.keys()).filter((name) => name.startsWith("tiltas"));
}

async function registrations(): Promise<readonly ServiceWorkerRegistration[]> {
  return (await navigator.serviceWorker?.getRegistrations()) ?? [];
}

/** Another tab may hold a part of it for a while: nobody waits longer than three seconds. */
async function settled(work: Promise<unknown>): Promise<void> {
  await Promise.race([work.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 3000))]);
}
