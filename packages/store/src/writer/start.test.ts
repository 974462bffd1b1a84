import { setTimeout as pause } from "node:timers/promises";
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

test("what is asked for at once crosses at once, and closing comes after it", async () => {
  const counting = `
    parentPort.postMessage({ ready: [] });
    parentPort.on("message", (requests) => {
      const writes = requests.filter((request) => request !== "close");
      parentPort.postMessage({ outcomes: writes.map(({ id }) => ({ id, outcome: { result: requests.length } })) });
      if (writes.length < requests.length) process.exit(0);
    });`;
  const writer = await startWriter("unused", thread(counting));
  const three = [aResponse(), aResponse(), aResponse()].map((response) => writer.commit("receive", response));
  expect(await Promise.all(three)).toEqual([3, 3, 3]);
  const last = writer.commit("receive", aResponse());
  await writer.close();
  expect(await last).toBe(2);
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

test("a writer that has died is started again, and whoever runs the server is told", async () => {
  const told: string[] = [];
  const program = `
    parentPort.postMessage({ ready: [] });
    parentPort.on("message", ([message]) => {
      if (message === "close") return process.exit(0);
      if (message.write.argument.hash === "fatal") throw new Error("disk on fire");
      parentPort.postMessage({ outcomes: [{ id: message.id, outcome: { result: "kept" } }] });
    });`;
  const writer = await startWriter("unused", thread(program), (sentence) => void told.push(sentence));
  const commit = (hash: string) => writer.commit("receive", aResponse({ hash }));
  expect(await commit("a")).toBe("kept");
  await expect(commit("fatal")).rejects.toBeInstanceOf(UnavailableError);
  const until = Date.now() + 20_000;
  const tryAgain = (): Promise<unknown> =>
    commit("b").catch(async (error) => {
      if (Date.now() > until) throw error;
      await pause(20);
      return tryAgain();
    });
  expect(await tryAgain()).toBe("kept");
  await writer.check();
  expect(told).toEqual(["The writer has stopped: disk on fire. It is started again."]);
  await writer.close();
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
