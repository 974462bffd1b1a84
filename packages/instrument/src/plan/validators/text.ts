import { isObject } from "../../definition/json.ts";
import { textOf } from "../../expressions/values/index.ts";
import type { ValidatorType } from "./type.ts";
import { ownWords } from "./words.ts";

/** As long as the bounds say, counted in UTF-16 units as JavaScript does; without a digit at its end if so wanted. */
export const textValidator: ValidatorType = {
  compile: (node) => ({
    shortest: lengthIn(node.json.minLength),
    longest: lengthIn(node.json.maxLength),
    takesDigits: node.json.allowDigits === undefined || Boolean(node.json.allowDigits),
    words: ownWords(node) ?? null,
  }),
  prepare: ({ shortest, longest, takesDigits, words }) => {
    const least = Number(shortest);
    const most = Number(longest);
    const wrongLength = { kind: "wrong-length", message: words ?? lengthKey(least, most) } as const;
    const digits = { kind: "wrong-length", message: words ?? "textNoDigitsAllow" } as const;
    return (value) => {
      if (takesDigits !== true && /\d$/.test(textOf(value))) return digits;
      const length = lengthOf(value);
      if (length === undefined) return undefined;
      return (least > 0 && length < least) || (most > 0 && length > most) ? wrongLength : undefined;
    };
  },
};

function lengthIn(written: unknown): number {
  const length = Number(textOf(written ?? 0));
  return Number.isNaN(length) ? 0 : length;
}

function lengthOf(value: unknown): number | undefined {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return isObject(value) && typeof value.length === "number" ? value.length : undefined;
}

function lengthKey(least: number, most: number): string {
  if (least > 0 && most > 0) return "textMinMaxLength";
  return least > 0 ? "textMinLength" : "textMaxLength";
}
