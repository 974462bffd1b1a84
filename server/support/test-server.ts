import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Role } from "@tiltas/contract/roles";
import { compilePlan } from "@tiltas/instrument/plan";
import { openAccessStore, openStore } from "@tiltas/store/open";
import type { Store } from "@tiltas/store/port";
import type { FastifyInstance, InjectOptions } from "fastify";
import { newToken } from "../src/access/token.ts";
import { type AppOptions, createApp } from "../src/app.ts";
import { createComputing, isLong } from "../src/computing/pool.ts";
import type { Compute } from "../src/computing/task.ts";
import type { RouteEntry } from "../src/door/methods.ts";
import { createPlans } from "../src/instruments/plans.ts";
import { openParadata } from "../src/paradata/open-paradata.ts";
import { createReviewPool } from "../src/review/pool.ts";
import { createRooms, type Rooms } from "../src/rooms.ts";
import { smallInstrument } from "./small-instrument.ts";
import { autumn } from "./wave.ts";

export const origin = "https://tiltas.example";

const start = Date.parse("2026-11-21T12:00:00Z");

/** A whole server without a socket: temporary folder, small instrument, one wave, a clock that tests move. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly rooms: Rooms;
  readonly routes: readonly RouteEntry[];
  readonly store: Store;
  readonly folder: string;
  readonly clock: { now: number };
  /** A JSON request as one of our own pages would send it. */
  send(
    method: "GET" | "POST" | "PUT" | "DELETE",
    url: string,
    more?: { body?: object; cookie?: string; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Opens an account through an invitation; returns its cookie. */
  signedIn(role: Role, municipality?: string | null): Promise<string>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
  readonly cookie: string | undefined;
}

/** The databases that test servers use: embedded ones, unless a suite is run again on PostgreSQL. */
export const databases: { newUrl?: () => Promise<string> } = {};

const generous = { perAddress: 10_000, perAccount: 10_000, inAll: 10_000, window: 60_000 };
const analysisFolder = fileURLToPath(new URL("../../analysis/plan", import.meta.url));

export interface TestServerOptions extends Partial<Omit<AppOptions, "reach">> {
  /** Long work is never begun unless a test brings its own way, or asks for real threads with "threads". */
  readonly compute?: Compute | "threads" | "short-only";
  readonly wrapStore?: (store: Store) => Store;
  /** As many as come, unless a test is about bursts. */
  readonly freePerMinute?: number;
  /** Called before the paradata are opened; tests of faults spoil their file here. */
  readonly prepareFolder?: (folder: string) => void;
}

export async function testServer({
  compute = "short-only",
  wrapStore = (store) => store,
  freePerMinute = Number.POSITIVE_INFINITY,
  prepareFolder,
  ...options
}: TestServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "tiltas-server-"));
  const place = databases.newUrl ? { folder, url: await databases.newUrl() } : { folder };
  const opened = await openStore(place);
  const store = wrapStore(opened);
  const access = await openAccessStore(place);
  prepareFolder?.(folder);
  const paradata = await openParadata(place, () => undefined);
  const looking = createReviewPool();
  const computing = createComputing();
  const shortOnly: Compute = (task, run) =>
    isLong(task) ? new Promise(() => undefined) : computing.compute(task, run);
  await opened.publishInstrument(smallInstrument);
  await opened.saveStudy({
    id: "integration",
    title: { lt: "Integracija", en: "Integration" },
    synthetic: false,
  });
  await opened.saveWave(autumn);
  const clock = { now: start };
  const rooms = await createRooms({
    store,
    access,
    paradata,
    place,
    recordings: {
      find: async (name) => (name.startsWith("0".repeat(64)) ? Buffer.from("heard") : undefined),
    },
    lookInto: looking.lookInto,
    municipalities: [
      { code: "13", label: { lt: "Vilnius", en: "Vilnius" } },
      { code: "19", label: { lt: "Kaunas", en: "Kaunas" } },
    ],
    receiptKey: new Uint8Array(32),
    demonstration: options.demonstration ?? false,
    origin: () => origin,
    compute: typeof compute === "function" ? compute : compute === "threads" ? computing.compute : shortOnly,
    analysisFolder,
    plans: createPlans(async (questionnaire) => compilePlan(JSON.parse(questionnaire)).plan),
    clock: () => new Date(clock.now),
    newId: () => randomUUID(),
    freePerMinute,
    passwordCost: { memoryCost: 64, timeCost: 1, parallelism: 1 },
  });
  const { app, routes } = await createApp(rooms, {
    reach: { origin, accepts: (other) => other === origin, https: true },
    demonstration: false,
    trustProxy: false,
    logLevel: "silent",
    attempts: generous,
    built: undefined,
    ...options,
  });
  return {
    app,
    rooms,
    routes,
    store,
    folder,
    clock,
    send: (method, url, more = {}) => send(app, method, url, more),
    signedIn: async (role, municipality = role === "coordinator" || role === "interviewer" ? "13" : null) => {
      const { secret, hash } = newToken();
      const id = randomUUID();
      const expiresAt = new Date(clock.now + 60_000);
      await access.invite({
        tokenHash: hash,
        person: { id, email: `${id}@tiltas.example` },
        role,
        municipality,
        expiresAt,
      });
      const accepted = await send(app, "POST", "/api/invitations/accept", {
        body: { token: secret, password: `${id} accepts` },
      });
      return accepted.cookie ?? "";
    },
    async close() {
      await app.close();
      await access.close();
      await paradata.close();
      await looking.close();
      await computing.close();
      await opened.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function send(
  app: FastifyInstance,
  method: "GET" | "POST" | "PUT" | "DELETE",
  url: string,
  { body, cookie, headers }: { body?: object; cookie?: string; headers?: Record<string, string> },
): Promise<Answer> {
  const changing = method === "GET" ? {} : { origin };
  const json = body === undefined ? {} : { "content-type": "application/json" };
  const request: InjectOptions = {
    method,
    url,
    headers: { ...changing, ...json, ...(cookie === undefined ? {} : { cookie }), ...headers },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  };
  const { statusCode, headers: answered, payload } = await app.inject(request);
  const set = answered["set-cookie"];
  return {
    status: statusCode,
    headers: answered,
    body: /json/.test(String(answered["content-type"])) ? JSON.parse(payload) : payload,
    cookie: typeof set === "string" ? set.split(";")[0] : undefined,
  };
}
