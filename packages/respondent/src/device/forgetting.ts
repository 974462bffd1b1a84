import { whenNobodyWrites } from "./alone.ts";
import type { DeviceDatabase } from "./database.ts";
import { dropParadata } from "./paradata-store.ts";

/** @param waiting  its name in the outbox, where it is there */
export async function forgetResponse(
  database: DeviceDatabase,
  responseId: string,
  waiting?: string,
): Promise<void> {
  if (!(await database.exists())) return;
  await database.write(["drafts", "outbox"], async (tx) => {
    await tx.objectStore("drafts").delete(responseId);
    if (waiting !== undefined) await tx.objectStore("outbox").delete(waiting);
  });
  await removeWhenEmpty(database);
}

export async function forgetParadata(database: DeviceDatabase, responseId: string): Promise<void> {
  if (!(await database.exists())) return;
  await dropParadata(database, responseId);
  await removeWhenEmpty(database);
}

export async function forgetWave(database: DeviceDatabase, wave: string): Promise<void> {
  if (!(await database.exists())) return;
  await database.write([...whatMatters], async (tx) => {
    await tx.objectStore("drafts of version 1").delete(wave);
    await tx.objectStore("outbox of version 1").delete(wave);
    const gone = new Set<string>();
    for (const name of ["drafts", "outbox"] as const) {
      const store = tx.objectStore(name);
      for (const key of await store.index("wave").getAllKeys(wave)) {
        gone.add(key.split("/")[0] ?? key);
        await store.delete(key);
      }
    }
    const paradata = tx.objectStore("paradata");
    for (const responseId of gone)
      for (const key of await paradata.index("response").getAllKeys(responseId)) await paradata.delete(key);
  });
  await removeWhenEmpty(database);
}

const whatMatters = [
  ...(["drafts", "outbox", "kept", "paradata", "settings"] as const),
  ...(["drafts of version 1", "outbox of version 1"] as const),
];

/** A key alone is worth nothing: it goes with the last thing it could open. */
async function removeWhenEmpty(database: DeviceDatabase): Promise<void> {
  await whenNobodyWrites(async () => {
    if (await isEmpty(database)) await database.remove();
  });
}

async function isEmpty(database: DeviceDatabase): Promise<boolean> {
  const rows = await database.read([...whatMatters], async (tx) =>
    Promise.all(whatMatters.map((name) => tx.objectStore(name).count())),
  );
  return rows.every((count) => count === 0);
}
