/** Names of the caches. All begin with "tiltas", by which they are found when everything is to go. */
export const cacheNames = {
  /** Application files, by names that hold a hash of their content: never changed, shared by all versions. */
  files: "tiltas files",
  /** Pages `/w/:wave`, one a wave, language and mode. */
  documents: "tiltas pages",
  /** Waves, and instruments by digest. */
  data: "tiltas data",
} as const;

/**
 * A cache that is there. Only a page that asks to keep something, after consent, makes them: once everything was
 * removed nothing makes them anew, also not a worker that the browser has started again since.
 */
export async function existing(name: string): Promise<Cache | undefined> {
  return (await caches.has(name)) ? caches.open(name) : undefined;
}

export async function makeCaches(): Promise<void> {
  for (const name of Object.values(cacheNames)) await caches.open(name);
}

/** What a request is for, and so how it is answered: waves, and reasons beside a version, may have changed since; versions and recordings never. */
export type Kind = "document" | "file" | "wave" | "instrument" | "other";

export function kindOf(address: URL, isNavigation: boolean): Kind {
  const { pathname } = address;
  if (isNavigation) return /^\/(?:w\/[^/]+|tablet)\/?$/.test(pathname) ? "document" : "other";
  if (/^\/respondent\/assets\/[\w.-]+$/.test(pathname)) return "file";
  if (/^\/api\/waves\/[^/]+$/.test(pathname)) return "wave";
  if (/^\/api\/instruments\/[0-9a-f]{64}\/conduct$/.test(pathname)) return "wave";
  if (/^\/api\/instruments\/[0-9a-f]{64}(?:\/[a-z]+)?$/.test(pathname)) return "instrument";
  if (/^\/api\/recordings\/[0-9a-f]{64}\.(?:mp3|m4a)$/.test(pathname)) return "instrument";
  return "other";
}

/**
 * Under which address a page is kept. Of the link only wave, language and mode count: where somebody found it is not
 * kept, and never a code.
 */
export function documentKey(address: URL): string {
  const kept = new URL(address.pathname.replace(/\/$/, ""), address.origin);
  for (const name of ["lang", "mode"]) {
    const value = address.searchParams.get(name);
    if (value !== null && /^[a-zA-Z-]{1,20}$/.test(value)) kept.searchParams.set(name, value);
  }
  return kept.href;
}

/** Kept pages that can stand in for one that is not kept, the best first: same wave, same mode, any language. */
export function standIns(wanted: string, kept: readonly string[]): string[] {
  const { pathname, searchParams } = new URL(wanted);
  const mode = searchParams.get("mode");
  return kept
    .map((href) => new URL(href))
    .filter((address) => address.pathname === pathname)
    .sort((a, b) => Number(b.searchParams.get("mode") === mode) - Number(a.searchParams.get("mode") === mode))
    .map(({ href }) => href);
}

/** Application files that a page or a stylesheet names. A page that names none is not ours, whoever sent it. */
export function filesNamedIn(text: string): string[] {
  return [...new Set(text.match(/\/respondent\/assets\/[\w.-]+\.(?:js|css|woff2|svg|png)/g) ?? [])];
}
