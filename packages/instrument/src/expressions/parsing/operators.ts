import type { Operator } from "../expression.ts";
import type { Scanner } from "./scanner.ts";

type Sign = readonly [sign: string, operator: Operator];

/**
 * Operators by rank, the loosest first, and within a rank in the order in which survey-core tries their signs and
 * words: no blank need follow a word, so that `{a} lessorequal 5` must be tried before `less`.
 *
 * @source survey-core 3.0.0, generated parser: rules OrSign, AndSign, ComparableOperators … BinFunctions
 */
const ranks: readonly (readonly Sign[])[] = [
  [
    ["||", "or"],
    ["or", "or"],
  ],
  [
    ["&&", "and"],
    ["and", "and"],
  ],
  [
    ["<=", "<="],
    ["lessorequal", "<="],
    [">=", ">="],
    ["greaterorequal", ">="],
    ["==", "="],
    ["equal", "="],
    ["=", "="],
    ["!=", "!="],
    ["notequal", "!="],
    ["<", "<"],
    ["less", "<"],
    [">", ">"],
    ["greater", ">"],
  ],
  [
    ["+", "+"],
    ["-", "-"],
  ],
  [
    ["*", "*"],
    ["/", "/"],
    ["%", "%"],
  ],
  [
    ["^", "^"],
    ["power", "^"],
  ],
  [
    ["*=", "contains"],
    ["contains", "contains"],
    ["contain", "contains"],
    ["notcontains", "notcontains"],
    ["notcontain", "notcontains"],
    ["anyof", "anyof"],
    ["allof", "allof"],
    ["noneof", "noneof"],
  ],
];

/** The tightest rank: what stands right of contains, anyof and their like may be left out. */
export const membershipRank = ranks.length - 1;

/** Takes an operator of this rank. */
export function takeOperator(scanner: Scanner, rank: number): Operator | undefined {
  for (const [sign, operator] of ranks[rank] ?? []) if (scanner.takesWord(sign)) return operator;
  return undefined;
}
