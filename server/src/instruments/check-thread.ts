import { type MessagePort, parentPort } from "node:worker_threads";
import { type Plan, type PreparedPlan, preparePlan } from "@tiltas/instrument/plan";
import type { PlanCheck } from "./checker.ts";

/** What the serving thread asks: know a plan, or judge some answers by the plan of that number. */
export type Request =
  | { readonly plan: number; readonly learn: Plan }
  | {
      readonly id: number;
      readonly plan: number;
      /** As JSON. */
      readonly answers: string;
      /** Milliseconds since 1970. */
      readonly now: number;
    };

/** undefined where the check itself failed. */
export type Answer = readonly { readonly id: number; readonly check: PlanCheck | undefined }[];

if (parentPort) serve(parentPort);

/** A response may cost its own check, never the thread: whoever waits behind it is judged all the same. */
function serve(port: MessagePort): void {
  const plans = new Map<number, PreparedPlan>();
  port.on("message", (requests: readonly Request[]) => {
    const answers: { id: number; check: PlanCheck | undefined }[] = [];
    for (const request of requests) {
      if ("learn" in request) plans.set(request.plan, preparePlan(request.learn));
      else answers.push({ id: request.id, check: checked(plans.get(request.plan), request) });
    }
    port.postMessage(answers satisfies Answer);
  });
}

function checked(
  plan: PreparedPlan | undefined,
  { answers, now }: { answers: string; now: number },
): PlanCheck | undefined {
  try {
    const check = plan?.check(JSON.parse(answers), { now: new Date(now) });
    return (
      check && { findings: check.findings.map(({ path, kind }) => ({ path, kind })), removed: check.removed }
    );
  } catch {
    return undefined;
  }
}
