import type { ResponseUpload } from "@tiltas/contract/responses";
import type { Collector } from "./ports.ts";
import type { Reply } from "./sync-decision.ts";

const patienceMilliseconds = 30_000;

/** Sends over HTTP. A redirect is silence: our server never redirects here, captive portals do. */
export function httpCollector(fetchNow: typeof fetch): Collector {
  return {
    async send(upload: ResponseUpload): Promise<Reply> {
      try {
        const response = await fetchNow("/api/responses", {
          method: "POST",
          headers: { "Content-Type": "application/json", Accept: "application/json" },
          body: JSON.stringify(upload),
          redirect: "error",
          cache: "no-store",
          signal: AbortSignal.timeout(patienceMilliseconds),
        });
        return {
          kind: "reply",
          status: response.status,
          body: await jsonOf(response),
          ...retryAfter(response),
        };
      } catch {
        return { kind: "silence" };
      }
    },
  };
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function retryAfter(response: Response): { retryAfterSeconds?: number } {
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterSeconds: seconds } : {};
}
