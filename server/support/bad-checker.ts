import { parentPort } from "node:worker_threads";
import type { Request } from "../src/instruments/check-thread.ts";

/** A checking thread that does what the answers say: dies, hangs, or finds nothing. */
parentPort?.on("message", (requests: readonly Request[]) => {
  const asked = requests.flatMap((request) =>
    "answers" in request ? [{ id: request.id, answers: JSON.parse(request.answers) }] : [],
  );
  if (asked.some(({ answers }) => answers.do === "die")) process.exit(1);
  if (asked.some(({ answers }) => answers.do === "hang")) return;
  parentPort?.postMessage(asked.map(({ id }) => ({ id, check: { findings: [], removed: [] } })));
});
