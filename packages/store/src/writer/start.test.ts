import { expect, test } from "vitest";
import { UnavailableError } from "../port/index.ts";
import { aResponse } from "../suite/builders.ts";
import { startWriter } from "./index.ts";

/** A writer thread that does what the given program does. */
function thread(program: string): URL {
  const port = 'import { parentPort } from "node:worker_threads";';
  return new URL(`data:text/javascript,${encodeURIComponent(port + program)}`);
}

test("when the writer dies, whoever waits for it is told so, and later comers too", async () => {
  const writer = await startWriter(
    "unused",
    thread(
      'parentPort.postMessage({ ready: [] }); parentPort.on("message", () => { throw new Error("disk on fire"); });',
    ),
  );
  const waiting = [writer.commit("receive", aResponse()), writer.commit("receive", aResponse())];
  for (const response of waiting)
    await expect(response).rejects.toThrow("The writer has stopped: disk on fire");
  await expect(writer.commit("receive", aResponse())).rejects.toThrow("The writer has stopped");
  await writer.close();
});

test("a store whose writer has died says that it cannot keep anything", async () => {
  const writer = await startWriter(
    "unused",
    thread('parentPort.postMessage({ ready: [] }); parentPort.on("message", () => process.exit(0));'),
  );
  await writer.check();
  await expect(writer.commit("receive", aResponse())).rejects.toBeInstanceOf(UnavailableError);
  await expect(writer.check()).rejects.toBeInstanceOf(UnavailableError);
});

test("when the writer just ends, nobody waits for ever", async () => {
  const writer = await startWriter(
    "unused",
    thread('parentPort.postMessage({ ready: [] }); parentPort.on("message", () => process.exit(0));'),
  );
  await expect(writer.commit("receive", aResponse())).rejects.toThrow("The writer has stopped");
});

test("a writer that cannot start says why", async () => {
  await expect(startWriter("unused", thread('throw new Error("no such disk");'))).rejects.toThrow(
    "no such disk",
  );
});

test("a writer that ends before it is ready is not waited for", async () => {
  await expect(startWriter("unused", thread("process.exit(0);"))).rejects.toThrow("The writer has stopped");
});
