import { isList } from "../../definition/json.ts";
import { textOf } from "../../expressions/values/index.ts";
import type { ValidatorType } from "./type.ts";
import { ownWords } from "./words.ts";

/** How many of a list are given. */
export const answerCountValidator: ValidatorType = {
  compile: (node) => ({
    fewest: Number(textOf(node.json.minCount ?? 0)),
    most: Number(textOf(node.json.maxCount ?? 0)),
    words: ownWords(node) ?? null,
  }),
  prepare: ({ fewest, most, words }) => {
    const least = Number(fewest);
    const greatest = Number(most);
    const tooFew = { kind: "wrong-count", message: words ?? "minSelectError" } as const;
    const tooMany = { kind: "wrong-count", message: words ?? "maxSelectError" } as const;
    return (value) => {
      if (!isList(value)) return undefined;
      if (least && value.length < least) return tooFew;
      return greatest && value.length > greatest ? tooMany : undefined;
    };
  },
};
