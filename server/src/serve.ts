import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { openAccessStore, openStore } from "@tiltas/store/open";
import type { Store } from "@tiltas/store/port";
import { createApp } from "./app.ts";
import { dropStaleDatasets } from "./computing/datasets.ts";
import { createComputing } from "./computing/pool.ts";
import { prepareDemonstration } from "./demonstration/demonstration.ts";
import { releaseClosedWave } from "./demonstration/first-release.ts";
import { type DemonstrationSignIn, refuseMixing } from "./demonstration/staff.ts";
import type { Bounds } from "./door/pressure.ts";
import { readMunicipalities } from "./fieldwork/municipalities.ts";
import { openWaves } from "./fieldwork/open-waves.ts";
import { type Checker, startChecker } from "./instruments/checker.ts";
import { createPlanCompiler, createPlans } from "./instruments/plans.ts";
import { publishFolders } from "./instruments/publish.ts";
import { settledFirst } from "./instruments/settled-first.ts";
import type { Built } from "./pages/pages.ts";
import { openParadata } from "./paradata/open-paradata.ts";
import { prepareOpenWaves } from "./responses/prepare.ts";
import { receiptKey } from "./responses/receipt.ts";
import { createReviewPool } from "./review/pool.ts";
import { createRooms, type Ground } from "./rooms.ts";
import { type OpenedReach, reachOf } from "./settings/reach.ts";
import type { Settings } from "./settings/settings.ts";
import { useFolder } from "./settings/usable-folder.ts";

export interface ServeOptions {
  readonly settings: Settings;
  /** The repository's `instruments/`. */
  readonly instrumentsFolder: string;
  /** The web applications; without them only the API is served. */
  readonly built: Built | undefined;
  readonly clock: () => Date;
  readonly logLevel: string;
  /** Lines for the person at the keyboard. */
  readonly say: (line: string) => void;
  /** Stands between the server and its store; tests of faults put a bad one here. */
  readonly wrapStore?: (store: Store) => Store;
  /** New responses a minute that a wave takes without proof of work; benches and tests of faults send more. */
  readonly freePerMinute?: number;
  /** How much at once; other than the ordinary in tests of faults only. */
  readonly bounds?: Bounds;
  /** Judges answers; the bench measures a server that judges none beside the ordinary one. */
  readonly checker?: Checker;
  /** Milliseconds that clients have at the end to finish what they have begun; other than ten seconds in tests of faults only. */
  readonly drainedWithin?: number;
}

export interface Served {
  readonly origin: string;
  /** Link with which the first administrator chooses a password; undefined once somebody can sign in. */
  readonly firstLink: string | undefined;
  /** Sign-ins of the demonstration; empty on any other server. */
  readonly signIns: readonly DemonstrationSignIn[];
  /** Waits for what is under way, at most ten seconds, then closes everything. */
  close(): Promise<void>;
}

/** How often somebody may try to sign in, in five minutes. */
const attempts = { perAddress: 60, perAccount: 20, inAll: 600, window: 5 * 60_000 };

/** Opens the data folder, publishes the instruments and serves. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { settings, instrumentsFolder, say, wrapStore = (store) => store } = options;
  await useFolder(settings.data);
  const place = { folder: settings.data, ...(settings.databaseUrl ? { url: settings.databaseUrl } : {}) };
  const opened = await openStore(place, say);
  const closing: (() => Promise<void>)[] = [() => opened.close()];
  const closeAll = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    for (const warning of opened.warnings) say(warning);
    const store = wrapStore(opened);
    const access = await openAccessStore(place);
    closing.push(() => access.close());
    const paradata = await openParadata(place, say);
    closing.push(() => paradata.close());
    await refuseMixing(settings.data, settings.demonstration, access);
    const recordings = await publishFolders(store, instrumentsFolder);
    const workers = startWorkers(options.checker, (close) => closing.push(close));
    const reach = reachOf(settings);
    const ground = await groundOf(options, {
      ...{ store, access, paradata, place, recordings, reach },
      ...workers,
    });
    const served = await open(options, ground, reach, (close) => closing.push(close));
    return { ...served, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Threads for what must not keep the serving one: releases, looks into a wave, compiling plans. */
