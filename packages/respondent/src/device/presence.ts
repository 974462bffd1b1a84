import type { DeviceDatabase } from "./database.ts";

/** Whether anything waits here to be sent, of whichever wave. Creates nothing. */
export async function isAnythingWaiting(database: DeviceDatabase): Promise<boolean> {
  if (!(await database.exists())) return false;
  const counts = await database.read(["outbox", "outbox of version 1"], (tx) =>
    Promise.all([tx.objectStore("outbox").count(), tx.objectStore("outbox of version 1").count()]),
  );
  return counts.some((count) => count > 0);
}

/**
 * Whether this device holds anything of the wave: an open draft, a response that waits, or rows of an earlier version
 * of the application. Creates nothing. Light, so that the first page can ask before it shows itself.
 */
export async function isKnownHere(database: DeviceDatabase, wave: string): Promise<boolean> {
  if (!(await database.exists())) return false;
  const counts = await database.read(
    ["drafts", "outbox", "drafts of version 1", "outbox of version 1"],
    (tx) =>
      Promise.all([
        tx.objectStore("drafts").index("wave").count(wave),
        tx.objectStore("outbox").index("wave").count(wave),
        tx.objectStore("drafts of version 1").count(wave),
        tx.objectStore("outbox of version 1").count(wave),
      ]),
  );
  return counts.some((count) => count > 0);
}
