import type { ItemAnswers } from "./factor-items.ts";
import { NotEstimableError } from "./not-estimable.ts";

/** Answers as categories 0, 1, … with equal answer patterns counted once. */
export interface AnswerPatterns {
  readonly names: readonly string[];
  /** Codes behind the categories, by item. */
  readonly codes: readonly (readonly number[])[];
  /** By pattern, then item; -1 where there is no answer. */
  readonly categories: Int16Array;
  readonly counts: Float64Array;
  /** Respondents who answered anything. */
  readonly respondents: number;
}

/** @throws NotEstimableError for an item to which everyone gave the same answer, or too few respondents */
export function answerPatterns(answers: ItemAnswers): AnswerPatterns {
  const codes = answers.values.map((values) =>
    [...new Set(values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b),
  );
  codes.forEach((found, item) => {
    if (found.length < 2)
      throw new NotEstimableError(
        found.length === 0 ? "everyone-missing" : "constant-item",
        `"${answers.names[item]}" has ${found.length === 0 ? "no answers" : "the same answer from everyone"}, so nothing can be said of how it separates people. Leave the item out.`,
      );
  });
  const counted = countPatterns(answers, codes);
  const respondents = [...counted.values()].reduce((sum, count) => sum + count, 0);
  const parameters = codes.reduce((sum, found) => sum + found.length, 0);
  if (respondents <= parameters)
    throw new NotEstimableError(
      "too-few-respondents",
      `${respondents} respondents do not determine the ${parameters} parameters of the graded response model. Collect more answers, or join categories.`,
    );
  return {
    names: answers.names,
    codes,
    categories: Int16Array.from([...counted.keys()].flatMap((key) => key.split(",").map(Number))),
    counts: Float64Array.from(counted.values()),
    respondents,
  };
}

function countPatterns(answers: ItemAnswers, codes: readonly (readonly number[])[]): Map<string, number> {
  const counted = new Map<string, number>();
  const places = codes.map((found) => new Map(found.map((code, place) => [code, place])));
  const rows = answers.values[0]?.length ?? 0;
  for (let row = 0; row < rows; row++) {
    const pattern = answers.values.map((values, item) => places[item]!.get(values[row]!) ?? -1);
    if (pattern.every((category) => category < 0)) continue;
    const key = pattern.join(",");
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  return counted;
}
