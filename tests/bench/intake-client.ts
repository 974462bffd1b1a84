import { connect, type Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";

/** What a burst of posts took, seen from the devices. */
export interface Burst {
  /** Milliseconds from the first byte sent to the last byte received, one per post. */
  readonly latencies: Float64Array;
  /** Seconds from the first post to the last answer. */
  readonly duration: number;
}

/** Posts every body once over so many connections, each waiting for its answer before the next. Fails on any answer but 201. */
export async function post(origin: string, bodies: readonly string[], connections: number): Promise<Burst> {
  const { hostname, port } = new URL(origin);
  const latencies = new Float64Array(bodies.length);
  const requests = bodies.map((body) => requestOf(hostname, body));
  let next = 0;
  const device = async () => {
    const socket = connect({ host: "127.0.0.1", port: Number(port), noDelay: true });
    await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    const answers = answersOn(socket);
    for (let at = next++; at < requests.length; at = next++) {
      const sent = performance.now();
      socket.write(requests[at] ?? "");
      const { value: status } = await answers.next();
      if (status !== 201) throw new Error(`A response was answered with ${status}, not with 201.`);
      latencies[at] = performance.now() - sent;
    }
    socket.destroy();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, device));
  return { latencies, duration: (performance.now() - started) / 1000 };
}

/** What posts at a steady pace took, seen from the devices. */
export interface Steady {
  /** Milliseconds from the moment at which each was due to the last byte of its answer. */
  readonly latencies: Float64Array;
}

/**
 * Posts bodies at a steady pace until `end` or until there are none left. A post that waits for a connection waits on its
 * own account: it is timed from the moment at which it was due.
 */
export async function postSteadily(
  origin: string,
  bodies: readonly string[],
  perSecond: number,
  end: Promise<unknown>,
): Promise<Steady> {
  let isOver = false;
  void end.finally(() => {
    isOver = true;
  });
  const began = performance.now();
  const latencies: number[] = [];
  let next = 0;
  const device = async () => {
    while (next < bodies.length) {
      const at = next++;
      const due = began + (at * 1000) / perSecond;
      await setTimeout(Math.max(0, due - performance.now()));
      if (isOver) return;
      await post(origin, [bodies[at] ?? ""], 1);
      latencies.push(performance.now() - due);
    }
  };
  await Promise.all(Array.from({ length: steadyDevices }, device));
  return { latencies: Float64Array.from(latencies) };
}

/** Devices that post at a time, at most. */
const steadyDevices = 100;

function requestOf(host: string, body: string): Buffer {
  const head = `POST /api/responses HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  return Buffer.from(head + body);
}

/** The status of each answer, once its body has come in full. */
async function* answersOn(socket: Socket): AsyncGenerator<number> {
  let received = "";
  for await (const chunk of socket.setEncoding("latin1")) {
    received += chunk;
    const end = received.indexOf("\r\n\r\n");
    if (end < 0) continue;
    const head = received.slice(0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (received.length < end + 4 + length) continue;
    received = received.slice(end + 4 + length);
    yield Number(head.slice(9, 12));
  }
}
