import { join } from "node:path";
import { Interviews, runInterview } from "@tiltas/instrument/interview";
import { compilePlan, type PreparedPlan, preparePlan } from "@tiltas/instrument/plan";
import { canonicalJson } from "@tiltas/instrument/versions";
import type { InstrumentFolder } from "@tiltas/store/folders";
import type { Refusal } from "./gates.ts";

type Interview = Interviews[number];

/** Example interviews must pass, and each must give or expect something that the questionnaire takes. */
export function interviewRefusals({ questionnaire, interviews, path }: InstrumentFolder): Refusal[] {
  const { success, data, error } = Interviews.safeParse(interviews);
  const file = join(path, "interviews.json");
  if (!success) {
    const [issue] = error.issues;
    const sentence = `${file}: ${issue?.path.join(".")}: ${issue?.message}`;
    return [refusal(sentence, sentence)];
  }
  if (data.length === 0)
    return [
      refusal(
        `${file} holds no example interview. Write at least one that must keep passing.`,
        `Faile ${file} nėra nė vieno pavyzdinio interviu. Parašykite bent vieną, kuris visada turi pavykti.`,
      ),
    ];
  const { plan, refusals } = compilePlan(questionnaire);
  const checker = plan && refusals.length === 0 ? preparePlan(plan) : undefined;
  return data.flatMap((interview) =>
    [...emptiness(interview), ...failuresOf(interview, questionnaire, checker)].map((failure) =>
      refusal(
        `The interview “${interview.name}” fails at ${failure} Correct the questionnaire, or the interview.`,
        `Interviu „${interview.name}“ nepavyksta: ${failure} Pataisykite klausimyną arba interviu.`,
      ),
    ),
  );
}

function refusal(en: string, lt: string): Refusal {
  return { gate: "interviews", message: { en, lt } };
}

/** An interview without an answer and without an expectation passes whatever is asked. */
function emptiness({ steps, answers }: Interview): string[] {
  const says = steps.some((step) => Object.keys("set" in step ? step.set : step.expect).length > 0);
  return says || answers !== undefined ? [] : ["steps: Nothing is answered and nothing expected."];
}

function failuresOf(
  { steps, answers: expected }: Interview,
  questionnaire: unknown,
  checker: PreparedPlan | undefined,
): string[] {
  const result = runInterview(questionnaire, steps);
  const failures = result.findings.map(({ path, message }) => `${path}: ${message}`);
  if (expected !== undefined && canonicalJson(result.answers) !== canonicalJson(expected))
    failures.push("answers: The answers at the end are others.");
  return [...failures, ...(checker ? unacceptable(checker, { ...given(steps), ...result.answers }) : [])];
}

/** What was last answered to each item; survey-core lets go in silence what it does not take. */
function given(steps: Interview["steps"]): Record<string, unknown> {
  const answers = new Map(steps.flatMap((step) => ("set" in step ? Object.entries(step.set) : [])));
  return Object.fromEntries([...answers].filter(([, value]) => value !== null));
}

/** Objections to an answer that is there; an example may stop before the end. */
const toAnswers = new Set(["not-a-number", "out-of-range", "wrong-length", "pattern", "email", "wrong-type"]);

/** Answers that routing lets go, and those that survey-core keeps under another name, are no slip. */
const beside = new Set(["not-asked", "unknown-item"]);

function unacceptable(checker: PreparedPlan, answers: Readonly<Record<string, unknown>>): string[] {
  const { findings, removed } = checker.check(answers, { now: new Date() });
  const objections = [
    ...findings.flatMap(({ path, kind }) => (toAnswers.has(kind) ? [{ path, kind }] : [])),
    ...removed.flatMap(({ path, reason }) => (beside.has(reason) ? [] : [{ path, kind: reason }])),
  ];
  const byPath = new Map(objections.map(({ path, kind }) => [path, kind]));
  return [...byPath].map(([path, kind]) => `${path}: No respondent could give this answer (${kind}).`);
}
