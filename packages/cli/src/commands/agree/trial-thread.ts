import { parentPort } from "node:worker_threads";
import { agreeOn } from "@tiltas/instrument/agreement";
import type { ThreadMessage, Trial } from "./threads.ts";

/** One thread: takes a questionnaire at a time, says how far it is, and at the end what it came to. */
parentPort?.on("message", ({ questionnaire, runs, seed, now }: Trial) => {
  const send = (message: ThreadMessage) => parentPort?.postMessage(message);
  const onProgress = (done: number) => send({ done });
  send({ agreement: agreeOn(questionnaire, { runs, seed, now, onProgress }) });
});
