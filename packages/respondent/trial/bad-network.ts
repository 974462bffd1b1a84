import { connect, createServer, type Server, type Socket } from "node:net";

/** What the network does to what passes; changed at any time, valid for connections old and new. */
export interface Weather {
  /** Cuts the connection after so many more bytes in this direction, then lets everything pass again. */
  cut?: { readonly direction: "request" | "response"; bytes: number } | undefined;
  /** Every piece arrives so much later, in milliseconds. */
  latency?: number;
  /** Bytes a second, each direction on its own. */
  rate?: number;
  /** Resets a new connection when it says so. */
  resets?: () => boolean;
}

export interface BadNetwork {
  readonly address: string;
  readonly weather: Weather;
  stop(): Promise<void>;
}

/** A TCP proxy in front of a server, as bad as it is told to be. */
export async function badNetwork(target: string): Promise<BadNetwork> {
  const { hostname, port } = new URL(target);
  const weather: Weather = {};
  const open = new Set<Socket>();
  const server = createServer((client) => {
    if (weather.resets?.()) return void client.resetAndDestroy();
    const upstream = connect(Number(port), hostname);
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", end).on("close", () => {
        open.delete(socket);
        end();
      });
    }
    carry(client, upstream, "request", weather, end);
    carry(upstream, client, "response", weather, end);
  });
  return {
    address: await listening(server),
    weather,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function carry(
  from: Socket,
  to: Socket,
  direction: "request" | "response",
  weather: Weather,
  end: () => void,
): void {
  let free = Promise.resolve();
  from.on("data", (bytes: Buffer) => {
    free = free.then(() => pass(bytes, to, direction, weather, end));
  });
}

async function pass(
  bytes: Buffer,
  to: Socket,
  direction: "request" | "response",
  weather: Weather,
  end: () => void,
): Promise<void> {
  const { latency = 0, rate, cut } = weather;
  const wait = latency + (rate === undefined ? 0 : (1000 * bytes.length) / rate);
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  if (cut?.direction !== direction) return void to.write(bytes);
  if (bytes.length < cut.bytes) {
    cut.bytes -= bytes.length;
    return void to.write(bytes);
  }
  delete weather.cut;
  const rest = bytes.subarray(0, cut.bytes);
  if (rest.length === 0) end();
  else to.write(rest, end);
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`);
    });
  });
}
