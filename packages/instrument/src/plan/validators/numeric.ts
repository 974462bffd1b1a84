import { isNumber, recognisedNumber } from "../../expressions/index.ts";
import { isLess } from "../../expressions/values/index.ts";
import type { ValidatorType } from "./type.ts";
import { ownWords } from "./words.ts";

/** A number, and between the bounds; "12" and "1,5" are numbers. */
export const numericValidator: ValidatorType = {
  compile: (node) => ({
    minimum: node.json.minValue ?? null,
    maximum: node.json.maxValue ?? null,
    words: ownWords(node) ?? null,
  }),
  prepare: ({ minimum, maximum, words }) => {
    const outOfRange = { kind: "out-of-range", message: words ?? boundsKey(minimum, maximum) } as const;
    const noNumber = { kind: "not-a-number", message: words ?? "numericError" } as const;
    return (value) => {
      if (!isNumber(value)) return noNumber;
      const number = recognisedNumber(value);
      const isOutside =
        (minimum !== null && isLess(number, minimum)) || (maximum !== null && isLess(maximum, number));
      return isOutside ? outOfRange : undefined;
    };
  },
};

function boundsKey(minimum: unknown, maximum: unknown): string {
  if (minimum !== null && maximum !== null) return "numericMinMax";
  return minimum === null ? "numericMax" : "numericMin";
}
