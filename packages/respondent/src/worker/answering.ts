import { cacheNames, documentKey, existing, filesNamedIn, standIns } from "./rules.ts";

const patienceMilliseconds = 3000;

/** From what is kept; else from the network, and then kept. For what never changes under its name. */
export async function keptFirst(request: Request, cacheName: string): Promise<Response> {
  const kept = await (await existing(cacheName))?.match(request.url);
  if (kept !== undefined) return kept;
  const fresh = await fetch(request);
  if (isWhole(fresh)) await putIfItFits(await existing(cacheName), request.url, fresh.clone());
  return fresh;
}

/** On a full device the answer of the server still reaches the page; what is said to be kept is looked for first. */
async function putIfItFits(cache: Cache | undefined, address: string, fresh: Response): Promise<void> {
  await cache?.put(address, fresh).catch(() => undefined);
}

/** Whether it lies here for the time without network. */
export async function isHere(address: string, cacheName: string): Promise<boolean> {
  return (await (await existing(cacheName))?.match(address)) !== undefined;
}

/** From the network; after three seconds, or without one, from what is kept. For what changes. */
export async function freshFirst(request: Request): Promise<Response> {
  const cache = await existing(cacheNames.data);
  const kept = await cache?.match(request.url);
  try {
    const fresh = await fetchSoon(request, kept !== undefined);
    if (isWhole(fresh) && isJson(fresh)) await putIfItFits(cache, request.url, fresh.clone());
    return fresh;
  } catch (error) {
    if (kept !== undefined) return kept;
    throw error;
  }
}

/**
 * A page from the network; after three seconds, or without one, as it is kept.
 *
 * @param later  does what need not be waited for: a page is kept together with all its files, or not at all
 */
export async function pageOf(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> {
  const key = documentKey(new URL(request.url));
  const kept = await keptPage(key);
  try {
    const fresh = await fetchSoon(request, kept !== undefined);
    if (isWhole(fresh)) later(keepPage(key, fresh.clone()).catch(() => undefined));
    return fresh;
  } catch (error) {
    if (kept !== undefined) return kept;
    throw error;
  }
}

async function keptPage(key: string): Promise<Response | undefined> {
  const cache = await existing(cacheNames.documents);
  const exact = await cache?.match(key);
  if (cache === undefined || exact !== undefined) return exact;
  const others = standIns(
    key,
    (await cache.keys()).map(({ url }) => url),
  );
  return others[0] === undefined ? undefined : cache.match(others[0]);
}

/** @returns whether it is one of our pages and is now kept with its files */
export async function keepPage(key: string, page: Response): Promise<boolean> {
  const pages = await existing(cacheNames.documents);
  const files = filesNamedIn(await page.clone().text());
  if (pages === undefined || files.length === 0) return false;
  await Promise.all(files.map(keepFile));
  await pages.put(key, page);
  return true;
}

export async function keepFile(address: string): Promise<void> {
  const request = new Request(address);
  await keptFirst(request, cacheNames.files);
  if (!(await isHere(request.url, cacheNames.files))) throw new TypeError(`${address} is not there`);
}

/** Without something to fall back on, a slow network is still better than none. */
async function fetchSoon(request: Request, hasFallback: boolean): Promise<Response> {
  const response = fetch(request);
  if (!hasFallback) return response;
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new DOMException("The network is slow.", "TimeoutError")), patienceMilliseconds);
  });
  const fresh = await Promise.race([response, tooLate]);
  if (fresh.status >= 500) throw new TypeError("The server cannot answer now.");
  return fresh;
}

/** Of our own server, complete, and not a page that a captive portal has put in its place. */
export function isWhole({ status, type, redirected }: Response): boolean {
  return status === 200 && type === "basic" && !redirected;
}

export function isJson({ headers }: Response): boolean {
  return headers.get("Content-Type")?.startsWith("application/json") ?? false;
}
