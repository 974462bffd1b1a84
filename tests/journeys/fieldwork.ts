import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAccessStore, openStore } from "@tiltas/store/open";
import Client from "better-sqlite3";
import { createPasswords } from "../../server/src/access/passwords.ts";
import { newToken } from "../../server/src/access/token.ts";
import { autumn } from "../../server/support/wave.ts";
import { startServer } from "../support/running-server.ts";
import { villageInstrument } from "./village-instrument.ts";

/** A response as it lies in the database. */
interface StoredRow {
  readonly responseId: string;
  readonly answers: string;
  readonly language: string;
  readonly mode: string;
  readonly channel: string | null;
  readonly findings: string;
}

/** A real server in a process of its own with one open wave, "village", in five languages and every mode. */
export interface Fieldwork {
  readonly origin: string;
  /** Everything the server has printed, its log included. */
  output(): string;
  /** What a response from the staff API says, asked as a researcher. */
  staff<Answer>(path: string, body?: object): Promise<Answer>;
  /** The responses that the database holds at this moment. */
  rows(): readonly StoredRow[];
  /** How many drafts on the move wait for the device that takes them. */
  onTheMove(): number;
  /** What staff sign in with: stands in no log. */
  readonly secrets: readonly string[];
  /** @returns the exit code */
  stop(): Promise<number | null>;
}

const researcher = { email: "tyreja@tiltas.example", password: `four words ${randomUUID()}` };

export async function fieldwork(): Promise<Fieldwork> {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-village-"));
  await openVillage(folder);
  await letIn(folder);
  const server = await startServer([], { folder });
  const origin = `http://localhost:${server.port}`;
  const session = await post(`${origin}/api/session`, researcher, { origin });
  const [cookie = ""] = (session.headers.get("set-cookie") ?? "").split(";");
  const read = <Row>(query: string): Row[] => {
    const database = new Client(join(folder, "data.sqlite"), { readonly: true });
    try {
      return database.prepare<[], Row>(query).all();
    } finally {
      database.close();
    }
  };
  return {
    origin,
    output: server.output,
    secrets: [researcher.password, cookie.split("=")[1] ?? "none"],
    async staff(path, body) {
      const address = `${origin}/api/staff/${path}`;
      const answer = await (body
        ? post(address, body, { origin, cookie })
        : fetch(address, { headers: { cookie } }));
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    rows: () =>
      read<StoredRow>(
        "SELECT response_id AS responseId, answers, language, mode, channel, findings FROM responses",
      ),
    onTheMove: () => read("SELECT id FROM resumes WHERE taken_by IS NULL").length,
    stop: server.stop,
  };
}

function post(address: string, body: object, headers: Record<string, string>): Promise<Response> {
  const sent = { "content-type": "application/json", ...headers };
  return fetch(address, { method: "POST", headers: sent, body: JSON.stringify(body) });
}

async function openVillage(folder: string): Promise<void> {
  const store = await openStore({ folder });
  await store.publishInstrument(villageInstrument);
  await store.saveStudy({ id: "integration", title: { lt: "Kaimas", en: "Village" }, synthetic: false });
  await store.saveWave({
    ...autumn,
    id: "village",
    instrument: villageInstrument.digest,
    languages: ["lt", "en", "uk", "ru", "ar"],
    modes: ["web", "interviewer", "kiosk", "telephone"],
    closes: "2099-12-31",
  });
  await store.close();
}

async function letIn(folder: string): Promise<void> {
  const access = await openAccessStore({ folder });
  const { hash: tokenHash } = newToken();
  const person = { id: randomUUID(), email: researcher.email };
  const expiresAt = new Date(Date.now() + 3_600_000);
  await access.invite({ tokenHash, person, role: "researcher", municipality: null, expiresAt });
  const passwordHash = await (await createPasswords()).hash(researcher.password);
  await access.acceptInvitation({
    tokenHash,
    now: new Date(),
    newPersonId: person.id,
    email: null,
    passwordHash,
  });
  await access.close();
}
