// node tests/bench/report-run.ts FOLDER [FROM TO]: the wave of a data folder to its workbook, in a process of its own; prints CPU
// seconds by step. FROM … TO: then so many responses come, and the same process makes the report again.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { finishRelease, prepareRelease } from "@tiltas/analysis/chain";
import { keptMasks } from "@tiltas/analysis/disclosure";
import { writeReleaseWorkbook } from "@tiltas/analysis/workbook";
import { masksFile } from "@tiltas/store/folders";
import { openReader } from "@tiltas/store/open";
import { inputOf } from "../../server/src/computing/wave-input.ts";

/** CPU seconds of each step, the workbook last; seconds on the clock; bytes of the workbook; MiB at most, of the process. */
export interface ReportRun {
  readonly steps: Readonly<Record<string, number>>;
  readonly total: number;
  readonly elapsed: number;
  readonly peak: number;
  readonly workbook: number;
}

const [folder = "", from, to] = process.argv.slice(2);
const analysisFolder = fileURLToPath(new URL("../../analysis/plan", import.meta.url));
const runs = [await report()];
if (from !== undefined && to !== undefined) {
  const filling = fileURLToPath(new URL("report-folder.ts", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [filling, folder, from, to], { encoding: "utf8" });
  if (status !== 0) throw new Error(`No more responses came: ${stderr}`);
  runs.push(await report());
}
console.log(JSON.stringify(runs));

/** As the server makes it: with the columns and the masks that an earlier report left. */
async function report(): Promise<ReportRun> {
  const clock = stepsOf();
  const reader = await openReader({ folder });
  const wave = "demo";
  const input = await inputOf(reader, {
    ...{ kind: "prepare-release", place: { folder }, wave, analysisFolder, folder, software: "bench" },
  });
  const masks = keptMasks(masksFile(folder, wave));
  const candidate = await prepareRelease(input, { masks, onProgress: clock.next });
  masks.save();
  clock.next("workbook");
  const manifest = finishRelease(candidate, {
    ...{ number: 1, releasedAt: "2026-11-22T00:00:00.000Z", signedBy: [], notes: {}, corrects: null },
  });
  const release = candidate.releases.get("ministry");
  if (!release) throw new Error("There is no release for the ministry.");
  const workbook = await writeReleaseWorkbook({ release, manifest, language: "lt" });
  await reader.close();
  const peak = process.resourceUsage().maxRSS / 1024;
  return { ...clock.stopped(), peak, workbook: workbook.length };
}

/** CPU seconds of the process, all threads, by the step that it is in; it begins with "opening". */
function stepsOf() {
  const steps: Record<string, number> = {};
  const start = process.cpuUsage();
  const began = performance.now();
  let [latest, before] = ["opening", 0];
  const seconds = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  const next = (step: string): void => {
    const now = seconds();
    steps[latest] = (steps[latest] ?? 0) + now - before;
    [latest, before] = [step, now];
  };
  return {
    next,
    stopped() {
      next("end");
      return { steps, total: before, elapsed: (performance.now() - began) / 1000 };
    },
  };
}
