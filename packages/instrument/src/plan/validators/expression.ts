import type { ValidatorType } from "./type.ts";
import { ownWords } from "./words.ts";

/** Whatever a condition says; also of an answer that is not there. One that cannot be read always objects. */
export const expressionValidator: ValidatorType = {
  seesEmptyAnswers: true,
  compile: (node, compiling) => ({
    condition: compiling.expression(node.json.expression, `${node.path}.expression`, "false") ?? null,
    words: ownWords(node) ?? null,
  }),
  prepare: ({ condition, words }, preparing) => {
    if (typeof condition !== "string") return () => undefined;
    const expression = preparing.expression(condition);
    const untrue = { kind: "expression", message: words ?? "invalidExpression" } as const;
    return (_value, question) => (question && !expression.holds(question) ? untrue : undefined);
  },
};
