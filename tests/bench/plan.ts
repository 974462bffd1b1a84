import { cpus } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { AnswerGenerator } from "@tiltas/instrument/agreement";
import { readOutline } from "@tiltas/instrument/definition";
import { validateWithSurveyCore } from "@tiltas/instrument/interview";
import { compilePlan, type Plan, type PreparedPlan, prepareLife, preparePlan } from "@tiltas/instrument/plan";
import type { Figure } from "./main.ts";
import { richInstrument } from "./rich-instrument.ts";
import { flagshipQuestionnaire, simulatedUploads } from "./simulated-uploads.ts";

const name = "plan";
const now = new Date("2026-11-22T10:00:00Z");

/**
 * A rich instrument of 60 items with conditions, a dynamic panel and a matrix: CPU of one check, against a fresh model
 * of survey-core for the same responses in the same run; compiling; memory. Targets: at most 0.2 ms a check, at least
 * 300 times survey-core's speed, at most 50 ms to compile. Then the demonstration's responses to the flagship, judged
 * as they are and, in turns with that, each through the whole life of a model. Aim: at most 0.3 ms a check.
 */
export async function bench(): Promise<Figure[]> {
  const questionnaire = richInstrument();
  const first = cpuMilliseconds(() => compiled(questionnaire));
  const responses = responsesTo(questionnaire, 200);
  const plan = compiled(questionnaire);
  const compiling = perCall(50, () => compiled(questionnaire));
  check(plan, responses, 5);
  const checking = perCall(20, () => check(plan, responses, 1)) / responses.length;
  const some = responses.slice(0, 60);
  for (const answers of some) validateWithSurveyCore(questionnaire, answers);
  const reference =
    perCall(2, () => {
      for (const answers of some) validateWithSurveyCore(questionnaire, answers);
    }) / some.length;
  const { perPlan, thousand } = memory(questionnaire);
  const figures = [
    figure("check of one response (target 0.2)", checking, "ms CPU", reference),
    figure("survey-core, fresh model per response", reference, "ms CPU", null),
    figure("times faster than survey-core (target 300)", reference / checking, "×", null),
    figure("compile and prepare, first time (target 50)", first, "ms CPU", null),
    figure("compile and prepare, warm", compiling, "ms CPU", null),
    figure("heap per compiled plan", perPlan, "KB", null),
    figure("1,000 plans in memory", thousand, "MB", null),
    ...flagship(),
  ];
  printMarkdown(figures);
  return figures;
}

function flagship(): Figure[] {
  const responses = simulatedUploads(400).map(({ answers }) => answers);
  const plan = planOf(flagshipQuestionnaire());
  const [prepared, life] = [preparePlan(plan), prepareLife(plan)];
  const turns = Array.from({ length: 11 }, () => ({
    checking: perCall(1, () => check(prepared, responses, 1)) / responses.length,
    living: perCall(1, () => check(life, responses, 1)) / responses.length,
    empty: perCall(400, () => prepared.check({}, { now })),
  })).slice(4);
  const checking = median(turns.map((turn) => turn.checking));
  const living = median(turns.map((turn) => turn.living));
  return [
    figure("check of one flagship response (aim 0.3)", checking, "ms CPU", living),
    figure("the same through the whole life of a model", living, "ms CPU", null),
    figure("check of an empty flagship response", median(turns.map((turn) => turn.empty)), "ms CPU", null),
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function planOf(questionnaire: unknown): Plan {
  const { plan, refusals } = compilePlan(questionnaire);
  if (plan === undefined)
    throw new Error(`The instrument of the bench is refused: ${refusals[0]?.path} ${refusals[0]?.message}`);
  return plan;
}

function compiled(questionnaire: unknown): PreparedPlan {
  return preparePlan(planOf(questionnaire));
}

/** Answers as respondents give them along the routing, to the end. */
function responsesTo(questionnaire: unknown, count: number): Record<string, unknown>[] {
  const generator = new AnswerGenerator(readOutline(questionnaire), 60);
  const plan = compiled(questionnaire);
  const route = (answers: Record<string, unknown>) => plan.check(answers, { now }).asked;
  return Array.from({ length: count }, () => generator.walk(route, { rounds: 60, edges: 0 }));
}

function check(plan: PreparedPlan, responses: readonly Record<string, unknown>[], times: number): void {
  for (let i = 0; i < times; i++) for (const answers of responses) plan.check(answers, { now });
}

function perCall(times: number, work: () => unknown): number {
  return (
    cpuMilliseconds(() => {
      for (let i = 0; i < times; i++) work();
    }) / times
  );
}

function cpuMilliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function memory(questionnaire: unknown): { perPlan: number; thousand: number } {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  const plans = Array.from({ length: 1000 }, () => compiled(structuredClone(questionnaire)));
  const bytes = used() - before;
  if (plans.length !== 1000) throw new Error("The plans are gone before they were weighed.");
  return { perPlan: bytes / 1000 / 1024, thousand: bytes / 1024 ** 2 };
}

function figure(title: string, value: number, unit: string, baseline: number | null): Figure {
  return { name, case: title, value, unit, baseline, ratio: baseline === null ? null : value / baseline };
}

function printMarkdown(figures: readonly Figure[]): void {
  if (process.argv.includes("--json")) return;
  const rows = figures.map(
    ({ case: title, value, unit }) => `| ${title} | ${value.toPrecision(3)} ${unit} |`,
  );
  console.log(
    [
      "",
      "| 60 items, conditions, dynamic panel, matrix; flagship | measured |",
      "|---|---|",
      ...rows,
      "",
    ].join("\n"),
  );
  console.log(
    `${cpus()[0]?.model ?? "unknown machine"}, ${cpus().length} cores; Node ${process.versions.node}`,
  );
}
