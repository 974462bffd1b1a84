import type { WorkerAnswer, WorkerRequest } from "./messages.ts";
import { cacheNames, documentKey, existing } from "./rules.ts";

const script = "/respondent/worker.js";
const patienceMilliseconds = 120_000;

/** What is to be there without network. */
export interface Wanted {
  /** Links of a wave, one a language and mode: `/w/autumn?lang=uk&mode=interviewer`. */
  readonly pages: readonly string[];
  /** `/api/waves/autumn`, and of instruments `/api/instruments/<digest>` with what belongs to it. */
  readonly data: readonly string[];
  /** On a tablet: every language and font too. On a personal device what was needed once is enough. */
  readonly everything?: boolean;
}

/**
 * Keeps pages, the application and what it asks for on this device, so that the next visit needs no network. Called
 * after consent, or on a paired tablet: an open link alone leaves nothing.
 *
 * @returns what could not be kept; undefined where the browser has no service workers
 */
export async function keepForOffline(wanted: Wanted): Promise<readonly string[] | undefined> {
  const worker = await startedWorker();
  if (worker === undefined) return undefined;
  const addresses = [...wanted.pages, ...wanted.data, ...filesInUse()];
  return ask(worker, { kind: "keep", addresses, everything: wanted.everything ?? false });
}

/** Consent was given on a device of the person's own: this page, its wave and its questions open without network from now on. */
export async function keepInterviewForOffline(
  wave: string,
  instrument: string,
  recordings: readonly string[],
): Promise<void> {
  const data = dataOf(wave, instrument);
  await keepForOffline({ pages: [window.location.href], data: [...data, ...recordings] });
}

/** What the application asks the server for before it can ask anybody anything. */
export function dataOf(wave: string, instrument: string): string[] {
  const questions = `/api/instruments/${instrument}`;
  return [
    `/api/waves/${encodeURIComponent(wave)}`,
    questions,
    `${questions}/drawing`,
    `${questions}/conduct`,
  ];
}

/** Which of the pages would open without network now. */
export async function openableOffline(pages: readonly string[]): Promise<string[]> {
  const cache = "caches" in globalThis ? await existing(cacheNames.documents) : undefined;
  if (cache === undefined) return [];
  const kept = await Promise.all(
    pages.map((page) => cache.match(documentKey(new URL(page, window.location.origin)))),
  );
  return pages.filter((_, at) => kept[at] !== undefined);
}

async function startedWorker(): Promise<ServiceWorker | undefined> {
  if (!("serviceWorker" in navigator)) return undefined;
  try {
    const registration = await navigator.serviceWorker.register(script, {
      scope: "/",
      updateViaCache: "none",
    });
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    if (worker === null) return undefined;
    if (worker.state !== "activated") await activated(worker);
    return worker;
  } catch {
    return undefined;
  }
}

function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => worker.state === "activated" && resolve();
    worker.addEventListener("statechange", look);
    look();
  });
}

function ask(worker: ServiceWorker, request: WorkerRequest): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const all = request.kind === "keep" ? request.addresses : [];
    const timer = setTimeout(() => resolve(all), patienceMilliseconds);
    port1.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      clearTimeout(timer);
      resolve(data.missing);
    };
    worker.postMessage(request, [port2]);
  });
}

/** Files that this page has loaded, fonts and languages among them. */
function filesInUse(): string[] {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  return [
    ...new Set(
      loaded.map(({ pathname }) => pathname).filter((path) => path.startsWith("/respondent/assets/")),
    ),
  ];
}
