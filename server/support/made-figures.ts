import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { releaseText } from "@tiltas/analysis/chain";
import { exampleManifest, exampleRelease } from "@tiltas/analysis/release";
import { sha256 } from "@tiltas/instrument/digest";
import { openReader, type Place } from "@tiltas/store/open";

import { changedBefore, changesSince } from "../src/computing/changes-since.ts";
import { checkMargins } from "../src/computing/check-margins.ts";
import { checkPlan } from "../src/computing/check-plan.ts";
import { finish } from "../src/computing/finish-release.ts";
import { madeFromOf, writeMadeFrom } from "../src/computing/made-from.ts";
import { makeMicrodata } from "../src/computing/make-microdata.ts";
import { makeOutput } from "../src/computing/make-output.ts";
import { writeCandidate } from "../src/computing/prepare-release.ts";
import { previewOf } from "../src/computing/preview.ts";
import { previewFileIn } from "../src/computing/release-folder.ts";
import type { Compute, Outcomes, PrepareRelease, Run, Task } from "../src/computing/task.ts";

type Releases = ReadonlyMap<"ministry" | "public", ReturnType<typeof exampleRelease>>;

/** A computation that a test holds in its hand: told how far it is, ended or broken when the test wants. */
export interface HeldPreparation {
  readonly task: PrepareRelease;
  readonly run: Run;
  finish(outcome?: Outcomes["prepare-release"]): Promise<void>;
  crash(): void;
}

/** Does everything in the test's own thread; figures are made up, unless others are given. */
export function madeFigures(made: (wave: string) => Releases = exampleFigures): Compute {
  return ((task: Task, run: Run = {}) => {
    if (task.kind === "prepare-release") return layDown(task, made, run);
    if (task.kind === "finish-release") return finish(task);
    if (task.kind === "make-output") return makeOutput(task);
    if (task.kind === "make-microdata") return makeMicrodata(task);
    if (task.kind === "check-plan") return checkPlan(task);
    return checkMargins(task);
  }) as Compute;
}

/** The same, but each preparation waits for the test. */
export function heldFigures(): { readonly held: HeldPreparation[]; readonly compute: Compute } {
  const held: HeldPreparation[] = [];
  const others = madeFigures();
  const compute = (task: Task, run: Run = {}) => {
    if (task.kind !== "prepare-release") return others(task, run);
    return new Promise((resolve, reject) => {
      run.signal?.addEventListener("abort", () => reject(new Error("stopped")));
      held.push({
        task,
        run,
        finish: async (outcome) => resolve(outcome ?? (await layDown(task, exampleFigures, run))),
        crash: () => reject(new Error("out of memory")),
      });
    });
  };
  return { held, compute: compute as Compute };
}

/** The made release of both policies, as one of this wave. */
export function exampleFigures(wave: string): Releases {
  const of = (policy: "ministry" | "public") => {
    const release = exampleRelease(policy, wave === "spring" ? "spring" : "autumn");
    return { ...release, wave: { ...release.wave, id: wave } };
  };
  return new Map([
    ["ministry", of("ministry")],
    ["public", of("public")],
  ]);
}

async function layDown(
  { place, folder, wave, software }: PrepareRelease,
  made: (wave: string) => Releases,
  { onProgress }: Run,
): Promise<Outcomes["prepare-release"]> {
  onProgress?.({ step: "writing", progress: 0.9 });
  const releases = made(wave);
  const { digests: others, records } = exampleManifest();
  const own = [...releases].map(([policy, release]) => [`release/${policy}`, sha256(releaseText(release))]);
  const { changed, dataset, madeFrom } = await lookedInto(place, wave);
  const digests = { ...others, ...Object.fromEntries(own), dataset };
  await mkdir(folder, { recursive: true });
  const since = changesSince(changed, digests);
  const candidate = { releases, digests, records, software };
  await writeCandidate(folder, candidate, { changedAtLeast: 10, since, times: [] });
  await writeMadeFrom(folder, madeFrom);
  const preview = previewOf(releases, digests, null);
  await writeFile(previewFileIn(folder), JSON.stringify(preview));
  return { state: "ready", respondents: 1_204, preview };
}

/** Made figures come from nobody's answers; whose they would come from is looked up all the same. */
async function lookedInto(place: Place, wave: string) {
  const reader = await openReader(place);
  try {
    const changed = await changedBefore(reader, wave);
    const madeFrom = await madeFromOf(reader, { wave, analysisFolder });
    const answers = [];
    for await (const { hash } of reader.responsesOfWave(wave)) answers.push(hash);
    return { changed, madeFrom, dataset: sha256(answers.join()) };
  } finally {
    await reader.close();
  }
}

const analysisFolder = fileURLToPath(new URL("../../analysis/plan", import.meta.url));
