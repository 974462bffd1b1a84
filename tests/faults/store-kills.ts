import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Place } from "@tiltas/store/open";
import { afterAll } from "vitest";
import { compiledOnce } from "./compiled.ts";

const program = fileURLToPath(new URL("./store-under-load.ts", import.meta.url));

/** What devices were told before the process died. */
export interface Acknowledged {
  readonly ids: ReadonlySet<string>;
  readonly conflicts: number;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed when the file's tests are done. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-fault-"));
  folders.push(folder);
  return folder;
}

/** Starts the process under load again and again, and kills it with SIGKILL in the middle of its work. */
export async function killUnderLoad(
  place: Place,
  kills: number,
  kind: "store" | "hasty",
): Promise<Acknowledged> {
  const file = join(newFolder(), "acknowledged");
  const random = seeded(20_261_121);
  for (let run = 0; run < kills; run++) {
    const process = await startUnderLoad(place, file, run, kind);
    await pause(20 + random() * 180);
    await process.kill();
  }
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const words = lines.map((line) => line.split(" "));
  return {
    ids: new Set(words.filter(([outcome]) => outcome !== "conflict").map(([, id]) => id ?? "")),
    conflicts: words.filter(([outcome]) => outcome === "conflict").length,
  };
}

export interface UnderLoad {
  readonly pid: number | undefined;
  signal(name: NodeJS.Signals): void;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
}

/** Starts the process and waits until sixteen respondents have their first receipts. */
export async function startUnderLoad(
  { folder, url }: Place,
  file: string,
  run: number,
  kind: "store" | "hasty",
): Promise<UnderLoad> {
  const words = [program, folder, file, String(run), kind, ...(url === undefined ? [] : [url])];
  const child = spawn(process.execPath, words, {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...process.env, ...compiledOnce },
  });
  let complaint = "";
  child.stderr?.on("data", (data) => {
    complaint += data;
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    exited.then(() => reject(new Error(`The process ended by itself: ${complaint}`)));
  });
  const kill = () => {
    child.kill("SIGKILL");
    return exited;
  };
  return { pid: child.pid, signal: (name) => void child.kill(name), kill };
}

/** Small generator of numbers in [0, 1), so that the moments of the kills are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
