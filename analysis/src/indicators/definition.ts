import { z } from "zod";
import { IndicatorCase } from "./case.ts";
import { Estimand } from "./estimand.ts";
import { Rule } from "./rule.ts";

const Text = z.record(z.string(), z.string().min(1));

/** Where an indicator may be shown, from the widest: an indicator is shown down to its lowest level and not below. */
export const levels = ["country", "municipality-group", "municipality"] as const;
export type Level = (typeof levels)[number];

/** One indicator: a definition, not a script. */
export const IndicatorDefinition = z.strictObject({
  id: z.string().regex(/^[a-z]{3}\.\d{2}$/),
  label: Text,
  /** Domain of life, as in measures.json. */
  domain: z.string(),
  unit: z.enum(["percent", "score-0-10", "index-0-1", "index-0-100", "points", "number", "days"]),
  universe: z.strictObject({ label: Text, where: Rule.optional() }),
  direction: z.enum(["higher-is-better", "lower-is-better", "none"]),
  /** Left out in sets of versions before 1.0.0: shown down to municipalities. */
  level: z.strictObject({ lowest: z.enum(levels), why: Text }).optional(),
  /**
   * The option of a drawn item, as `item.code`, on which the indicator rests, such as the module its questions stand
   * in: it is about those who drew it, each counted once over the chance of drawing it.
   */
  drawn: z
    .string()
    .regex(/^[^.]+\..+$/)
    .optional(),
  missingRule: z.string(),
  source: z.string().min(1),
  estimand: Estimand,
  /** A few respondents each, and what the indicator comes to among them. */
  cases: z.array(IndicatorCase).optional(),
});
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** The lowest level at which an indicator is shown. */
export function lowestLevel({ level }: Pick<IndicatorDefinition, "level">): Level {
  return level?.lowest ?? "municipality";
}

/** `indicators/N.json` of an instrument version. */
export const IndicatorSet = z.strictObject({
  number: z.int().min(1),
  domains: z.array(z.strictObject({ id: z.string(), label: Text })),
  indicators: z.array(IndicatorDefinition).min(1),
});
export type IndicatorSet = z.infer<typeof IndicatorSet>;
