import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { limits } from "@tiltas/contract/responses";
import { expect, test } from "vitest";
import { startProcess } from "./http-process.ts";
import { newFolder } from "./store-kills.ts";
import { type Protection, without } from "./without.ts";

const megabyte = 1024 * 1024;
const bodySize = 64 * megabyte;
const senders = 3;
/** What Linux holds between two programs on its way, at most, both sides together. */
const onTheWay = 16 * megabyte;

const isLinux = process.platform === "linux";
if (!isLinux) console.warn("Skipped: the memory of another process is read from Linux's /proc.");

/** Sends a body without saying how long it is, for as long as somebody takes it. */
function sendEndlessly(port: number): Promise<{ sent: number; answer: string }> {
  const socket = connect(port, "127.0.0.1");
  const piece = `10000\r\n${" ".repeat(65_536)}\r\n`;
  let answer = "";
  socket.setEncoding("latin1").on("data", (chunk) => (answer += chunk));
  socket.write("POST /api/receipts HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n");
  socket.write("Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
  const goOn = () => {
    while (socket.writable && socket.bytesWritten < bodySize) if (!socket.write(piece)) return;
    if (socket.writable) socket.end("0\r\n\r\n");
  };
  socket
    .on("drain", goOn)
    .once("connect", goOn)
    .on("error", () => undefined);
  return new Promise((resolve) => {
    socket.once("close", () => resolve({ sent: socket.bytesWritten, answer }));
  });
}

/** The most memory that a process has held so far, and the processor time it took, in bytes and milliseconds. */
function useOf(pid: number): { memory: number; milliseconds: number } {
  const kilobytes = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ")
    .slice(11, 13)
    .map(Number);
  return { memory: kilobytes * 1024, milliseconds: (user + system) * 10 };
}

/** What some endless bodies cost a server, and how it ended. */
async function costOfEndlessBodies(missing?: Protection) {
  const server = await startProcess(newFolder(), [], missing ? without(missing) : {});
  const port = Number(new URL(server.origin).port);
  const before = useOf(server.pid);
  const sent = await Promise.all(Array.from({ length: senders }, () => sendEndlessly(port)));
  const after = useOf(server.pid);
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
  await server.kill("SIGKILL");
  const cost = {
    memory: after.memory - before.memory,
    milliseconds: after.milliseconds - before.milliseconds,
  };
  console.info(
    `${missing ? `without ${missing}` : "with limits"}: ${sent.map(({ sent }) => Math.round(sent / megabyte)).join(", ")} MB sent, ${Math.round(cost.memory / megabyte)} MB more memory, ${cost.milliseconds} ms of the processor`,
  );
  return { sent, ...cost };
}

test.skipIf(!isLinux)(
  "R19: a body without end is cut off at its limit, and costs the server next to nothing",
  async () => {
    const [ours, theirs] = await Promise.all([costOfEndlessBodies(), costOfEndlessBodies("limits")]);
    for (const { sent, answer } of ours.sent) {
      expect(sent).toBeLessThan(onTheWay + 2 * limits.bytes);
      // Who goes on sending may find the connection gone before the answer is read.
      expect(answer).toMatch(/^(HTTP\/1\.1 413 |$)/);
    }
    // Control: without limits everything is taken, and held.
    for (const { sent } of theirs.sent) expect(sent).toBeGreaterThanOrEqual(bodySize);
    expect(theirs.memory).toBeGreaterThan(senders * bodySize);
    expect(ours.memory).toBeLessThan(theirs.memory / 3);
    expect(ours.milliseconds).toBeLessThan(theirs.milliseconds / 4);
  },
);
