import { Model } from "survey-core";
import type { Draft } from "../device/index.ts";

/** The answers as they leave the device: what is no longer asked, because an earlier answer was changed, is not sent. */
export function completed(questionnaire: object, answers: Draft["answers"]): Draft["answers"] {
  const interview = new Model(questionnaire);
  interview.data = structuredClone(answers);
  interview.doComplete();
  return structuredClone(interview.data);
}
