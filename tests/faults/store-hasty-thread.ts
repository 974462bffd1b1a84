import { parentPort, workerData } from "node:worker_threads";
import { Writer } from "@tiltas/store/writer";

/** What the writer thread must never be: it says "stored" first and commits afterwards. */
const writer = new Writer(workerData.folder);
const port = parentPort;

port?.postMessage({ ready: [] });
port?.on("message", (requests) => {
  for (const { id, write } of requests) {
    port.postMessage({ outcomes: [{ id, outcome: { result: { outcome: "stored", sequence: 0 } } }] });
    setTimeout(() => writer.commit([write]), 5);
  }
});
