import { type DrawingRules, drawingOf } from "@tiltas/instrument/drawing";
import { Model } from "survey-core";
import type { Draft } from "../device/index.ts";
import { drawAnew } from "./filling.ts";

/**
 * The answers as they leave the device: what is no longer asked, because an earlier answer was changed, is not sent, and
 * the draws are those of the answers that are sent.
 */
export function completed(
  questionnaire: object,
  rules: DrawingRules,
  { responseId, answers }: Pick<Draft, "responseId" | "answers">,
): Draft["answers"] {
  const once = asked(questionnaire, answers);
  drawAnew(once, drawingOf(rules), responseId);
  return structuredClone(asked(questionnaire, once.data).data);
}

function asked(questionnaire: object, answers: Draft["answers"]): Model {
  const interview = new Model(questionnaire);
  interview.data = structuredClone(answers);
  interview.doComplete();
  return interview;
}
