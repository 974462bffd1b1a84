import { fileURLToPath } from "node:url";
import type { Around } from "./http-process.ts";

/** Protections of a server that `careless.ts` can take away. */
export type Protection = "database" | "ledger" | "ear" | "restart" | "patience" | "room" | "limits";

const careless = fileURLToPath(new URL("careless.ts", import.meta.url));

/** How to start a server without some of its protections, for the controls. */
export function without(...protections: readonly Protection[]): Pick<Around, "node" | "environment"> {
  return { node: ["--import", careless], environment: { TILTAS_CARELESS: protections.join() } };
}
