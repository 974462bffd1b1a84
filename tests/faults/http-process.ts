import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("http-server.ts", import.meta.url));

/** The server of `http-server.ts` in a process of its own. */
export interface ServerProcess {
  readonly origin: string;
  /** Ends it as a power cut would end a program, and waits until it is gone. */
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
}

/** @throws when the process ends before it says that it is ready; the message holds what it printed on standard error */
export async function startProcess(folder: string, words: readonly string[] = []): Promise<ServerProcess> {
  const child = spawn(process.execPath, [entry, folder, "0", ...words], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const origin = await Promise.race([readyLine(child), ended.then(() => undefined)]);
  if (origin === undefined) throw new Error("The server ended before it was ready.");
  return {
    origin,
    async kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

async function readyLine({ stdout, stderr }: ChildProcess): Promise<string | undefined> {
  stderr?.pipe(process.stderr);
  if (!stdout) return undefined;
  for await (const line of createInterface({ input: stdout })) {
    if (line.startsWith("ready ")) return line.slice("ready ".length);
  }
  return undefined;
}