function startWorkers(
  checker = settledFirst(startChecker()),
  onClose: (close: () => Promise<void>) => void,
): Pick<Ground, "lookInto" | "compute" | "plans"> {
  const [review, compiler] = [createReviewPool(), createPlanCompiler()];
  const computing = createComputing();
  for (const worker of [review, computing, compiler, checker]) onClose(() => worker.close());
  const { compute } = computing;
  return {
    lookInto: review.lookInto,
    compute,
    plans: createPlans(compiler.compile, checker),
  };
}

type Opened = Pick<
  Ground,
  "store" | "access" | "paradata" | "place" | "recordings" | "lookInto" | "compute" | "plans"
> & {
  reach: OpenedReach;
};

async function groundOf(
  { settings, instrumentsFolder, clock, freePerMinute }: ServeOptions,
  opened: Opened,
): Promise<Ground> {
  const { reach, ...kept } = opened;
  const marks = await kept.store.listKeyMarks();
  return {
    ...kept,
    analysisFolder: join(import.meta.dirname, "../../analysis/plan"),
    municipalities: await readMunicipalities(join(instrumentsFolder, "municipalities.json")),
    receiptKey: await receiptKey(
      settings.data,
      marks.some(({ name }) => name === "receipt.key"),
    ),
    demonstration: settings.demonstration,
    origin: () => reach.origin,
    clock,
    freePerMinute,
    newId: () => randomUUID(),
  };
}

async function open(
  options: ServeOptions,
  ground: Ground,
  reach: OpenedReach,
  onClose: (close: () => Promise<void>) => void,
): Promise<Omit<Served, "close">> {
  const { settings, instrumentsFolder, logLevel, built, say, drainedWithin = 10_000 } = options;
  const { demonstration, trustProxy, tls } = settings;
  const rooms = await createRooms(ground);
  await dropStaleDatasets(ground.place);
  await rooms.candidates.recover();
  await rooms.microdata.sweep();
  await rooms.withdrawals.fillReceipts();
  for (const sentence of await rooms.care.atStart()) say(sentence);
  const signIns = demonstration ? await prepareDemonstration({ ground, rooms, instrumentsFolder, say }) : [];
  if (!demonstration) await openWaves({ ...ground, ...rooms }, settings.data);
  await prepareOpenWaves({ ...ground, ...rooms });
  const { app } = await createApp(rooms, {
    ...(options.bounds ? { bounds: options.bounds } : {}),
    built,
    reach,
    demonstration,
    trustProxy,
    tls,
    logLevel,
    attempts,
  });
  rooms.care.begin(say);
  onClose(async () => {
    rooms.care.end();
    const cut = setTimeout(() => app.server.closeAllConnections(), drainedWithin);
    for (const room of [rooms.candidates, rooms.microdata]) room.abandon();
    await app.close();
    clearTimeout(cut);
  });
  const listening = { host: settings.host, port: settings.port, listenTextResolver: () => "listening" };
  reach.listening(portOf(await app.listen(listening)));
  if (demonstration) releaseInBackground({ ...ground, rooms, signIns, say }, onClose);
  return { origin: reach.origin, firstLink: await rooms.people.firstLink(), signIns };
}

/** Without it a demonstration lacks a release that anybody there can make: the server is stopping, or the disk said no. */
function releaseInBackground(
  needs: Omit<Parameters<typeof releaseClosedWave>[0], "signal">,
  onClose: (close: () => Promise<void>) => void,
): void {
  const stopped = new AbortController();
  onClose(async () => stopped.abort());
  releaseClosedWave({ ...needs, signal: stopped.signal }).catch(() => undefined);
}

/** The port in an address such as `http://127.0.0.1:4700`. */
function portOf(address: string): number {
  const { port, protocol } = new URL(address);
  return port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);
}
