import { databaseName } from "../device/schema.ts";
import { cacheNames, existing, filesNamedIn } from "./rules.ts";

/**
 * Removes files and instruments of earlier versions. Does nothing while an interview is open on this device: it may have
 * begun on an earlier version, and is finished there.
 *
 * @param present  files of this version; of earlier ones only those stay that a kept page names
 */
export async function removeOutlivedFiles(present: readonly string[]): Promise<void> {
  if (await hasOpenDrafts()) return;
  const [files, data] = [await existing(cacheNames.files), await existing(cacheNames.data)];
  if (files === undefined || data === undefined) return;
  const needed = new Set([...present, ...filesNamedIn(await textOfPages())]);
  const addresses = (await data.keys()).map(({ url }) => url);
  const waves = await Promise.all(
    addresses
      .filter((url) => url.includes("/api/waves/"))
      .map(async (url) => (await data.match(url))?.text()),
  );
  for (const { url } of await files.keys()) if (!needed.has(new URL(url).pathname)) await files.delete(url);
  for (const url of addresses) {
    const [, digest] = /\/api\/instruments\/([0-9a-f]{64})/.exec(url) ?? [];
    if (digest !== undefined && !waves.some((wave) => wave?.includes(digest))) await data.delete(url);
  }
}

async function textOfPages(): Promise<string> {
  const cache = await existing(cacheNames.documents);
  if (cache === undefined) return "";
  const pages = await Promise.all((await cache.keys()).map(async (key) => (await cache.match(key))?.text()));
  return pages.join("\n");
}

/** Asked without opening anything that is not there, and in doubt "yes". */
async function hasOpenDrafts(): Promise<boolean> {
  const there = (await indexedDB.databases?.()) ?? [];
  if (!there.some(({ name }) => name === databaseName)) return false;
  return new Promise((resolve) => {
    const request = indexedDB.open(databaseName);
    request.onerror = () => resolve(true);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => database.close();
      const drafts = database.transaction("drafts").objectStore("drafts").count();
      drafts.onsuccess = () => {
        database.close();
        resolve(drafts.result > 0);
      };
      drafts.onerror = () => resolve(true);
    };
  });
}
