import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { anUpload } from "../../server/support/upload.ts";
import { pause } from "./http-clients.ts";
import { type ServerProcess, startProcess } from "./http-process.ts";
import { newFolder } from "./store-kills.ts";

const full = process.env.TILTAS_FULL !== undefined;
const [idle, slow] = full ? [10_000, 1_000] : [1_000, 200];

/** Fifteen seconds are promised; who never reads looks after twenty. Were it still open then, it would stay so for 72 more. */
const closedWithin = 40_000;

/** Somebody who opens a connection and takes all the time in the world; resolves when the server has had enough. */
type Slow = (socket: Socket) => void;

const head = "POST /api/responses HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

const slowHeaders: Slow = (socket) => {
  socket.write("GET /api/health HTTP/1.1\r\n");
  const trickle = setInterval(() => socket.write("X-A: b\r\n"), 2_000);
  socket.once("close", () => clearInterval(trickle)).resume();
};
const slowBody: Slow = (socket) => {
  socket.write(`${head}Content-Length: 100000\r\n\r\n{`);
  const trickle = setInterval(() => socket.write(" "), 2_000);
  socket.once("close", () => clearInterval(trickle)).resume();
};
/** Asks and asks and never reads; whether the connection is gone shows only when reading is tried at last. */
const neverReads: Slow = (socket) => {
  socket.pause();
  socket.write(`GET /api/instruments/${"f".repeat(64)} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(20));
  setTimeout(() => socket.resume(), 20_000).unref();
};

async function endured(port: number, behave: Slow): Promise<number> {
  const socket = connect(port, "127.0.0.1");
  const since = performance.now();
  return new Promise((resolve) => {
    socket.once("connect", () => behave(socket));
    socket.on("error", () => undefined);
    socket.once("close", () => resolve(performance.now() - since));
  });
}

/** Connections that ask once and then stay open, as those of browsers do. */
async function openIdle(port: number, count: number): Promise<{ answered: number; end(): void }> {
  const sockets: Socket[] = [];
  let answered = 0;
  while (sockets.length < count) {
    const batch = Array.from({ length: Math.min(250, count - sockets.length) }, () =>
      connect(port, "127.0.0.1"),
    );
    sockets.push(...batch);
    await Promise.all(
      batch.map(
        (socket) =>
          new Promise<void>((resolve) => {
            socket.on("error", () => resolve());
            socket.once("data", (data) => {
              if (String(data).startsWith("HTTP/1.1 200")) answered += 1;
              resolve();
            });
            socket.write("GET /api/health HTTP/1.1\r\nHost: a\r\n\r\n");
          }),
      ),
    );
  }
  return {
    answered,
    end() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Fifty people a second send their responses; how long each took, and what each was told. */
async function submit({ origin }: ServerProcess, until: Promise<unknown>) {
  const sent: Promise<{ status: number; milliseconds: number }>[] = [];
  let over = false;
  until.finally(() => {
    over = true;
  });
  while (!over) {
    sent.push(timed(origin));
    await pause(20);
  }
  return Promise.all(sent);
}

async function timed(origin: string) {
  const since = performance.now();
  const status = await fetch(`${origin}/api/responses`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(anUpload()),
  }).then(
    async (answer) => {
      await answer.text();
      return answer.status;
    },
    (error) => (String(error.cause?.code).includes("TIMEOUT") ? 0 : -1),
  );
  return { status, milliseconds: performance.now() - since };
}

test(`${slow} slow clients are all sent away while ${idle} connections stay open and people go on answering`, async () => {
  const server = await startProcess(newFolder());
  const port = Number(new URL(server.origin).port);
  const open = await openIdle(port, idle);
  expect(open.answered).toBe(idle);
  const kindOf = (number: number) =>
    number % 20 === 0 ? neverReads : number % 2 === 0 ? slowHeaders : slowBody;
  const endurance = Promise.all(Array.from({ length: slow }, (_, number) => endured(port, kindOf(number))));
  const [times, submitted] = await Promise.all([endurance, submit(server, endurance)]);
  expect(submitted.length).toBeGreaterThan(100);
  // On a machine that is busy with other things the server may say 503, and the sender itself may run out of time.
  const borne = full ? [201] : [201, 503, 0];
  expect(submitted.filter(({ status }) => !borne.includes(status))).toEqual([]);
  expect(submitted.some(({ status }) => status === 201)).toBe(true);
  expect(Math.max(...times)).toBeLessThan(closedWithin);
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
  open.end();
  expect(await server.kill("SIGTERM")).toBe(0);
  const waits = submitted.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  console.info(
    `${submitted.length} responses, 99 % within ${Math.round(waits[Math.floor(waits.length * 0.99)] ?? 0)} ms; the last slow client was gone after ${Math.round(Math.max(...times))} ms`,
  );
});
