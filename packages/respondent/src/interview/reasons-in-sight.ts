import { isMissingReason } from "@tiltas/instrument/conduct";
import {
  type ItemValue,
  type Model,
  type Question,
  QuestionRadiogroupModel,
  QuestionTextModel,
} from "survey-core";

/** An item that offers nothing but missing reasons belongs to the number above it, and looks so. */
export function explainsEmptiness(question: Question): question is QuestionRadiogroupModel {
  if (!(question instanceof QuestionRadiogroupModel)) return false;
  const choices: readonly ItemValue[] = question.choices;
  return choices.length > 0 && choices.every(({ value }) => isMissingReason(value));
}

/**
 * A number that cannot be taken is no answer yet: the reasons for leaving it empty stay in sight beside it, and choosing
 * one lets go of the number.
 */
export function keepReasonsInSight(interview: Model): void {
  for (const reasons of interview.getAllQuestions().filter(explainsEmptiness)) {
    const number = numberBeside(interview, reasons);
    if (number === undefined) continue;
    const limits = [...limit(number.name, "<", number.min), ...limit(number.name, ">", number.max)];
    reasons.visibleIf = [reasons.visibleIf, ...limits].join(" or ");
    interview.onValueChanged.add((_, { name, value }) => {
      if (name === reasons.name && value !== undefined && !number.isEmpty()) number.clearValue();
    });
  }
}

function numberBeside(interview: Model, { visibleIf }: Question): QuestionTextModel | undefined {
  const [, name] = /^\s*\{([^{}]+)\} empty\s*$/.exec(visibleIf) ?? [];
  const question = name === undefined ? null : interview.getQuestionByName(name);
  return question instanceof QuestionTextModel ? question : undefined;
}

function limit(name: string, sign: "<" | ">", bound: unknown): string[] {
  const number = typeof bound === "string" && bound !== "" ? Number(bound) : bound;
  return typeof number === "number" && Number.isFinite(number) ? [`{${name}} ${sign} ${number}`] : [];
}
