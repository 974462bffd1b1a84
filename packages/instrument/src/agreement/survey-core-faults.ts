import { isList, isObject, type JsonObject } from "../definition/json.ts";
import type { Difference } from "./compare.ts";
import { breaksOn } from "./unacceptable.ts";

/** A place where survey-core 3.0.0 itself is wrong, on a fresh model, against its own documentation. */
export interface SurveyCoreFault {
  readonly id: string;
  /** What survey-core does. */
  readonly does: string;
  /** What its documentation says, in its words. */
  readonly documented: string;
  /** Where it says so. */
  readonly source: string;
  /** A questionnaire and answers that show it. */
  readonly example: {
    readonly questionnaire: JsonObject;
    readonly answers: Readonly<Record<string, unknown>>;
  };
  /** Whether this fault, and nothing of ours, makes this difference. */
  explains(
    difference: Difference,
    questionnaire: JsonObject,
    answers: Readonly<Record<string, unknown>>,
  ): boolean;
}

/** How a difference begins that consists in survey-core breaking. */
export const brokenBy = "survey-core broke: ";

/** At most ten; each is shown to exist by a test in the interview room. */
export const surveyCoreFaults: readonly SurveyCoreFault[] = [
  {
    id: "breaks-on-unacceptable-values",
    does: "Throws a TypeError on answers that no question stores: words or a number where entries, rows or parts belong, null in a list, an object with a property named as a method of every object, such as toString.",
    documented:
      "clearIncorrectValues(): Removes values that cannot be assigned to a question, for example, choices unlisted in the choices array. Call this method after you assign new question values in code to ensure that they are acceptable.",
    source:
      "https://surveyjs.io/form-library/documentation/api-reference/survey-data-model#clearIncorrectValues",
    example: {
      questionnaire: {
        elements: [
          { type: "paneldynamic", name: "family", templateElements: [{ type: "text", name: "age" }] },
        ],
      },
      answers: { family: ["words"] },
    },
    explains: ({ aspect, text }, questionnaire, answers) =>
      aspect === "failure" &&
      text.startsWith(brokenBy) &&
      breaksOn(text.slice(brokenBy.length), questionnaire, answers),
  },
  {
    id: "reads-answers-through-proto",
    does: "Takes an answer named __proto__ as the prototype of all answers, so that what stands in it answers other items.",
    documented:
      "clearIncorrectValues(removeNonExistingRootKeys): Pass true to remove values that do not correspond to any question or calculated value.",
    source:
      "https://surveyjs.io/form-library/documentation/api-reference/survey-data-model#clearIncorrectValues",
    example: {
      questionnaire: { elements: [{ type: "text", name: "age", isRequired: true }] },
      answers: Object.defineProperty({}, "__proto__", { value: { age: 5 }, enumerable: true }),
    },
    explains: (difference, _, answers) => difference.aspect !== "failure" && holdsProto(answers),
  },
];

function holdsProto(value: unknown): boolean {
  if (isList(value)) return value.some(holdsProto);
  return isObject(value) && (Object.hasOwn(value, "__proto__") || Object.values(value).some(holdsProto));
}

/** Parts differences into those that a known fault explains and those that are left. */
export function explainedBy(
  questionnaire: JsonObject,
  answers: Readonly<Record<string, unknown>>,
  found: readonly Difference[],
): { left: Difference[]; explained: SurveyCoreFault[] } {
  const explained = new Set<SurveyCoreFault>();
  const left = found.filter((difference) => {
    const fault = surveyCoreFaults.find((one) => one.explains(difference, questionnaire, answers));
    if (fault) explained.add(fault);
    return fault === undefined;
  });
  return { left, explained: left.length === 0 ? [...explained] : [] };
}
