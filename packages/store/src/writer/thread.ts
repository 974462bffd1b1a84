import { parentPort, workerData } from "node:worker_threads";
import { listen } from "./listen.ts";
import { Writer } from "./writer.ts";

if (parentPort) listen(parentPort, new Writer(workerData.folder));
