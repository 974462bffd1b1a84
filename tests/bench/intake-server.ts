// One of the servers that the bench of the intake compares: fork(intake-server.ts, [KIND, FOLDER, DATABASE_URL?])
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "@tiltas/store/open";
import type { NewResponse, Store } from "@tiltas/store/port";
import Database from "better-sqlite3";
import { fastify } from "fastify";
import { prepareWave } from "../../server/src/demonstration/wave.ts";
import { openWave, plannedWaves } from "../../server/src/demonstration/waves.ts";
import type { Checker } from "../../server/src/instruments/checker.ts";
import { createInstruments } from "../../server/src/instruments/instruments.ts";
import { publishFolders } from "../../server/src/instruments/publish.ts";
import { prepareApplications } from "../../server/src/pages/prepare.ts";
import { serve } from "../../server/src/serve.ts";
import { readSettings } from "../../server/src/settings/settings.ts";

const instrumentsFolder = fileURLToPath(new URL("../../instruments", import.meta.url));

/** Finds no fault with anything. */
const noChecks: Checker = {
  learn: () => async () => ({ findings: [], removed: [] }),
  close: async () => undefined,
};

/** Tiltas as it is served; the wave is the demonstration's, without its respondents. */
async function tiltas(folder: string, url?: string, checker?: Checker): Promise<string> {
  const stores: Store[] = [];
  const served = await serve({
    settings: readSettings(
      ["--port", "0", "--data", folder, ...(url === undefined ? [] : ["--database-url", url])],
      {},
    ),
    instrumentsFolder,
    built: await prepareApplications(),
    clock: () => new Date(),
    logLevel: "info",
    say: () => undefined,
    freePerMinute: Number.POSITIVE_INFINITY,
    ...(checker ? { checker } : {}),
    wrapStore(store) {
      stores.push(store);
      return store;
    },
  });
  for (const store of stores) await prepare(store);
  return served.origin;
}

async function prepare(store: Store): Promise<void> {
  const planned = plannedWaves.filter(({ id }) => id === openWave);
  for (const wave of planned)
    await prepareWave({ store, instruments: createInstruments(store), instrumentsFolder }, wave);
}

/** As little as Fastify can do with the body: read it and say so. */
async function hello(): Promise<string> {
  const app = fastify({ bodyLimit: 2 ** 20 });
  app.post("/api/responses", async (_request, reply) => reply.status(201).send({ hello: "world" }));
  return app.listen({ host: "127.0.0.1", port: 0 });
}

type Clear = Omit<NewResponse, "answers" | "consent"> & {
  readonly answers: object;
  readonly consent: object;
};

/** The store of Tiltas behind a bare door: writer thread, row hash, indexes and ledger, both synced, and nothing before them. */
async function kept(folder: string): Promise<string> {
  const store = await openStore({ folder });
  await publishFolders(store, instrumentsFolder);
  await prepare(store);
  const app = fastify({ bodyLimit: 2 ** 20 });
  app.post<{ Body: Clear }>("/api/responses", async ({ body }, reply) => {
    const texts = { answers: JSON.stringify(body.answers), consent: JSON.stringify(body.consent) };
    const here = { municipality: null, findings: "[]", receivedAt: new Date(0), receipt: body.hash };
    await store.receive({ ...body, ...texts, ...here });
    return reply.status(201).send({ responseId: body.responseId, hash: body.hash });
  });
  return app.listen({ host: "127.0.0.1", port: 0 });
}

interface Body {
  readonly responseId: string;
  readonly hash: string;
}

/** The body kept as it came: Fastify, better-sqlite3 and a group commit with `synchronous=FULL`, and nothing else. */
async function bare(folder: string): Promise<string> {
  const database = new Database(join(folder, "bare.sqlite"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec(
    "CREATE TABLE responses (id TEXT PRIMARY KEY, hash TEXT NOT NULL, body TEXT NOT NULL) STRICT",
  );
  const insert = database.prepare("INSERT INTO responses VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  let group: { body: Body; done: () => void }[] = [];
  const commit = database.transaction((members: typeof group) => {
    for (const { body } of members) insert.run(body.responseId, body.hash, JSON.stringify(body));
  });
  const flush = () => {
    const members = group;
    group = [];
    commit(members);
    for (const { done } of members) done();
  };
  const app = fastify({ bodyLimit: 2 ** 20 });
  app.post<{ Body: Body }>("/api/responses", async ({ body }, reply) => {
    await new Promise<void>((done) => {
      if (group.push({ body, done }) === 1) setImmediate(flush);
    });
    return reply.status(201).send({ responseId: body.responseId, hash: body.hash });
  });
  return app.listen({ host: "127.0.0.1", port: 0 });
}

const [kind = "", folder = "", url] = process.argv.slice(2);
const others: Readonly<Record<string, () => Promise<string>>> = {
  bare: () => bare(folder),
  hello,
  kept: () => kept(folder),
  unchecked: () => tiltas(folder, url, noChecks),
};
const origin = await (others[kind] ?? (() => tiltas(folder, url)))();
process.once("disconnect", () => process.exit());
process.on("message", () => process.send?.({ cpu: process.cpuUsage() }));
process.send?.({ origin });
