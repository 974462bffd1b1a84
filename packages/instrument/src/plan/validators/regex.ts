import { isList } from "../../definition/json.ts";
import { textOf } from "../../expressions/values/index.ts";
import type { Compiling } from "../questions/shapes.ts";
import { freshPatience, judgePattern, type Patience } from "./patterns/index.ts";
import type { ValidatorType } from "./type.ts";
import { ownWords } from "./words.ts";

const patiences = new WeakMap<Compiling, Patience>();

/** Matches a pattern; of a list each answer, and the list written with commas as well. */
export const regexValidator: ValidatorType = {
  compile: (node, compiling) => {
    const words = ownWords(node) ?? null;
    const pattern = typeof node.json.regex === "string" ? node.json.regex : "";
    const flags = (node.json.caseInsensitive ?? node.json.insensitive) ? "i" : "";
    const verdict = judgePattern(pattern, flags, patienceWith(compiling));
    if (verdict.usable) return { pattern, flags, longestAnswer: verdict.longestAnswer, words };
    const message = `This pattern cannot be used: ${verdict.why}. Write a simpler one, or use min, max or maxLength.`;
    compiling.refuse(`${node.path}.regex`, "regex", message);
    return { pattern: "", flags: "", longestAnswer: 0, words };
  },
  prepare: ({ pattern, flags, longestAnswer, words }) => {
    if (pattern === "") return () => undefined;
    const expression = new RegExp(String(pattern), String(flags));
    const mismatch = { kind: "pattern", message: words ?? "invalidExpression" } as const;
    const matches = (value: unknown) => {
      const text = value === undefined ? "undefined" : textOf(value);
      return text.length <= Number(longestAnswer) && expression.test(text);
    };
    return (value) => {
      const isMatch = (!isList(value) || value.every(matches)) && matches(value);
      return isMatch ? undefined : mismatch;
    };
  },
};

function patienceWith(compiling: Compiling): Patience {
  const left = patiences.get(compiling) ?? freshPatience();
  patiences.set(compiling, left);
  return left;
}
