import { rm } from "node:fs/promises";
import type { MicrodataExport, MicrodataRequest } from "@tiltas/contract/microdata";
import { Refusal } from "@tiltas/contract/problems";
import { microdataFile } from "@tiltas/store/folders";
import { exportsOfWave, type HandedOutNow } from "@tiltas/store/ledger";
import type { Place } from "@tiltas/store/open";
import type { AccessStore, MicrodataOutcome, MicrodataRecord, Store } from "@tiltas/store/port";
import { emailsOf } from "../access/emails.ts";
import type { Compute } from "../computing/task.ts";
import type { Waves } from "../fieldwork/waves.ts";
import type { DownloadedFile } from "../releases/releases.ts";

export interface MicrodataNeeds {
  readonly store: Pick<Store, "beginMicrodata" | "endMicrodata" | "findMicrodata" | "listMicrodata">;
  readonly access: Pick<AccessStore, "findPerson">;
  readonly waves: Pick<Waves, "existing" | "list">;
  readonly compute: Compute;
  readonly place: Place;
  readonly software: string;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** Answers of single people in other hands: who holds them, what for and until when. */
export interface Microdata {
  request(wave: string, request: MicrodataRequest, person: string): Promise<MicrodataExport>;
  list(wave: string): Promise<MicrodataExport[]>;
  get(id: string): Promise<MicrodataExport>;
  /** @throws export-not-ready */
  file(id: string): Promise<DownloadedFile>;
  /** Removes the file; its row in the register stays. */
  remove(id: string): Promise<MicrodataExport>;
  /** Removes what has expired and what somebody withdrew from: after a withdrawal, at the start and every night. */
  sweep(): Promise<void>;
  /** The server stops: what is being made is left to the next start. */
  abandon(): void;
}

/** Longest time for which a file may be held, days. */
const longest = 366;

export function createMicrodata(needs: MicrodataNeeds): Microdata {
  const { store, waves, clock, place } = needs;
  const running = new Map<string, AbortController>();
  const today = () => clock().toISOString().slice(0, 10);
  const remove = (id: string) => removeFile(place, id);
  const shown = async (record: MicrodataRecord) => showExport(needs, record, today());
  return {
    async request(wave, { holder, purpose, expires }, person) {
      await waves.existing(wave);
      refuseTerm(expires, clock());
      if (running.size >= 4) throw tooMany();
      const id = needs.newId();
      const stop = new AbortController();
      running.set(id, stop);
      const asked = { id, wave, holder, purpose, expires };
      try {
        await store.beginMicrodata({ ...asked, by: person, at: clock() });
      } catch (error) {
        running.delete(id);
        throw error;
      }
      void follow(needs, running, asked, stop.signal);
      return shown(await existing(store, id));
    },
    async list(wave) {
      await waves.existing(wave);
      const own = await Promise.all((await store.listMicrodata(wave)).map(shown));
      const handedOver = (await exportsOfWave(place.folder, wave)).map((entry) =>
        showHandedOver(entry, today()),
      );
      return [...own, ...handedOver].sort((one, other) => other.at.localeCompare(one.at));
    },
    get: async (id) => shown(await existing(store, id)),
    async file(id) {
      const record = await existing(store, id);
      if (record.state !== "ready" || record.expires <= today()) throw notReady();
      return { path: fileOf(place, id), name: `tiltas-microdata-${id}.zip`, type: "application/zip" };
    },
    async remove(id) {
      await existing(store, id);
      running.get(id)?.abort();
      await store.endMicrodata(ended(id, "removed"));
      await remove(id);
      return shown(await existing(store, id));
    },
    async sweep() {
      for (const { id: wave } of await waves.list())
        for (const { id, state, expires } of await store.listMicrodata(wave)) {
          if (state === "running" && !running.has(id)) await store.endMicrodata(restarted(id));
          if (state !== "running" && expires <= today()) await store.endMicrodata(ended(id, "expired"));
          if (state === "withdrawn-from") running.get(id)?.abort();
          if (!running.has(id) && (state !== "ready" || expires <= today())) await remove(id);
        }
    },
    abandon: () => running.clear(),
  };
}

/** Waits for the file and enters it; one from which somebody withdrew meanwhile is removed again. */
async function follow(
  { store, compute, place, software }: MicrodataNeeds,
  running: Map<string, AbortController>,
  asked: Pick<MicrodataRecord, "id" | "wave" | "holder" | "purpose" | "expires">,
  signal: AbortSignal,
): Promise<void> {
  const { id } = asked;
  const file = fileOf(place, id);
  const made = await compute({ kind: "make-microdata", ...asked, place, file, software }, { signal }).catch(
    () => ({ state: "failed", failure: brokeDown }) as const,
  );
  if (!running.delete(id)) return;
  const none = { failure: null, respondents: null, digest: null };
  // If even this cannot be kept, the next start calls it failed.
  const kept = await store.endMicrodata({ id, ...none, ...made }).catch(() => undefined);
  if (kept && kept.state !== "ready") await removeFile(place, id);
}

async function showExport(
  { access }: MicrodataNeeds,
  { at, by, state, ...record }: MicrodataRecord,
  today: string,
): Promise<MicrodataExport> {
  const emails = await emailsOf(access, [by]);
  const isOver = state === "ready" && record.expires <= today;
  return {
    ...record,
    state: isOver ? "expired" : state,
    by: emails.get(by) ?? "",
    at: at.toISOString(),
  };
}

/** What a command wrote for an audit was never on this server: its row says who must be told. */
function showHandedOver(
  { id, wave, holder, purpose, expires, at, respondents, withdrawnSince }: HandedOutNow,
  today: string,
): MicrodataExport {
  return {
    ...{ id, wave, holder, purpose, expires, at, respondents, withdrawnSince },
    ...{ by: "npx tiltas export", failure: null, digest: null },
    state: expires <= today ? "expired" : "handed-over",
  };
}

const ended = (id: string, state: "removed" | "expired"): MicrodataOutcome => ({
  id,
  state,
  failure: null,
  respondents: null,
  digest: null,
});
const restarted = (id: string): MicrodataOutcome => ({
  ...ended(id, "removed"),
  state: "failed",
  failure: "The server was restarted while this file was being made. Please ask again.",
});

const fileOf = ({ folder }: Place, id: string) => microdataFile(folder, id);

/** Also one that was half made. */
async function removeFile(place: Place, id: string): Promise<void> {
  for (const path of [fileOf(place, id), `${fileOf(place, id)}.new`]) await rm(path, { force: true });
}

function refuseTerm(expires: string, now: Date): void {
  const last = new Date(now.getTime() + longest * 86_400_000).toISOString().slice(0, 10);
  if (expires > now.toISOString().slice(0, 10) && expires <= last) return;
  throw new Refusal("invalid-request", "Microdata are held until a day within the coming year.", {
    errors: [{ path: "/expires", message: "must be a day within the coming year" }],
  });
}

async function existing(store: MicrodataNeeds["store"], id: string): Promise<MicrodataRecord> {
  const record = await store.findMicrodata(id);
  if (!record) throw new Refusal("not-found", "The register has no export with this identity.");
  return record;
}

const notReady = () =>
  new Refusal("export-not-ready", "This file is not there. The register says what has become of it.");
const tooMany = () => new Refusal("overloaded", "Many files are being made. Wait until one is finished.");
const brokeDown =
  "Making the file ended unexpectedly; it may have needed more memory than it may use. Please ask again, and if that fails too, tell whoever operates this server.";
