import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Store } from "@tiltas/store/port";
import { afterEach, expect, test, vi } from "vitest";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { createReportPool } from "./pool.ts";
import type { ReportProgress, ReportTask, RunReport } from "./task.ts";

let server: TestServer;
afterEach(() => server.close());

/** A worker whose every step the test decides. */
function workerByHand() {
  const tasks: {
    task: ReportTask;
    signal: AbortSignal;
    tell: (progress: ReportProgress) => void;
    finish: (outcome: Awaited<ReturnType<RunReport>>) => void;
    crash: () => void;
  }[] = [];
  const run: RunReport = (task, signal, tell) =>
    new Promise((finish, reject) =>
      tasks.push({ task, signal, tell, finish, crash: () => reject(new Error("out of memory")) }),
    );
  return { tasks, run };
}

type Worker = ReturnType<typeof workerByHand>;

/** Until the worker has been handed as many reports. */
const begun = (worker: Worker, reports: number) =>
  vi.waitFor(() => expect(worker.tasks).toHaveLength(reports), { timeout: 10_000 });

/** The report once it is no longer running. */
const ended = (url: string, cookie: string) =>
  vi.waitFor(
    async () => {
      const { body } = await server.send("GET", url, { cookie });
      expect(body.state).not.toBe("running");
      return body;
    },
    { timeout: 10_000 },
  );

const compute = async (cookie: string) =>
  server.send("POST", "/api/staff/waves/autumn/reports", { cookie, body: { language: "lt" } });

test("a report is computed elsewhere, tells its progress and is downloaded under a clean name", async () => {
  const worker = workerByHand();
  server = await testServer({ runReport: worker.run });
  const cookie = await server.signedIn("analyst");
  const asked = await compute(cookie);
  expect([asked.status, asked.body.state, asked.body.step]).toEqual([202, "running", "waiting"]);
  const url = `/api/staff/reports/${asked.body.id}`;
  await begun(worker, 1);
  worker.tasks[0]?.tell({ step: "weighting", progress: 0.4 });
  expect((await server.send("GET", url, { cookie })).body).toMatchObject({
    state: "running",
    step: "weighting",
    progress: 0.4,
  });
  expect((await server.send("GET", `${url}/workbook`, { cookie })).body.type).toBe(
    "/problems/report-not-ready",
  );
  await writeFile(worker.tasks[0]?.task.file ?? "", "workbook");
  worker.tasks[0]?.finish({ state: "finished", respondents: 2_600 });
  expect(await ended(url, cookie)).toMatchObject({
    state: "finished",
    progress: 1,
    respondents: 2_600,
  });
  const download = await server.send("GET", `${url}/workbook`, { cookie });
  expect(download.headers).toMatchObject({
    "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "content-disposition": 'attachment; filename="tiltas-autumn-lt-2026-11-21.xlsx"',
    "cache-control": "no-store",
  });
  expect(download.body).toBe("workbook");
  const list = await server.send("GET", "/api/staff/waves/autumn/reports", { cookie });
  expect(list.body.map(({ id }: { id: string }) => id)).toEqual([asked.body.id]);
});

test("a worker that breaks down makes a failed report with a sentence, and the server goes on", async () => {
  const worker = workerByHand();
  server = await testServer({ runReport: worker.run });
  const cookie = await server.signedIn("analyst");
  const [first, second] = [await compute(cookie), await compute(cookie)];
  await begun(worker, 2);
  worker.tasks[0]?.crash();
  worker.tasks[1]?.finish({
    state: "failed",
    failure: "The margins have no row for the citizenship ukr. Add it.",
  });
  const failure = (id: string) => ended(`/api/staff/reports/${id}`, cookie);
  expect(await failure(first.body.id)).toMatchObject({
    state: "failed",
    failure: expect.stringMatching(/ended unexpectedly/),
  });
  expect(await failure(second.body.id)).toMatchObject({
    state: "failed",
    failure: "The margins have no row for the citizenship ukr. Add it.",
  });
});

