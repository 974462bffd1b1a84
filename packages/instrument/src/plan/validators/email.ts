import { textOf } from "../../expressions/values/index.ts";
import type { ValidatorType } from "./type.ts";
import { ownWords } from "./words.ts";

const plain = String.raw`[^<>()[\].,;:\s@"]+`;
const label = String.raw`[^<>()=[\].,;:\s@"]`;

/** The addresses that survey-core takes; the time to tell grows with their length only (patterns.test.ts). */
export const emailPattern = `^(?:${plain}(?:\\.${plain})*|".+")@(?:${label}+\\.)+${label}{2,}$`;

const address = new RegExp(emailPattern);
const longestAnswer = 100_000;

export function isEmailAddress(value: unknown): boolean {
  const text = textOf(value);
  return text.length <= longestAnswer && address.test(text);
}

export const emailValidator: ValidatorType = {
  seesEmptyAnswers: true,
  compile: (node) => ({ words: ownWords(node) ?? null }),
  prepare: ({ words }) => {
    const noAddress = { kind: "email", message: words ?? "invalidEmail" } as const;
    return (value) => (!value || isEmailAddress(value) ? undefined : noAddress);
  },
};
