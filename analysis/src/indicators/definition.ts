import { z } from "zod";

const Text = z.record(z.string(), z.string().min(1));
const Code = z.union([z.string(), z.number()]);

/** A condition on one respondent's variables; missing never fulfils anything. */
export type Rule =
  | { variable: string; in: (string | number)[] }
  | { variable: string; from?: number | undefined; to?: number | undefined }
  | { all: Rule[] }
  | { any: Rule[] };
export const Rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ variable: z.string(), in: z.array(Code).min(1) }),
    z.strictObject({ variable: z.string(), from: z.number().optional(), to: z.number().optional() }),
    z.strictObject({ all: z.array(Rule).min(1) }),
    z.strictObject({ any: z.array(Rule).min(1) }),
  ]),
);

const Estimand = z.discriminatedUnion("type", [
  /** Share with one of the codes among those who answered. `keep` counts a missing reason as an answer that is not the numerator (rule M2). */
  z.strictObject({
    type: z.literal("proportion"),
    variable: z.string(),
    in: z.array(Code).min(1),
    keep: z.array(z.enum(["dont-know"])).optional(),
  }),
  z.strictObject({ type: z.literal("mean"), variable: z.string() }),
  /** S1: 100 × (mean − minimum) / (maximum − minimum) per person over answered items, after reversing; missing with fewer than `atLeast` answers (rule M3). */
  z.strictObject({
    type: z.literal("index"),
    items: z
      .array(
        z.strictObject({
          variable: z.string(),
          minimum: z.number(),
          maximum: z.number(),
          reversed: z.boolean().optional(),
        }),
      )
      .min(2),
    atLeast: z.int().min(1),
  }),
  /** S6: ratio of two weighted totals of people who fulfil the rules; numerator implies denominator. */
  z.strictObject({
    type: z.literal("ratio"),
    numerator: Rule,
    denominator: Rule,
    needs: z.array(z.string()).min(1),
  }),
  /** S5: % positive − % negative, neutral stays in the denominator; −100 to 100. */
  z.strictObject({
    type: z.literal("net-balance"),
    variable: z.string(),
    positive: z.array(Code).min(1),
    negative: z.array(Code).min(1),
  }),
]);

/** One indicator: a definition, not a script. */
export const IndicatorDefinition = z.strictObject({
  id: z.string().regex(/^[a-z]{3}\.\d{2}$/),
  label: Text,
  /** Domain of life, as in measures.json. */
  domain: z.string(),
  unit: z.enum(["percent", "score-0-10", "index-0-100", "points"]),
  universe: z.strictObject({ label: Text, where: Rule.optional() }),
  direction: z.enum(["higher-is-better", "lower-is-better", "none"]),
  missingRule: z.string(),
  source: z.string().min(1),
  estimand: Estimand,
});
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** `indicators/N.json` of an instrument version. */
export const IndicatorSet = z.strictObject({
  number: z.int().min(1),
  domains: z.array(z.strictObject({ id: z.string(), label: Text })),
  indicators: z.array(IndicatorDefinition).min(1),
});
export type IndicatorSet = z.infer<typeof IndicatorSet>;
