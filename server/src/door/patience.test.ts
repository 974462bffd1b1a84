import type { AddressInfo, Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { origin, type TestServer, testServer } from "../../support/test-server.ts";

let server: TestServer;
afterEach(() => server.close());

test("whoever waits for a worker is not cut off as one who sends nothing is", async () => {
  const patience: (number | undefined)[] = [];
  let taken: Socket | undefined;
  server = await testServer({
    compute: async () => {
      patience.push(taken?.timeout);
      return { refused: null } as never;
    },
  });
  server.app.server.on("connection", (socket) => {
    taken = socket;
    patience.push(socket.timeout);
  });
  await server.app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = server.app.server.address() as AddressInfo;
  const cookie = await server.signedIn("analyst");
  await fetch(`http://127.0.0.1:${port}/api/staff/waves/autumn/margins/check`, {
    method: "POST",
    headers: { cookie, origin, "content-type": "application/json" },
    body: JSON.stringify({ name: "margins.csv", csv: "margin,cell,count\n" }),
  });
  expect(patience).toEqual([12_000, 300_000]);
});
