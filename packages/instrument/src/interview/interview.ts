import { type Question, QuestionMatrixModel, SurveyModel } from "survey-core";
import { z } from "zod";
import { canonicalJson } from "../digest/index.ts";

const Answers = z.record(z.string(), z.json());

/** What is looked at after the steps before: is the item asked, and what does it hold (null: nothing). */
const Expectation = z.strictObject({ visible: z.boolean().optional(), value: z.json().optional() });

export const Step = z.union([
  z.strictObject({ set: Answers }),
  z.strictObject({ expect: z.record(z.string(), Expectation) }),
]);
export type Step = z.infer<typeof Step>;

/** `interviews.json` of an instrument version: example interviews that must keep passing. */
export const Interviews = z.array(
  z.strictObject({
    /** A sentence about survey practice. */
    name: z.string().min(1),
    steps: z.array(Step).min(1),
    /** All answers at the end, without those to items no longer asked. */
    answers: Answers.optional(),
  }),
);
export type Interviews = z.infer<typeof Interviews>;

/** Where an interview went another way than expected. */
export interface InterviewFinding {
  /** Place in the interview, such as `steps[2].expect.hours`. */
  readonly path: string;
  readonly message: string;
}

export interface InterviewResult {
  readonly findings: readonly InterviewFinding[];
  /** Answers left at the end, as SurveyJS writes them. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Items asked at the end. */
  readonly asked: ReadonlySet<string>;
}

/**
 * Conducts an interview without a screen, as survey-core does on a respondent's phone; a fresh model each time.
 *
 * @param look  sees the model as it stands after each step
 */
export function runInterview(
  questionnaire: unknown,
  steps: readonly Step[],
  look: (model: SurveyModel) => void = () => {},
): InterviewResult {
  const model = new SurveyModel(structuredClone(questionnaire));
  const findings = steps.flatMap((step, i) => {
    const found = takeStep(model, step, `steps[${i}]`);
    look(model);
    return found;
  });
  const result = { findings, answers: answersOf(model), asked: askedIn(model) };
  model.dispose();
  return result;
}

function takeStep(model: SurveyModel, step: Step, path: string): InterviewFinding[] {
  if ("set" in step)
    return Object.entries(step.set).flatMap(([item, value]) =>
      give(model, item, value, `${path}.set.${item}`),
    );
  return Object.entries(step.expect).flatMap(([item, expectation]) =>
    hold(model, item, expectation, `${path}.expect.${item}`),
  );
}

function give(model: SurveyModel, item: string, value: unknown, path: string): InterviewFinding[] {
  const question = model.getQuestionByName(item);
  if (!question) return [{ path, message: "The questionnaire has no item of this name." }];
  if (!question.isVisibleInSurvey && !isFilled(question))
    return [{ path, message: "This item is not asked here, so nobody can answer it." }];
  if (question instanceof QuestionMatrixModel) giveRows(question, value);
  else question.value = value;
  return [];
}

/** Hidden for good and kept: the application or chance fills it, not the respondent. */
function isFilled({ visible, visibleIf, clearIfInvisible }: Question): boolean {
  return !visible && !visibleIf && clearIfInvisible === "none";
}

/** Row by row, as a respondent does: survey-core forgets to tell conditions on rows when a whole matrix is cleared. */
function giveRows(matrix: QuestionMatrixModel, value: unknown): void {
  const byRow = typeof value === "object" && value !== null ? value : {};
  for (const row of matrix.visibleRows) row.value = Reflect.get(byRow, row.name) ?? null;
}

/** Holds one item against what is expected of it. */
function hold(
  model: SurveyModel,
  item: string,
  expected: z.infer<typeof Expectation>,
  path: string,
): InterviewFinding[] {
  const question = model.getQuestionByName(item);
  if (!question) return [{ path, message: "The questionnaire has no item of this name." }];
  const findings: InterviewFinding[] = [];
  if (expected.visible !== undefined && question.isVisibleInSurvey !== expected.visible) {
    findings.push({
      path: `${path}.visible`,
      message: `The item ${expected.visible ? "should be asked here and is not" : "is asked here and should not be"}.`,
    });
  }
  if (
    expected.value !== undefined &&
    canonicalJson(model.getValue(item) ?? null) !== canonicalJson(expected.value)
  ) {
    findings.push({ path: `${path}.value`, message: "The item holds something else here." });
  }
  return findings;
}

function answersOf(model: SurveyModel): Readonly<Record<string, unknown>> {
  return structuredClone(model.data);
}

function askedIn(model: SurveyModel): ReadonlySet<string> {
  return new Set(
    model
      .getAllQuestions()
      .filter((question) => question.isVisibleInSurvey)
      .map((question) => question.name),
  );
}
