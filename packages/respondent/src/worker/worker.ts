import { freshFirst, isHere, isWhole, keepFile, keepPage, keptFirst, pageOf } from "./answering.ts";
import type { WorkerAnswer, WorkerRequest } from "./messages.ts";
import { removeOutlivedFiles } from "./pruning.ts";
import { cacheNames, documentKey, kindOf, makeCaches } from "./rules.ts";
import type { WorkerScope } from "./scope.ts";

/** All files of the application; put in by the build. */
declare const applicationFiles: readonly string[];

const scope = self as unknown as WorkerScope;
let isForgetting = false;

/**
 * A new version of this file waits until every page of the old one is closed: nothing changes under an open interview.
 * Only the first one goes to work at once, so that the second visit needs no network.
 */
scope.addEventListener("activate", (event) => {
  event.waitUntil(
    scope.clients
      .claim()
      .then(() => removeOutlivedFiles(applicationFiles))
      .catch(() => undefined),
  );
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (isForgetting || request.method !== "GET" || address.origin !== scope.location.origin) return;
  const later = (work: Promise<unknown>) => event.waitUntil(work);
  switch (kindOf(address, request.mode === "navigate")) {
    case "document":
      return event.respondWith(pageOf(request, later));
    case "file":
      return event.respondWith(keptFirst(request, cacheNames.files));
    case "instrument":
      return event.respondWith(keptFirst(request, cacheNames.data));
    case "wave":
      return event.respondWith(freshFirst(request));
    case "other":
      return;
  }
});

scope.addEventListener("message", (event) => {
  const request = event.data as WorkerRequest;
  const answer = request.kind === "forget" ? forget() : keepAll(request);
  event.waitUntil(answer.then((said) => event.ports[0]?.postMessage(said)));
});

let keeping: Promise<WorkerAnswer> = Promise.resolve({ missing: [] });

/** Answers when nothing more is being kept. */
function forget(): Promise<WorkerAnswer> {
  isForgetting = true;
  return keeping;
}

function keepAll({ addresses, everything }: Extract<WorkerRequest, { kind: "keep" }>): Promise<WorkerAnswer> {
  keeping = keeping.then(() => keepEach([...addresses, ...(everything ? applicationFiles : [])]));
  return keeping;
}

async function keepEach(addresses: readonly string[]): Promise<WorkerAnswer> {
  const missing: string[] = [];
  if (!isForgetting) await makeCaches();
  for (const address of addresses)
    if (isForgetting || !(await isKept(address).catch(() => false))) missing.push(address);
  return { missing };
}

async function isKept(written: string): Promise<boolean> {
  const address = new URL(written, scope.location.origin);
  const kind = kindOf(address, false);
  if (kind === "file") return keepFile(address.href).then(() => true);
  if (kind === "instrument" || kind === "wave") {
    const { ok } = await (kind === "wave"
      ? freshFirst(new Request(address))
      : keptFirst(new Request(address), cacheNames.data));
    return ok && isHere(address.href, cacheNames.data);
  }
  const isNew = await isKeptAnew(address).catch(() => false);
  return isNew || isHere(documentKey(address), cacheNames.documents);
}

/** Without network the page that was kept before, with its files, is as good. */
async function isKeptAnew(address: URL): Promise<boolean> {
  const page = await fetch(address, { redirect: "error", headers: { Accept: "text/html" } });
  return isWhole(page) && keepPage(documentKey(address), page);
}
