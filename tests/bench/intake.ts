import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCsv } from "@tiltas/formats/tables";
import { readInstrument } from "@tiltas/instrument/definition";
import { simulate } from "@tiltas/instrument/simulation";
import { contentHash } from "@tiltas/instrument/versions";
import { listPublishedFolders } from "@tiltas/store/folders";
import { post } from "./intake-client.ts";

interface Figure {
  readonly name: string;
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
}

const kinds = ["hello", "bare", "tiltas"] as const;
type Kind = (typeof kinds)[number];

const baselineNames = { hello: "hello world", bare: "bare Fastify + better-sqlite3 group commit" } as const;
const warming = 1_000;
const measured = 3_000;
const connections = [10, 50] as const;

/** What one server made of the measured responses. */
interface Measurement {
  /** Milliseconds of processor time per response, all threads of the server's process. */
  readonly cpu: number;
  /** Responses per second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p99: number;
}

/**
 * Intake of simulated responses to the demonstration's instrument, one server process after the other on loopback,
 * with the load on the same machine. Both baselines are built here and get the same bodies.
 */
export async function bench(): Promise<Figure[]> {
  const bodies = simulatedBodies(warming + measured * connections.length);
  const found: Record<Kind, Measurement[]> = { hello: [], bare: [], tiltas: [] };
  for (const kind of kinds) found[kind] = await measure(kind, bodies);
  return connections.flatMap((count, at) => figuresOf(count, at, found));
}

function figuresOf(count: number, at: number, found: Record<Kind, Measurement[]>): Figure[] {
  const ours = found.tiltas[at];
  return (["bare", "hello"] as const).flatMap((kind) => {
    const theirs = found[kind][at];
    if (!ours || !theirs) return [];
    const title = (what: string) => `${what}, ${count} connections, beside ${baselineNames[kind]}`;
    return [
      figure(title("CPU per response"), ours.cpu, "ms", theirs.cpu),
      figure(title("responses"), ours.rate, "per second", theirs.rate),
      figure(title("99th percentile of latency"), ours.p99, "ms", theirs.p99),
    ];
  });
}

function figure(title: string, value: number, unit: string, baseline: number): Figure {
  return { name: "intake", case: title, value, unit, baseline, ratio: value / baseline };
}

async function measure(kind: Kind, bodies: readonly string[]): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-bench-"));
  const server = fork(fileURLToPath(new URL("intake-server.ts", import.meta.url)), [kind, folder]);
  try {
    const { origin } = await told<{ origin: string }>(server);
    await post(origin, bodies.slice(0, warming), 20);
    const measurements: Measurement[] = [];
    for (const [at, count] of connections.entries()) {
      const from = warming + at * measured;
      measurements.push(await burst(server, origin, bodies.slice(from, from + measured), count));
    }
    return measurements;
  } finally {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function burst(
  server: ChildProcess,
  origin: string,
  bodies: readonly string[],
  count: number,
): Promise<Measurement> {
  const before = await cpuOf(server);
  const { latencies, duration } = await post(origin, bodies, count);
  const cpu = (await cpuOf(server)) - before;
  const p99 = latencies.sort()[Math.floor(latencies.length * 0.99)] ?? Number.NaN;
  return { cpu: cpu / bodies.length, rate: bodies.length / duration, p99 };
}

/** Processor time of the process so far, milliseconds. */
async function cpuOf(server: ChildProcess): Promise<number> {
  server.send("cpu");
  const { cpu } = await told<{ cpu: NodeJS.CpuUsage }>(server);
  return (cpu.user + cpu.system) / 1000;
}

function told<Message>(server: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    server.once("message", (message) => resolve(message as Message));
    server.once("exit", () => reject(new Error("A server of the bench ended by itself.")));
  });
}

/** Uploads as devices would send them, each with an identity of its own. */
function simulatedBodies(count: number): string[] {
  const root = fileURLToPath(new URL("../../instruments", import.meta.url));
  const folder = listPublishedFolders(root).findLast(({ manifest }) => manifest.id === "tcn-integration");
  if (!folder) throw new Error("The bench needs the instrument tcn-integration.");
  const instrument = readInstrument(folder);
  const margins = readCsv(readFileSync(join(root, "demonstration-margins.csv"), "utf8")).rows;
  const notice = folder.notices.at(-1);
  return [...simulate({ instrument, margins, respondents: count, seed: 17 })].map(
    ({ responseId, answers, language, mode, channel }) => {
      const consent = {
        notice: notice?.number,
        noticeDigest: notice?.digest,
        language,
        time: "2026-11-21T12:00:00Z",
        given: [answers.int_consents ?? []].flat().map(String).sort(),
      };
      const content = { instrument: folder.digest, parent: null, consent, answers };
      const hash = contentHash(content);
      return JSON.stringify({
        ...content,
        responseId,
        revision: 1,
        wave: "demo",
        hash,
        language,
        mode,
        channel,
      });
    },
  );
}
