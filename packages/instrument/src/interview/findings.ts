import { getLocaleString, type SurveyError } from "survey-core";
import type { FindingKind, PlanFinding } from "../plan/check.ts";
import type { MarkedQuestionnaire } from "./marks.ts";
import type { Ruling } from "./rulings.ts";

/** Translates an error of survey-core at `path` back to the rule of the questionnaire that spoke. */
export function findingOf(
  error: SurveyError,
  path: string,
  { ownWords }: MarkedQuestionnaire,
  ruling: Ruling | undefined,
  locale: string,
): PlanFinding {
  const text = error.text ?? "";
  const found = ruling ?? builtIn(error.getErrorType(), text, locale);
  return { path, kind: found.kind, message: ownWords.has(text) ? text : found.message };
}

interface Known {
  readonly kind: FindingKind;
  readonly message: string;
}

/** Rules that need no validator in the file, by `getErrorType()`. */
const byType: ReadonlyMap<string, Known> = new Map([
  ["required", { kind: "required", message: "requiredError" }],
  ["requireoneanswer", { kind: "required", message: "requiredErrorInPanel" }],
  ["requirenumeric", { kind: "not-a-number", message: "numericError" }],
  ["otherempty", { kind: "other-left-empty", message: "otherRequiredError" }],
  ["requiredinallrowserror", { kind: "required-in-every-row", message: "requiredInAllRowsError" }],
  ["eachrowuniqueeerror", { kind: "not-unique-in-row", message: "eachRowUniqueError" }],
  ["minrowcounterror", { kind: "too-few-entries", message: "minRowCountError" }],
  ["keyduplicationerror", { kind: "key-duplicated", message: "keyDuplicationError" }],
  ["patternincompleteerror", { kind: "pattern-incomplete", message: "incompletePatternError" }],
]);

/** Rules that survey-core reports as "custom", told apart by their words. */
const byWords: readonly Known[] = [
  { kind: "email", message: "invalidEmail" },
  { kind: "wrong-count", message: "minSelectError" },
  { kind: "wrong-count", message: "maxSelectError" },
  { kind: "out-of-range", message: "minError" },
  { kind: "out-of-range", message: "maxError" },
  { kind: "out-of-range", message: "stepError" },
];

function builtIn(type: string, text: string, locale: string): Known {
  if (text.endsWith("minErrorText")) return { kind: "out-of-range", message: "minError" };
  if (text.endsWith("maxErrorText")) return { kind: "out-of-range", message: "maxError" };
  return (
    byType.get(type) ??
    byWords.find(({ message }) => wordsOf(message, locale).test(text)) ?? {
      kind: "wrong-type",
      message: type,
    }
  );
}

/** Matches a text of survey-core's catalogue with anything in its gaps `{0}`. */
function wordsOf(key: string, locale: string): RegExp {
  const text = String(getLocaleString(key, locale) ?? key);
  const parts = text.split(/\{\d\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^]*")}$`);
}
