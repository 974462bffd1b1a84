import { proofHeader } from "@tiltas/contract/problems";
import type { Collector, Message } from "./ports.ts";
import type { Reply } from "./sync-decision.ts";

const patienceMilliseconds = 30_000;

/**
 * Sends over HTTP. A redirect is silence: our server never redirects here, captive portals do.
 *
 * @param deviceToken  of a paired tablet; undefined on everybody's own devices
 */
export function httpCollector(
  fetchNow: typeof fetch,
  deviceToken: () => string | undefined = () => undefined,
): Collector {
  return {
    async send(message: Message, proof?: string): Promise<Reply> {
      try {
        const response = await fetchNow("/api/responses", {
          method: "POST",
          headers: headersOf(deviceToken(), proof),
          body: JSON.stringify(message),
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

function headersOf(token: string | undefined, proof: string | undefined): Record<string, string> {
  return {
    "Content-Type": "application/json",
    Accept: "application/json",
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(proof === undefined ? {} : { [proofHeader]: proof }),
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
