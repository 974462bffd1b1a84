import type { MessagePort } from "node:worker_threads";
import { faultOf } from "../door/fault.ts";
import { checkPlan } from "./analysis-plan.ts";
import { checkMargins } from "./check-margins.ts";
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

const faults = new Set([
  "Error",
  "TypeError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "AssertionError",
  "ZodError",
]);

/** Refusals of the analysis are sentences about margins, plans and waves; anything else is a fault of ours and goes to the log. */
function failed(error: unknown): Failed {
  if (error instanceof Error && !faults.has(error.name) && !("code" in error))
    return { state: "failed", failure: error.message };
  const { fault, ...more } = faultOf(error);
  process.stderr.write(`${JSON.stringify({ level: 50, msg: "computing failed", fault, ...more })}\n`);
  return {
    state: "failed",
    failure: `This could not be computed because of a fault in the program (${fault}). Nothing was lost; please tell whoever operates this server.`,
  };
}
