import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { anUpload } from "../../server/support/upload.ts";
import { pause } from "./http-clients.ts";
import { lookUp } from "./http-kept.ts";
import { type ServerProcess, startProcess } from "./http-process.ts";
import { newFolder } from "./store-kills.ts";
import { without } from "./without.ts";

const full = process.env.TILTAS_FULL !== undefined;
const [idle, slow] = full ? [10_000, 1_000] : [1_000, 200];

/** Fifteen seconds are promised; this is a limit against hanging on a busy machine. Who is let go on is there for 72 more. */
const closedWithin = 40_000;
const askedFor = 20;

/** Somebody who opens a connection and takes all the time in the world, until the server has had enough. */
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
/**
 * Asks for twenty megabytes and reads nothing for 28 seconds; only then does it show whether the connection is gone:
 * were it not, all twenty would come. The last request ends the connection, should a busy server have refused them all.
 */
const neverReads: Slow = (socket) => {
  socket.pause();
  const request = `GET /api/instruments/${"f".repeat(64)} HTTP/1.1\r\nHost: a\r\n`;
  socket.write(`${`${request}\r\n`.repeat(askedFor - 1)}${request}Connection: close\r\n\r\n`);
  setTimeout(() => socket.resume(), 28_000).unref();
};

/** How long the server bore it, and the bytes that it sent meanwhile. */
async function endured(port: number, behave: Slow): Promise<{ milliseconds: number; bytes: number }> {
  const socket = connect(port, "127.0.0.1");
  const since = performance.now();
  const limit = setTimeout(() => socket.destroy(), closedWithin + 5_000);
  return new Promise((resolve) => {
    socket.once("connect", () => behave(socket));
    socket.on("error", () => undefined);
    socket.once("close", () => {
      clearTimeout(limit);
      resolve({ milliseconds: performance.now() - since, bytes: socket.bytesRead });
    });
  });
}

interface Idle {
  /** How many were answered when they opened. */
  readonly answered: number;
  /** Milliseconds since the first was opened. */
  age(): number;
  /** Asks on each once more and closes it; how many were answered again. */
  end(): Promise<number>;
}

/** The server keeps a connection that asks nothing for 72 seconds. */
const keptOpen = 70_000;

/** Connections that ask once and then stay open, as those of browsers do. */
async function openIdle(port: number, count: number): Promise<Idle> {
  const sockets: Socket[] = [];
  const since = performance.now();
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
            socket.on("error", () => resolve()).once("close", () => resolve());
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
    age: () => performance.now() - since,
    async end() {
      const again = await Promise.all(sockets.map(askAgain));
      for (const socket of sockets) socket.destroy();
      return again.filter(Boolean).length;
    },
  };
}

function askAgain(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve(false);
    socket.once("close", () => resolve(false));
    socket.once("data", (data) => resolve(String(data).startsWith("HTTP/1.1 200")));
    socket.write("GET /api/health HTTP/1.1\r\nHost: a\r\n\r\n");
  });
}

/** Fifty people a second send their responses; how long each took, and what each was told. */
async function submit({ origin }: ServerProcess, until: Promise<unknown>) {
  const sent: ReturnType<typeof timed>[] = [];
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
  const upload = anUpload();
  const status = await fetch(`${origin}/api/responses`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(upload),
  }).then(
    async (answer) => {
      await answer.text();
      return answer.status;
    },
    (error) => (String(error.cause?.code).includes("TIMEOUT") ? 0 : -1),
  );
  return { upload, status, milliseconds: performance.now() - since };
}

/** A server that sets no time and has room for few: slow clients of each kind, then more connections than it has room for. */
async function atACarelessServer() {
  const server = await startProcess(newFolder(), [], without("patience", "room"));
  const port = Number(new URL(server.origin).port);
  let gone = 0;
  const slowly = [slowHeaders, slowBody].flatMap((behave) => Array.from({ length: 9 }, () => behave));
  for (const behave of slowly) endured(port, behave).then(() => (gone += 1));
  const read = endured(port, neverReads);
  return {
    async end() {
      const stayed = slowly.length - gone;
      const { bytes } = await read;
      const { answered } = await openIdle(port, 1_000);
      await server.kill("SIGKILL");
      return { everybodyStayed: stayed === slowly.length, bytes, answered };
    },
  };
}

test(`${slow} slow clients are all sent away while ${idle} connections stay open and people go on answering`, async () => {
  const folder = newFolder();
  const server = await startProcess(folder);
  const port = Number(new URL(server.origin).port);
  const open = await openIdle(port, idle);
  expect(open.answered).toBe(idle);
  const kindOf = (number: number) =>
    number % 20 === 0 ? neverReads : number % 2 === 0 ? slowHeaders : slowBody;
  const careless = await atACarelessServer();
  const endurance = Promise.all(Array.from({ length: slow }, (_, number) => endured(port, kindOf(number))));
  const [borneSlow, submitted] = await Promise.all([endurance, submit(server, endurance)]);
  const times = borneSlow.map(({ milliseconds }) => milliseconds);
  expect(submitted.length).toBeGreaterThan(100);
  // On a machine that is busy with other things the server may say 503, and the sender itself may run out of time.
  const borne = full ? [201] : [201, 503, 0];
  expect(submitted.filter(({ status }) => !borne.includes(status))).toEqual([]);
  expect(Math.max(...times)).toBeLessThan(closedWithin);
  expect(Math.max(...borneSlow.map(({ bytes }) => bytes))).toBeLessThan(askedFor * 1_000_000);
  // Control: where nobody sets a time they are all there still, and who read nothing gets everything; and where there is
  // room for few, not everybody is answered.
  const control = await careless.end();
  expect(control.everybodyStayed).toBe(true);
  expect(control.bytes).toBeGreaterThan(askedFor * 1_000_000);
  expect(control.answered).toBeLessThan(1_000);
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
  const young = open.age() < keptOpen;
  const stayed = await open.end();
  if (young) expect(stayed).toBe(idle);
  expect(await server.kill("SIGTERM")).toBe(0);
  const accepted = submitted.filter(({ status }) => status === 201);
  expect(accepted.length).toBeGreaterThan(0);
  const hashes = new Map(accepted.map(({ upload }) => [upload.responseId, upload.hash]));
  const found = await lookUp({ folder: join(folder, "data") }, { hashes });
  expect(found).toEqual({ lost: [], doubled: [], altered: [] });
  const waits = submitted.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  console.info(
    `${submitted.length} responses, 99 % within ${Math.round(waits[Math.floor(waits.length * 0.99)] ?? 0)} ms; the last slow client was gone after ${Math.round(Math.max(...times))} ms`,
  );
});
