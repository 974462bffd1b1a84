import { parentPort, workerData } from "node:worker_threads";
import { makeOutput } from "./outputs.ts";

parentPort?.postMessage(await makeOutput(workerData));
