import type { MessagePort } from "node:worker_threads";
import { sentenceFor } from "../door/sentence-for.ts";
import { checkMargins } from "./check-margins.ts";
import { checkPlan } from "./check-plan.ts";
import { finish } from "./finish-release.ts";
import { makeMicrodata } from "./make-microdata.ts";
import { makeOutput } from "./make-output.ts";
import { prepare } from "./prepare-release.ts";
import type { ComputingProgress, Failed, Outcomes, Task } from "./task.ts";

/** Runs in a worker thread: does one task. */
export default async function work({
  task,
  port,
}: {
  task: Task;
  port: MessagePort;
}): Promise<Outcomes[Task["kind"]]> {
  try {
    return await doTask(task, (progress) => port.postMessage(progress));
  } finally {
    port.close();
  }
}

function doTask(task: Task, tell: (progress: ComputingProgress) => void): Promise<Outcomes[Task["kind"]]> {
  switch (task.kind) {
    case "check-margins":
      return checkMargins(task);
    case "check-plan":
      return checkPlan(task);
    case "prepare-release":
      return prepare(task, tell).catch(failed);
    case "finish-release":
      return finish(task);
    case "make-output":
      return makeOutput(task).catch(failed);
    case "make-microdata":
      return makeMicrodata(task).catch(failed);
  }
}

function failed(error: unknown): Failed {
  return { state: "failed", failure: sentenceFor(error, "computing") };
}
