import type { Code, GivenField } from "../definition/index.ts";
import type { DrawingRules } from "./rules.ts";

/** What the application knows of a response without asking: one word each, consents as many as were given. */
export type Given = Readonly<
  Partial<Record<Exclude<GivenField, "consents">, string> & { readonly consents: readonly string[] }>
>;

/** By item: one code, or a list of consents. */
export type GivenAnswers = Readonly<Record<string, Code | readonly Code[]>>;

/**
 * Answers to the given items of an instrument: only to items that it has, and only words that they offer. Consents are
 * a list, empty where none was given.
 */
export function givenBy({ given }: DrawingRules, values: Given): GivenAnswers {
  const answers: Record<string, Code | readonly Code[]> = {};
  for (const { item, field, codes } of given) {
    const value = values[field];
    if (typeof value === "string") {
      if (codes.includes(value)) answers[item] = value;
    } else if (value !== undefined) answers[item] = codes.filter((code) => value.includes(String(code)));
  }
  return answers;
}
