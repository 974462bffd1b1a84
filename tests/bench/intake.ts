import { type ChildProcess, fork, type StdioOptions } from "node:child_process";
import { cpSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openSealingKeys } from "../../server/src/responses/keys.ts";
import { sealResponse } from "../../server/support/seal.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { type Burst, post } from "./intake-client.ts";
import { type Phone, phone } from "./intake-visits.ts";
import type { Figure } from "./main.ts";
import { simulatedUploads } from "./simulated-uploads.ts";

const kinds = ["tiltas", "bare", "hello", "kept", "unchecked", "clear", "postgres"] as const;
type Kind = (typeof kinds)[number];

const names: Readonly<Record<Kind, string>> = {
  tiltas: "Tiltas, sealed",
  clear: "Tiltas, in clear",
  unchecked: "Tiltas, in clear, unchecked",
  kept: "bare Fastify + the store of Tiltas",
  postgres: "Tiltas, sealed, on PostgreSQL",
  bare: "bare Fastify + better-sqlite3 group commit",
  hello: "hello world",
};
/** Who gets the responses in clear; the others get them sealed, which the bare ones do not notice. */
const inClear: ReadonlySet<Kind> = new Set(["clear", "unchecked", "kept"]);
/** Responses before anything is measured: a server that people run has long been running. */
const warming = 1_500;
/** Of each round. */
const visitors = 50;
const measured = 1_000;
const rounds = 3;
const connections = [10, 50] as const;

