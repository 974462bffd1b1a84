import { connect, type Socket } from "node:net";
import { StorageFullError, UnavailableError } from "@tiltas/store/port";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";

let server: TestServer;
let port = 0;
let full = false;
let stopped = false;

beforeAll(async () => {
  server = await testServer({
    wrapStore: (store) => ({
      ...store,
      receive: (response) => {
        if (stopped) return Promise.reject(new UnavailableError("The writer has stopped: disk on fire"));
        return full ? Promise.reject(new StorageFullError()) : store.receive(response);
      },
      check: () =>
        stopped
          ? Promise.reject(new UnavailableError("The writer has stopped: disk on fire"))
          : store.check(),
    }),
  });
  port = Number(new URL(await server.app.listen({ host: "127.0.0.1", port: 0 })).port);
});
afterAll(() => server.close());

/** Sends bytes as they are and returns everything that comes back until the connection ends. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let answer = "";
    socket.setEncoding("utf8").on("data", (chunk) => (answer += chunk));
    socket.once("close", () => resolve(answer)).once("error", reject);
  });
}

const post = "POST /api/responses HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

test.each([
  ["no HTTP", "hello\r\n\r\n", 400],
  ["two lengths", `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
  [
    "a length and chunks",
    `${post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    400,
  ],
  ["a chunk that lies", `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`, 400],
  ["64 KB of headers", `GET /api/health HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(65_536)}\r\n\r\n`, 431],
])("%s ends the connection with one short problem", async (_name, bytes, status) => {
  const answer = await raw(bytes);
  expect(answer.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
  expect(answer).toMatch(/application\/problem\+json/i);
  expect((await server.send("GET", "/api/health")).status).toBe(200);
});

test("a body that only trickles in is given up too: Node would swap a shorter request time with the time for headers", () => {
  const { headersTimeout, requestTimeout } = server.app.server;
  expect(requestTimeout).toBe(13_000);
  expect(headersTimeout).toBeLessThanOrEqual(requestTimeout);
});

test("who asks and reads nothing gets little more than half the patience: Node grants it twice once a write is under way", async () => {
  const taken = new Promise<Socket>((resolve) => server.app.server.once("connection", resolve));
  const reader = connect(port, "127.0.0.1");
  const socket = await taken;
  expect(socket.timeout).toBe(12_000);
  const terms = vi.spyOn(socket, "setTimeout");
  reader.write("GET /api/health HTTP/1.1\r\nHost: a\r\n\r\n");
  await new Promise((resolve) => reader.once("data", resolve));
  reader.destroy();
  // While the answer goes out, and then, as Node does by itself, until the next request.
  expect(terms.mock.calls.map(([term]) => term)).toEqual([7_000, 73_000]);
});

test("a body longer than its limit is refused before it has come in full", async () => {
  const answer = await raw(`${post}Content-Length: 400000\r\nConnection: close\r\n\r\n{`);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});

test("a store that has stopped is said at once as 503 with a time to try again, and the server is not ready", async () => {
  expect((await server.send("GET", "/api/ready")).status).toBe(200);
  stopped = true;
  const refused = await server.send("POST", "/api/responses", { body: anUpload() });
  const ready = await server.send("GET", "/api/ready");
  stopped = false;
  for (const { status, body, headers } of [refused, ready])
    expect([status, body.type, headers["retry-after"]]).toEqual([503, "/problems/unavailable", "30"]);
  expect(refused.body.detail).not.toMatch(/disk on fire/);
});

test("a full disk is said as 507 with a time to try again, reading goes on, and writing by itself once there is space", async () => {
  full = true;
  const refused = await server.send("POST", "/api/responses", { body: anUpload() });
  expect([refused.status, refused.body.type, refused.headers["retry-after"]]).toEqual([
    507,
    "/problems/storage-full",
    "30",
  ]);
  expect((await server.send("GET", "/api/waves/autumn")).status).toBe(200);
  full = false;
  expect((await server.send("POST", "/api/responses", { body: anUpload() })).status).toBe(201);
});
