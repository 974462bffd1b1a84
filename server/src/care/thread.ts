import { parentPort, workerData } from "node:worker_threads";
import { lookAtFolder } from "./look.ts";

/** One look, in a thread of its own: a check of every page and hash must not keep the thread that serves. */
parentPort?.postMessage(await lookAtFolder(workerData.place, new Date(workerData.now)));
