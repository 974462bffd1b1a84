import type { LightState } from "@tiltas/instrument/page";
import type { HandOver } from "./hand-over.ts";

/** The server has other files than this page names: a newer version of the application. */
export class OutOfDate extends Error {}

const fetched = new Map<string, Promise<Response>>();

/** Brings the files of the application and what it will ask, behind everything else. Nothing of it is run yet. */
export function fetchAhead({ application }: LightState): void {
  const { files, data, later } = application;
  const needed = [...files, ...data].map(fetchOnce);
  Promise.all(needed).then(
    () => later.forEach(fetchOnce),
    () => undefined,
  );
}

function fetchOnce(address: string): Promise<Response> {
  const known = fetched.get(address);
  if (known) return known;
  const response = fetch(address, { priority: "low", redirect: "error" } as RequestInit).then((answer) => {
    if (answer.status === 404) throw new OutOfDate(address);
    if (!answer.ok) throw new TypeError(address);
    return answer;
  });
  fetched.set(address, response);
  response.catch(() => fetched.delete(address));
  return response;
}

/** Runs the application with what the light page leaves to it. Rejects when a part could not be fetched, with OutOfDate when it is not there any more. */
export async function runApplication(
  { application: { files, styles, script, data } }: LightState,
  left: Omit<HandOver, "fetched">,
): Promise<void> {
  await Promise.all([...files, ...data].map(async (each) => (await fetchOnce(each)).clone().arrayBuffer()));
  dressed ??= Promise.all(styles.map(stylesheet)).catch((error: unknown) => {
    dressed = undefined;
    throw error;
  });
  await dressed;
  await import(/* @vite-ignore */ script);
  globalThis.tiltasApplication?.start(Object.assign(left, { fetched }));
}

let dressed: Promise<unknown> | undefined;

function stylesheet(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    link.onload = () => resolve();
    link.onerror = () => reject(new TypeError(href));
    document.head.append(link);
  });
}
