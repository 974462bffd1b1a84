// node tests/bench/report-run.ts FOLDER: the wave of a data folder to its workbook, in a process of its own; prints CPU seconds by step.
import { fileURLToPath } from "node:url";
import { finishRelease, prepareRelease } from "@tiltas/analysis/chain";
import { writeReleaseWorkbook } from "@tiltas/analysis/workbook";
import { openReader } from "@tiltas/store/open";
import { inputOf } from "../../server/src/computing/wave-input.ts";

/** CPU seconds of each step, the workbook last; bytes of it; MiB at most. */
export interface ReportRun {
  readonly steps: Readonly<Record<string, number>>;
  readonly total: number;
  readonly elapsed: number;
  readonly peak: number;
  readonly workbook: number;
}

const [folder = ""] = process.argv.slice(2);
const analysisFolder = fileURLToPath(new URL("../../analysis/plan", import.meta.url));
const steps: Record<string, number> = {};
const start = process.cpuUsage();
const began = performance.now();
let [latest, before] = ["opening", 0];
const seconds = () => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};
function next(step: string): void {
  const now = seconds();
  steps[latest] = (steps[latest] ?? 0) + now - before;
  [latest, before] = [step, now];
}

const reader = await openReader({ folder });
const task = {
  kind: "prepare-release",
  place: { folder },
  wave: "demo",
  analysisFolder,
  folder,
  software: "bench",
} as const;
const input = await inputOf(reader, task);
const candidate = await prepareRelease(input, { onProgress: next });
next("workbook");
const manifest = finishRelease(candidate, {
  ...{ number: 1, releasedAt: "2026-11-22T00:00:00.000Z", signedBy: [], notes: {}, corrects: null },
});
const release = candidate.releases.get("ministry");
if (!release) throw new Error("There is no release for the ministry.");
const workbook = await writeReleaseWorkbook({ release, manifest, language: "lt" });
next("end");
await reader.close();
const result: ReportRun = {
  steps,
  total: seconds(),
  elapsed: (performance.now() - began) / 1000,
  peak: process.resourceUsage().maxRSS / 1024,
  workbook: workbook.length,
};
console.log(JSON.stringify(result));
