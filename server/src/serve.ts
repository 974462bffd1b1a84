import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openAccessStore, openStore } from "@tiltas/store/open";
import { createPasswords } from "./access/passwords.ts";
import { createPeople } from "./access/people.ts";
import { createSessions } from "./access/sessions.ts";
import { createSignIn } from "./access/sign-in.ts";
import { createApp } from "./app.ts";
import { prepareWave } from "./demonstration/wave.ts";
import { readMunicipalities } from "./fieldwork/municipalities.ts";
import { createProgress } from "./fieldwork/progress.ts";
import { createWaves } from "./fieldwork/waves.ts";
import { createInstruments } from "./instruments/instruments.ts";
import { publishFolders } from "./instruments/publish.ts";
import { createIntake } from "./responses/intake.ts";
import { receiptCodes, receiptKey } from "./responses/receipt.ts";
import { reachOf } from "./settings/reach.ts";
import type { Settings } from "./settings/settings.ts";

export interface ServeOptions {
  readonly settings: Settings;
  /** The repository's `instruments/`. */
  readonly instrumentsFolder: string;
  readonly clock: () => Date;
  readonly logLevel: string;
  /** Lines for the person at the keyboard. */
  readonly say: (line: string) => void;
}

export interface Served {
  readonly origin: string;
  /** Link with which the first administrator chooses a password; undefined once somebody can sign in. */
  readonly firstLink: string | undefined;
  /** Waits for what is under way, at most ten seconds, then closes everything. */
  close(): Promise<void>;
}

const attempts = { perAddress: 30, perAccount: 10, inAll: 300, window: 5 * 60_000 };

/** Opens the data folder, publishes the instruments and serves. */
export async function serve({
  settings,
  instrumentsFolder,
  clock,
  logLevel,
  say,
}: ServeOptions): Promise<Served> {
  await mkdir(settings.data, { recursive: true, mode: 0o700 });
  const place = { folder: settings.data, ...(settings.databaseUrl ? { url: settings.databaseUrl } : {}) };
  const store = await openStore(place);
  const access = await openAccessStore(place);
  for (const warning of store.warnings) say(warning);
  await publishFolders(store, instrumentsFolder);

  const { demonstration, trustProxy, tls } = settings;
  const reach = reachOf(settings);
  const origin = () => reach.origin;
  const newId = () => randomUUID();
  const instruments = createInstruments(store);
  if (demonstration) {
    await prepareWave(
      { store, instruments },
      join(instrumentsFolder, "tcn-integration/demonstration-margins.csv"),
    );
  }
  const waves = createWaves({ store, clock });
  const municipalities = await readMunicipalities(join(instrumentsFolder, "municipalities.json"));
  const progress = createProgress({ store, waves, instruments, municipalities, clock, origin });
  const receiptCode = receiptCodes(await receiptKey(settings.data));
  const intake = createIntake({ store, instruments, waves, receiptCode, clock });
  const sessions = createSessions({ access, clock, demonstration });
  const signIn = createSignIn({ access, passwords: await createPasswords(), sessions, clock, newId });
  const codes = new Set(municipalities.map(({ code }) => code));
  const people = createPeople({ access, clock, newId, origin, municipalities: codes });

  const rooms = { instruments, municipalities, progress, intake, people, sessions, signIn };
  const { app } = await createApp(rooms, { reach, demonstration, trustProxy, tls, logLevel, attempts });
  reach.listening(portOf(await app.listen({ host: settings.host, port: settings.port })));
  return {
    origin: reach.origin,
    firstLink: await people.firstLink(),
    async close() {
      await app.close();
      await Promise.all([store.close(), access.close()]);
    },
  };
}

/** The port in an address such as `http://127.0.0.1:4700`. */
function portOf(address: string): number {
  const { port, protocol } = new URL(address);
  return port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);
}
