import { SurveyModel } from "survey-core";
import type { JsonObject } from "../definition/json.ts";

/** The answers that count and whether they are valid, from a fresh model: the least that survey-core must do for it. */
export function validateWithSurveyCore(
  questionnaire: JsonObject,
  answers: Readonly<Record<string, unknown>>,
): { readonly valid: boolean; readonly cleaned: Readonly<Record<string, unknown>> } {
  const model = new SurveyModel(questionnaire);
  model.data = structuredClone(answers);
  const valid = model.validate(true, false) !== false;
  model.doComplete();
  model.clearIncorrectValues(true);
  const cleaned = model.data;
  model.dispose();
  return { valid, cleaned };
}
