import type { ValidatorTypes } from "../questions/shapes.ts";
import { answerCountValidator } from "./answer-count.ts";
import { emailValidator } from "./email.ts";
import { isEmptyAnswer } from "./emptiness.ts";
import { expressionValidator } from "./expression.ts";
import { numericValidator } from "./numeric.ts";
import { regexValidator } from "./regex.ts";
import { textValidator } from "./text.ts";
import type { ValidatorType } from "./type.ts";

export { isEmailAddress } from "./email.ts";
export { ownWords } from "./words.ts";

const types = new Map<string, ValidatorType>([
  ["numericvalidator", numericValidator],
  ["textvalidator", textValidator],
  ["answercountvalidator", answerCountValidator],
  ["regexvalidator", regexValidator],
  ["emailvalidator", emailValidator],
  ["expressionvalidator", expressionValidator],
]);

/** All validators of survey-core 3.0.0; what they say as a warning or for information is no objection. */
export const validatorTypes: ValidatorTypes = {
  compile: (node, compiling) => {
    const type = types.get(node.type);
    if (!type) compiling.refuse(node.path, `type ${node.type}`, "There is no such validator; leave it out.");
    const isObjection = !["warning", "info"].some((mild) => mild === node.json.notificationType);
    return { type: node.type, isObjection, ...(type?.compile(node, compiling) ?? { words: null }) };
  },
  prepare: (spec, preparing) => {
    const type = types.get(String(spec.type));
    if (!type || spec.isObjection === false) return { check: () => undefined };
    const words = typeof spec.words === "string" ? spec.words : null;
    const check = type.prepare({ ...spec, words }, preparing);
    if (type.seesEmptyAnswers) return { check };
    return { check: (value, question) => (isEmptyAnswer(value) ? undefined : check(value, question)) };
  },
};
