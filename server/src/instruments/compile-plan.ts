import { compilePlan, type Plan } from "@tiltas/instrument/plan";

/** Runs in a worker thread: a plan is plain JSON and crosses to the thread that serves. */
export default function compile(questionnaire: string): Plan | undefined {
  return compilePlan(JSON.parse(questionnaire)).plan;
}
