import type { Page } from "playwright-core";

/** What lies in the stores of a device, as a thief with the browser open could read it. */
export interface Kept {
  /** Rows by store of the device's database. */
  readonly rows: Readonly<Record<string, number>>;
  /** Every row, key, cached page and stored word as one text; bytes as Latin letters. */
  readonly text: string;
}

export function everythingKept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const shown = (_: string, value: unknown) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder("latin1").decode(value)
        : value;
    const text: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    const rows: Record<string, number> = {};
    const database = await new Promise<IDBDatabase | undefined>((resolve, reject) => {
      const opening = indexedDB.open("tiltas");
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () =>
        opening.error?.name === "AbortError" ? resolve(undefined) : reject(opening.error);
    });
    for (const name of database?.objectStoreNames ?? []) {
      const all = await new Promise<unknown[]>((resolve, reject) => {
        const reading = database?.transaction(name).objectStore(name).getAll();
        if (!reading) return resolve([]);
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
      rows[name] = all.length;
      text.push(JSON.stringify(all, shown));
    }
    database?.close();
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        if (/\/(w|api|tablet)\b/.test(request.url))
          text.push(request.url, (await (await cache.match(request))?.text()) ?? "");
    }
    return { rows, text: text.join("\n") };
  });
}
