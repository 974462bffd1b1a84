import type { Reach } from "../door/origin.ts";
import type { Settings } from "./settings.ts";

/** Where people reach the server; `listening` completes it once the port is known. */
export interface OpenedReach extends Reach {
  listening(port: number): void;
}

export function reachOf(settings: Pick<Settings, "host" | "port" | "publicOrigin" | "tls">): OpenedReach {
  const scheme = settings.tls ? "https" : "http";
  let port = settings.port;
  const own = () => `${scheme}://localhost:${port}`;
  return {
    https: settings.publicOrigin !== undefined || settings.tls !== undefined,
    get origin() {
      return settings.publicOrigin ?? own();
    },
    accepts(origin) {
      if (settings.publicOrigin !== undefined) return origin === settings.publicOrigin;
      return ["localhost", "127.0.0.1", "[::1]"].some((name) => origin === `${scheme}://${name}:${port}`);
    },
    listening(actual) {
      port = actual;
    },
  };
}
