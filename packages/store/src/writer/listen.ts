import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { Write } from "../operations/index.ts";
import type { Outcome } from "./outcome.ts";
import type { Writer } from "./writer.ts";

export type Request = { readonly id: number; readonly write: Write } | "close";
export type Answer =
  | { readonly ready: readonly string[] }
  | { readonly outcomes: readonly { readonly id: number; readonly outcome: Outcome }[] };

/** From here on nothing more is added to a group: enough for any burst, small enough that the first does not wait long. */
const largestGroup = 512;

/**
 * Serves requests until told to close: whatever arrived while the disk was busy is the next group.
 * Throws, and so ends the thread, when the disk has failed under the writer.
 */
export function listen(port: MessagePort, writer: Writer): void {
  const forgetting = setInterval(() => emptyLogOf(writer), forgetsEvery).unref();
  port.postMessage({ ready: writer.warnings } satisfies Answer);
  port.on("message", (first: readonly Request[]) => {
    const waiting = withArrived(port, first);
    const requests = waiting.filter((request) => request !== "close");
    const outcomes = requests.length > 0 ? writer.commit(requests.map(({ write }) => write)) : [];
    const answers = requests.map(({ id }, place) => ({ id, outcome: outcomes[place]! }));
    port.postMessage({ outcomes: answers } satisfies Answer);
    if (writer.broken) throw writer.broken;
    if (!waiting.includes("close")) return;
    clearInterval(forgetting);
    writer.close();
    port.close();
  });
}

/** Whoever withdrew was told a minute: a log that could not be emptied is tried again also when nobody writes. Milliseconds. */
const forgetsEvery = 2_000;

function emptyLogOf(writer: Writer): void {
  if (writer.logRemembers && !writer.broken) writer.emptyLog();
}

function withArrived(port: MessagePort, first: readonly Request[]): readonly Request[] {
  const requests = [...first];
  while (requests.length < largestGroup) {
    const received = receiveMessageOnPort(port);
    if (!received) break;
    requests.push(...received.message);
  }
  return requests;
}
