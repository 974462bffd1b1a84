// fork(report-server.ts, [FOLDER]): a server on a data folder that computes a report of its wave when it is told to.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { createComputing } from "../../server/src/computing/pool.ts";
import { serve } from "../../server/src/serve.ts";
import { readSettings } from "../../server/src/settings/settings.ts";

/** What the serving process felt of a report: seconds; milliseconds by which its event loop came late. */
export interface ServedReport {
  readonly elapsed: number;
  readonly delay: { readonly p99: number; readonly most: number };
  /** Why there is no report. */
  readonly failure: string | null;
}

/** MiB of JavaScript heap that the thread may use which computes. */
const memory = 512;

const [folder = ""] = process.argv.slice(2);
const served = await serve({
  settings: readSettings(["--port", "0", "--data", folder], {}),
  instrumentsFolder: fileURLToPath(new URL("../../instruments", import.meta.url)),
  built: undefined,
  clock: () => new Date(),
  logLevel: "info",
  say: () => undefined,
  freePerMinute: Number.POSITIVE_INFINITY,
});
const computing = createComputing({ memory });
process.once("disconnect", () => process.exit());
process.on("message", async () => process.send?.(await reported()));
process.send?.({ origin: served.origin });

async function reported(): Promise<ServedReport> {
  const candidate = mkdtempSync(join(folder, "bench-"));
  const delay = monitorEventLoopDelay({ resolution: 10 });
  const began = performance.now();
  delay.enable();
  const outcome = await computing.compute({
    ...{ kind: "prepare-release", place: { folder }, wave: "demo", folder: candidate, software: "bench" },
    analysisFolder: fileURLToPath(new URL("../../analysis/plan", import.meta.url)),
  });
  delay.disable();
  rmSync(candidate, { recursive: true });
  return {
    elapsed: (performance.now() - began) / 1000,
    delay: { p99: delay.percentile(99) / 1e6, most: delay.max / 1e6 },
    failure: outcome.state === "failed" ? outcome.failure : null,
  };
}
