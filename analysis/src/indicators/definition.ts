import { z } from "zod";
import { IndicatorCase } from "./case.ts";
import { Estimand } from "./estimand.ts";
import { Rule } from "./rule.ts";

const Text = z.record(z.string(), z.string().min(1));

/** One indicator: a definition, not a script. */
export const IndicatorDefinition = z.strictObject({
  id: z.string().regex(/^[a-z]{3}\.\d{2}$/),
  label: Text,
  /** Domain of life, as in measures.json. */
  domain: z.string(),
  unit: z.enum(["percent", "score-0-10", "index-0-1", "index-0-100", "points", "number", "days"]),
  universe: z.strictObject({ label: Text, where: Rule.optional() }),
  direction: z.enum(["higher-is-better", "lower-is-better", "none"]),
  missingRule: z.string(),
  source: z.string().min(1),
  estimand: Estimand,
  /** A few respondents each, and what the indicator comes to among them. */
  cases: z.array(IndicatorCase).optional(),
});
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** `indicators/N.json` of an instrument version. */
export const IndicatorSet = z.strictObject({
  number: z.int().min(1),
  domains: z.array(z.strictObject({ id: z.string(), label: Text })),
  indicators: z.array(IndicatorDefinition).min(1),
});
export type IndicatorSet = z.infer<typeof IndicatorSet>;
