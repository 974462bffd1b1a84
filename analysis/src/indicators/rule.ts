import { z } from "zod";

const Code = z.union([z.string(), z.number()]);
const Keep = z.array(z.enum(["dont-know", "refused", "no-answer", "not-reached"])).min(1);

/**
 * A condition on one respondent's variables: true, false, or not known because an answer is missing. What is known
 * decides: one false part settles `all`, one true part settles `any`.
 */
export type Rule =
  /** One of the codes; a missing reason in `keep` counts as an answer that is none of them (rule M2). */
  | {
      variable: string;
      in: (string | number)[];
      keep?: ("dont-know" | "refused" | "no-answer" | "not-reached")[] | undefined;
    }
  | { variable: string; from?: number | undefined; to?: number | undefined }
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  /** At least so many of the rules hold; known from `known` answered rules on (rule M3), from all of them when left out. */
  | { atLeast: number; of: Rule[]; known?: number | undefined }
  /** A number made of answers lies between the limits; `above` and `below` leave the limit itself out. */
  | ({ quantity: Quantity } & Limits);

/** Ends of a range; `above` and `below` leave the end itself out. */
export interface Limits {
  from?: number | undefined;
  to?: number | undefined;
  above?: number | undefined;
  below?: number | undefined;
}

/** A number made of one respondent's answers; not known as soon as one of its parts is. */
export type Quantity =
  /** The number answered, or the number that stands for a code (a band's midpoint). At most `top` (rule M6, raw kept in the data). */
  | { variable: string; values?: Record<string, number> | undefined; top?: number | undefined }
  | { sum: Quantity[] }
  | { difference: [Quantity, Quantity] }
  | { quotient: [Quantity, Quantity] }
  /** A number times a constant, such as weeks turned into days. */
  | { product: [Quantity, number] }
  /** How many of the rules hold; known from `known` answered rules on, from all of them when left out. */
  | { count: Rule[]; known?: number | undefined }
  | { index: IndexOfItems };

export const Quantity: z.ZodType<Quantity> = z.lazy(() =>
  z.union([
    z.strictObject({
      variable: z.string(),
      values: z.record(z.string(), z.number()).optional(),
      top: z.number().optional(),
    }),
    z.strictObject({ sum: z.array(Quantity).min(2) }),
    z.strictObject({ difference: z.tuple([Quantity, Quantity]) }),
    z.strictObject({ quotient: z.tuple([Quantity, Quantity]) }),
    z.strictObject({ product: z.tuple([Quantity, z.number()]) }),
    z.strictObject({ count: z.array(Rule).min(1), known: z.int().min(1).optional() }),
    z.strictObject({ index: IndexOfItems }),
  ]),
);

export const Rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ variable: z.string(), in: z.array(Code).min(1), keep: Keep.optional() }),
    z.strictObject({ variable: z.string(), from: z.number().optional(), to: z.number().optional() }),
    z.strictObject({ all: z.array(Rule).min(1) }),
    z.strictObject({ any: z.array(Rule).min(1) }),
    z.strictObject({ not: Rule }),
    z.strictObject({
      atLeast: z.int().min(1),
      of: z.array(Rule).min(1),
      known: z.int().min(1).optional(),
    }),
    z.strictObject({
      quantity: Quantity,
      from: z.number().optional(),
      to: z.number().optional(),
      above: z.number().optional(),
      below: z.number().optional(),
    }),
  ]),
);

/** One item of an index with the ends of its scale. */
export const IndexItem = z.strictObject({
  variable: z.string(),
  minimum: z.number(),
  maximum: z.number(),
  reversed: z.boolean().optional(),
  /** The number that stands for a code, where codes are words; a code without one counts as missing. */
  values: z.record(z.string(), z.number()).optional(),
  /** 1 when left out; weights of missing items drop out. */
  weight: z.number().positive().optional(),
});
export type IndexItem = z.infer<typeof IndexItem>;

/**
 * S1 and S2: each item put on 0 to 1 between its minimum and maximum, after reversing; the weighted mean of those
 * answered, missing with fewer than `atLeast` (rule M3).
 */
export const IndexOfItems = z.strictObject({
  items: z.array(IndexItem).min(2),
  atLeast: z.int().min(1),
});
export type IndexOfItems = z.infer<typeof IndexOfItems>;

/** The same over things of which each person has some, such as the services used: the mean of the indices of those. */
export const IndexOfGroups = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        id: z.string(),
        /** Who has this thing; everyone when left out. */
        where: Rule.optional(),
        items: z.array(IndexItem).min(1),
        atLeast: z.int().min(1),
      }),
    )
    .min(1),
});
