import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "@tiltas/contract/problems";
import type { Report } from "@tiltas/contract/reports";
import type { Place } from "@tiltas/store/open";
import type { ReportRecord, Store } from "@tiltas/store/port";
import type { Waves } from "../fieldwork/waves.ts";
import type { ReportProgress, RunReport } from "./task.ts";

export interface ReportsNeeds {
  readonly store: Pick<Store, "saveReport" | "findReport" | "listReports">;
  readonly waves: Pick<Waves, "find" | "list">;
  readonly run: RunReport;
  readonly place: Place;
  readonly software: string;
  readonly clock: () => Date;
  readonly newId: () => string;
}

export interface Reports {
  compute(wave: string, language: "lt" | "en", person: string): Promise<Report>;
  list(wave: string): Promise<Report[]>;
  get(id: string): Promise<Report>;
  cancel(id: string): Promise<Report>;
  /** The finished workbook and the name it is downloaded under. */
  workbook(id: string): Promise<{ path: string; name: string }>;
  /** Reports that were running when the server stopped have failed; call once at the start. */
  recover(): Promise<void>;
  /** The server stops: what is running is left to the next start. */
  abandon(): void;
}

interface Running extends ReportProgress {
  readonly stop: AbortController;
}

/** Reports under way or waiting, in all; more are refused. */
const runningAtMost = 12;

export function createReports(needs: ReportsNeeds): Reports {
  const { store, waves } = needs;
  const running = new Map<string, Running>();
  const shown = (record: ReportRecord): Report =>
    reportShown(record, record.state === "running" ? running.get(record.id) : undefined);
  return {
    async compute(wave, language, person) {
      await existingWave(waves, wave);
      if (running.size >= runningAtMost) throw tooMany();
      const record = newRecord(needs, { wave, language, requestedBy: person });
      running.set(record.id, { step: "waiting", progress: 0, stop: new AbortController() });
      await store.saveReport(record).catch((error: unknown) => {
        running.delete(record.id);
        throw error;
      });
      void follow(needs, running, record);
      return shown(record);
    },
    async list(wave) {
      await existingWave(waves, wave);
      return (await store.listReports(wave)).map(shown);
    },
    get: async (id) => shown(await existing(store, id)),
    async cancel(id) {
      const record = await existing(store, id);
      const under = running.get(id);
      if (record.state !== "running" || !under) return shown(record);
      const cancelled: ReportRecord = { ...record, state: "cancelled" };
      running.delete(id);
      under.stop.abort();
      await store.saveReport(cancelled);
      return shown(cancelled);
    },
    workbook: async (id) => workbookOf(needs.place, await existing(store, id)),
    recover: () => failLeftovers(needs),
    abandon: () => running.clear(),
  };
}

function newRecord(
  { newId, clock }: ReportsNeeds,
  asked: Pick<ReportRecord, "wave" | "language" | "requestedBy">,
): ReportRecord {
  return { ...asked, id: newId(), state: "running", requestedAt: clock(), respondents: null, failure: null };
}

async function workbookOf(
  place: Place,
  { id, state, wave, language, requestedAt }: ReportRecord,
): Promise<{ path: string; name: string }> {
  if (state !== "finished") throw notReady();
  const path = fileOf(place, id);
  if (!(await stat(path).catch(() => undefined)))
    throw new Refusal("not-found", "The workbook is no longer kept. Compute it again.");
  const plainWave = wave.replaceAll(/[^a-z0-9-]/gi, "-");
  return { path, name: `tiltas-${plainWave}-${language}-${requestedAt.toISOString().slice(0, 10)}.xlsx` };
}

async function failLeftovers({ store, waves }: ReportsNeeds): Promise<void> {
  for (const wave of await waves.list()) {
    for (const record of await store.listReports(wave.id)) {
      if (record.state === "running")
        await store.saveReport({ ...record, state: "failed", failure: restarted });
    }
  }
}

/** Waits for the worker and keeps what came of it; a report that was cancelled meanwhile stays cancelled. */
async function follow(
  needs: ReportsNeeds,
  running: Map<string, Running>,
  record: ReportRecord,
): Promise<void> {
  const { store, run, place, software } = needs;
  const { id, wave, language } = record;
  const started = running.get(id);
  if (!started) return;
  const onProgress = (progress: ReportProgress) => {
    if (running.has(id)) running.set(id, { ...started, ...progress });
  };
  let result: Pick<ReportRecord, "state" | "respondents" | "failure">;
  try {
    await mkdir(join(place.folder, "reports"), { recursive: true, mode: 0o700 });
    const outcome = await run(
      { place, wave, language, file: fileOf(place, id), software },
      started.stop.signal,
      onProgress,
    );
    result = { respondents: null, failure: null, ...outcome };
  } catch {
    result = { state: "failed", respondents: null, failure: brokeDown };
  }
  if (!running.has(id)) return;
  // If even this cannot be kept, the next start calls the report failed.
  await store.saveReport({ ...record, ...result }).catch(() => undefined);
  running.delete(id);
}

function fileOf(place: Place, id: string): string {
  return join(place.folder, "reports", `${id}.xlsx`);
}

async function existingWave(waves: ReportsNeeds["waves"], id: string): Promise<void> {
  if (!(await waves.find(id)))
    throw new Refusal("wave-unknown", "There is no wave with this name on this server.");
}

async function existing(store: ReportsNeeds["store"], id: string): Promise<ReportRecord> {
  const record = await store.findReport(id);
  if (!record) throw new Refusal("not-found", "There is no report with this identity.");
  return record;
}

function reportShown(record: ReportRecord, under: Running | undefined): Report {
  const { id, wave, language, state, requestedAt, respondents, failure } = record;
  const { step, progress } = under ?? { step: "writing" as const, progress: state === "finished" ? 1 : 0 };
  return {
    id,
    wave,
    language,
    state,
    step,
    progress,
    requestedAt: requestedAt.toISOString(),
    respondents,
    failure,
  };
}

const tooMany = () =>
  new Refusal("overloaded", "Many reports are being computed. Wait until one is finished.");
const notReady = () =>
  new Refusal("report-not-ready", "This report has no workbook yet, or never got one. Look at its state.");
const restarted = "The server was restarted while this report was being computed. Please compute it again.";
const brokeDown =
  "The computation ended unexpectedly; it may have needed more memory than a report may use. Please compute it again, and if that fails too, tell whoever operates this server.";
