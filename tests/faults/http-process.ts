import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { compiledOnce } from "./compiled.ts";

const entry = fileURLToPath(new URL("http-server.ts", import.meta.url));

/** The server of `http-server.ts` in a process of its own. */
export interface ServerProcess {
  readonly origin: string;
  readonly pid: number;
  /** Everything it has printed so far. */
  readonly output: () => string;
  /** Resolves with the exit code when the process is gone. */
  readonly ended: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  /** Ends it as a power cut would end a program, and waits until it is gone. */
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
}

export interface Around {
  /** A program that runs the server, with its words: strace, faketime. */
  readonly under?: readonly string[];
  /** Words for Node itself. */
  readonly node?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Whole groups, so that a server under another program ends with it. */
const running = new Set<number>();
afterAll(() => {
  for (const group of running) signalGroup(group, "SIGKILL");
});

/** @throws when the process ends before it says that it is ready; the message holds what it printed */
export async function startProcess(
  folder: string,
  words: readonly string[] = [],
  { under = [], node = [], environment = {} }: Around = {},
): Promise<ServerProcess> {
  const command = [...under, process.execPath, ...node, entry, folder, ...words];
  const child = spawn(command[0] ?? "", command.slice(1), {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...(under.length === 0 ? compiledOnce : {}), ...environment },
    detached: true,
  });
  const group = child.pid ?? 0;
  running.add(group);
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk) => (printed += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  ended.then(() => running.delete(group));
  const ready = await Promise.race([readyLine(child), ended.then(() => undefined)]);
  if (ready === undefined) throw new Error(`The server ended before it was ready: ${printed}`);
  const [origin = "", pid = ""] = ready.split(" ");
  return {
    origin,
    pid: Number(pid),
    output: () => printed,
    ended,
    signal: (name) => signalGroup(group, name),
    async kill(signal) {
      signalGroup(group, signal);
      return ended;
    },
  };
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // It has ended by itself.
  }
}

async function readyLine({ stdout }: ChildProcess): Promise<string | undefined> {
  if (!stdout) return undefined;
  for await (const line of createInterface({ input: stdout }))
    if (line.startsWith("ready ")) return line.slice("ready ".length);
  return undefined;
}
