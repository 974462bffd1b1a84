import { type ChildProcess, fork } from "node:child_process";
import { openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openSealingKeys } from "../../server/src/responses/keys.ts";
import { sealResponse } from "../../server/support/seal.ts";
import { post, postSteadily } from "./intake-client.ts";
import type { ServedReport } from "./report-server.ts";
import { simulatedUploads } from "./simulated-uploads.ts";

/** R32: responses a second that come while a report is computed, and how many there are at most. */
const [pace, uploads, warming] = [50, 4_000, 500];

export interface WhileServing extends ServedReport {
  /** Milliseconds. */
  readonly intake: { readonly p99: number; readonly most: number; readonly responses: number };
}

/** A server on this folder computes a report while sealed responses come at a steady pace over loopback. */
export async function reportWhileServing(folder: string): Promise<WhileServing> {
  rmSync(join(folder, "datasets"), { recursive: true, force: true });
  const key = await (await openSealingKeys(join(folder, "keys"))).of("demonstration");
  const bodies = simulatedUploads(uploads).map((upload) => JSON.stringify(sealResponse(upload, key)));
  const log = openSync(join(folder, "log.txt"), "a");
  const script = fileURLToPath(new URL("report-server.ts", import.meta.url));
  const child = fork(script, [folder], { stdio: ["ignore", "inherit", log, "ipc"] });
  try {
    const { origin } = await told<{ origin: string }>(child, folder);
    await post(origin, bodies.splice(0, warming), 10);
    child.send("report");
    const reported = told<ServedReport>(child, folder);
    const { latencies } = await postSteadily(origin, bodies, pace, reported);
    const { failure, ...report } = await reported;
    if (failure !== null) throw new Error(`The server made no report: ${failure}`);
    const sorted = latencies.toSorted();
    const p99 = sorted[Math.floor(0.99 * sorted.length)] ?? Number.NaN;
    return {
      ...{ ...report, failure },
      intake: { p99, most: sorted.at(-1) ?? Number.NaN, responses: sorted.length },
    };
  } finally {
    child.kill("SIGKILL");
  }
}

function told<Message>(server: ChildProcess, folder: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    server.once("message", (message) => resolve(message as Message));
    server.once("exit", () =>
      reject(
        new Error(
          `The server ended by itself: ${readFileSync(join(folder, "log.txt"), "utf8").slice(-2_000)}`,
        ),
      ),
    );
  });
}