/** What one server made of the responses of one round. */
interface Measurement {
  /** Milliseconds of processor time per response, all threads of the server's process. */
  readonly cpu: number;
  /** Responses per second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p99: number;
}

/**
 * Intake of simulated responses to the demonstration's instrument, the load on the same machine. The servers take turns,
 * round by round, with the same sealed bodies; of the rounds the median counts. PostgreSQL's own processes are not in
 * the processor time of its server.
 */
export async function bench(): Promise<Figure[]> {
  const home = mkdtempSync(join(tmpdir(), "tiltas-bench-"));
  const uploads = simulatedUploads(
    warming + measured * rounds * connections.length + visitors * (rounds + 1),
  );
  const key = await (await openSealingKeys(join(home, "keys"))).of("demonstration");
  const clear = uploads.map((upload) => JSON.stringify(upload));
  const sealed = uploads.map((upload) => JSON.stringify(sealResponse(upload, key)));
  const postgres = await startPostgres({ synced: true });
  const servers = new Map<Kind, Server>();
  try {
    for (const kind of kinds) {
      if (kind === "postgres" && !postgres) continue;
      servers.set(kind, await startServer(kind, home, inClear.has(kind) ? clear : sealed, postgres));
    }
    const found: Figure[] = [];
    for (const count of connections) found.push(...figuresOf(count, await measure(servers, count)));
    return [...found, ...(await visitsOf(servers, Object.keys(uploads[0]?.answers ?? {})))];
  } finally {
    for (const { child } of servers.values()) child.kill("SIGKILL");
    await postgres?.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Server {
  readonly child: ChildProcess;
  readonly origin: string;
  /** Bodies that were not sent yet. */
  readonly bodies: string[];
}

async function startServer(
  kind: Kind,
  home: string,
  bodies: readonly string[],
  postgres: TestPostgres | undefined,
): Promise<Server> {
  const folder = join(home, kind);
  cpSync(join(home, "keys"), join(folder, "keys"), { recursive: true });
  const url = kind === "postgres" && postgres ? [await postgres.newDatabase()] : [];
  // The log goes to a file, as where somebody runs a server; what ends one is read there.
  const log = openSync(join(folder, "log.txt"), "a");
  const script = fileURLToPath(new URL("intake-server.ts", import.meta.url));
  const stdio: StdioOptions = ["ignore", "inherit", log, "ipc"];
  const child = fork(script, [kind, folder, ...url], { stdio });
  child.once("exit", (code) => {
    if (code) console.error(readFileSync(join(folder, "log.txt"), "utf8").slice(-2_000));
  });
  child.setMaxListeners(0);
  const { origin } = await told<{ origin: string }>(child);
  const server = { child, origin, bodies: [...bodies] };
  await post(origin, server.bodies.splice(0, warming), 20);
  return server;
}

/**
 * Whole respondents, one after the other, beside as many questions to the server that says hello; of the rounds after the
 * first, which warms the servers up, the median counts.
 */
async function visitsOf(servers: ReadonlyMap<Kind, Server>, items: readonly string[]): Promise<Figure[]> {
  const [ours, hello] = [servers.get("tiltas"), servers.get("hello")];
  if (!ours || !hello) return [];
  const found: { opened: number; finished: number; greeted: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const phonesOf = ({ origin }: Server) => Array.from({ length: visitors }, () => phone(origin, items));
    const [phones, greeters] = [phonesOf(ours), phonesOf(hello)];
    const opened = await spentBy(ours, phones, (each) => each.open());
    const greeted = await spentBy(hello, greeters, (each) => each.greet());
    const finished = await spentBy(ours, phones, (each) => each.finish(ours.bodies.shift() ?? ""));
    for (const each of [...phones, ...greeters]) each.close();
    if (round > 0) found.push({ opened, finished, greeted });
  }
  const of = (cost: (round: (typeof found)[number]) => number) => median(found.map(cost));
  const hellos = of(({ greeted }) => greeted);
  const whole = of(({ opened, finished }) => opened + finished);
  return [
    figure("server CPU per finished respondent / as many hellos", whole, "ms", hellos),
    figure(
      "of this: page, files and questionnaire",
      of(({ opened }) => opened),
      "ms",
      undefined,
    ),
    figure(
      "of this: response and paradata",
      of(({ finished }) => finished),
      "ms",
      undefined,
    ),
  ];
}

/** Processor time of the server for each of the phones, milliseconds. */
async function spentBy(
  { child }: Server,
  phones: readonly Phone[],
  act: (phone: Phone) => Promise<void>,
): Promise<number> {
  const before = await cpuOf(child);
  for (const each of phones) await act(each);
  return ((await cpuOf(child)) - before) / phones.length;
}

/** Every server in every round, one after the other. */
async function measure(
  servers: ReadonlyMap<Kind, Server>,
  count: number,
): Promise<ReadonlyMap<Kind, Measurement>> {
  const found = new Map<Kind, Measurement[]>();
  for (let round = 0; round < rounds; round++)
    for (const [kind, server] of servers)
      found.set(kind, [...(found.get(kind) ?? []), await burst(server, count)]);
  return new Map([...found].map(([kind, all]) => [kind, medians(all)]));
}

async function burst({ child, origin, bodies }: Server, count: number): Promise<Measurement> {
  const before = await cpuOf(child);
  const taken: Burst = await post(origin, bodies.splice(0, measured), count);
  const cpu = (await cpuOf(child)) - before;
  const p99 = taken.latencies.sort()[Math.floor(measured * 0.99)] ?? Number.NaN;
  return { cpu: cpu / measured, rate: measured / taken.duration, p99 };
}

function medians(all: readonly Measurement[]): Measurement {
  const of = (value: (one: Measurement) => number) => median(all.map(value));
  return { cpu: of(({ cpu }) => cpu), rate: of(({ rate }) => rate), p99: of(({ p99 }) => p99) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function figuresOf(count: number, found: ReadonlyMap<Kind, Measurement>): Figure[] {
  const bare = found.get("bare");
  return [...found].flatMap(([kind, { cpu, rate, p99 }]) => {
    const title = (what: string) => `${names[kind]}, ${count} connections: ${what}`;
    return [
      figure(title("CPU per response"), cpu, "ms", bare?.cpu),
      figure(title("responses"), rate, "per second", bare?.rate),
      figure(title("99th percentile of latency"), p99, "ms", bare?.p99),
    ];
  });
}

/** Beside the bare server, in the same run. */
function figure(title: string, value: number, unit: string, baseline: number | undefined): Figure {
  const beside = baseline ?? null;
  return {
    name: "intake",
    case: title,
    value,
    unit,
    baseline: beside,
    ratio: beside === null ? null : value / beside,
  };
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