test("a cancelled report stops its worker and stays cancelled", async () => {
  const worker = workerByHand();
  server = await testServer({ runReport: worker.run });
  const cookie = await server.signedIn("analyst");
  const { body } = await compute(cookie);
  await begun(worker, 1);
  const cancelled = await server.send("DELETE", `/api/staff/reports/${body.id}`, { cookie });
  expect(cancelled.body.state).toBe("cancelled");
  expect(worker.tasks[0]?.signal.aborted).toBe(true);
  worker.tasks[0]?.finish({ state: "finished", respondents: 1 });
  await new Promise(setImmediate);
  expect((await ended(`/api/staff/reports/${body.id}`, cookie)).state).toBe("cancelled");
});

test("what was running when the server stopped has failed after the restart, and says so", async () => {
  server = await testServer();
  const cookie = await server.signedIn("analyst");
  const { body } = await compute(cookie);
  const report = await server.store.findReport(body.id);
  if (!report) throw new Error("the report is not kept");
  const later = { ...report, id: "00000000-0000-4000-8000-000000000001" };
  await server.store.saveReport(later);
  await server.rooms.reports.recover();
  const recovered = await server.send("GET", `/api/staff/reports/${later.id}`, { cookie });
  expect(recovered.body).toMatchObject({
    state: "failed",
    failure: expect.stringMatching(/server was restarted/),
  });
});

test("at most a dozen reports are under way or wait", async () => {
  server = await testServer();
  const cookie = await server.signedIn("analyst");
  const statuses = [];
  for (let i = 0; i < 13; i++) statuses.push((await compute(cookie)).status);
  expect(statuses).toEqual([...Array(12).fill(202), 503]);
});

test("asking for all of them at the same moment changes nothing about that", async () => {
  server = await testServer();
  const cookie = await server.signedIn("analyst");
  const answers = await Promise.all(Array.from({ length: 30 }, () => compute(cookie)));
  expect(answers.filter(({ status }) => status === 202)).toHaveLength(12);
});

test("a report that could not be written down takes nobody's place", async () => {
  let broken = true;
  const failing = (store: Store): Store => ({
    ...store,
    saveReport: (report) => (broken ? Promise.reject(new Error("disk")) : store.saveReport(report)),
  });
  server = await testServer({ wrapStore: failing });
  const cookie = await server.signedIn("analyst");
  for (let i = 0; i < 13; i++) expect((await compute(cookie)).status).toBe(500);
  broken = false;
  expect((await compute(cookie)).status).toBe(202);
});

test("a report that is kept as finished is shown as finished, before its place is free", async () => {
  const worker = workerByHand();
  let free = () => {};
  const slow = (store: Store): Store => ({
    ...store,
    saveReport: async (report) => {
      await store.saveReport(report);
      if (report.state === "finished") await new Promise<void>((resolve) => (free = resolve));
    },
  });
  server = await testServer({ runReport: worker.run, wrapStore: slow });
  const cookie = await server.signedIn("analyst");
  const { body } = await compute(cookie);
  await begun(worker, 1);
  worker.tasks[0]?.tell({ step: "weighting", progress: 0.4 });
  worker.tasks[0]?.finish({ state: "finished", respondents: 3 });
  expect(await ended(`/api/staff/reports/${body.id}`, cookie)).toMatchObject({ progress: 1 });
  free();
});

test("a real worker makes a workbook that says how few responses there are", async () => {
  const pool = createReportPool();
  server = await testServer({ runReport: pool.run });
  await mkdir(join(server.folder, "reports"), { recursive: true });
  const file = join(server.folder, "reports", "one.xlsx");
  const steps = new Set<string>();
  const task = {
    place: { folder: server.folder },
    wave: "autumn",
    language: "en",
    file,
    software: "0.1.0",
  } as const;
  const outcome = await pool.run(task, new AbortController().signal, ({ step }) => void steps.add(step));
  const missing = await pool.run({ ...task, wave: "spring" }, new AbortController().signal, () => undefined);
  await pool.close();
  expect(outcome).toEqual({ state: "finished", respondents: 0 });
  expect(missing).toMatchObject({ state: "failed", failure: expect.stringMatching(/fault in the program/) });
  expect([...steps]).toContain("writing");
});
