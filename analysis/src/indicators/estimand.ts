import { z } from "zod";
import { IndexItem, IndexOfGroups, Quantity, Rule } from "./rule.ts";

const Code = z.union([z.string(), z.number()]);
const Text = z.record(z.string(), z.string().min(1));
const Identity = { id: z.string().regex(/^[a-z][a-z0-9-]*$/), label: Text };

/** Share, of those who answered, with one of the codes; or who fulfil the rule. `keep` as in a rule (M2). */
const Proportion = z.union([
  z.strictObject({
    type: z.literal("proportion"),
    variable: z.string(),
    in: z.array(Code).min(1),
    keep: z.array(z.enum(["dont-know"])).optional(),
  }),
  z.strictObject({ type: z.literal("proportion"), where: Rule }),
]);

/** Mean of a number; with a scale put on 0 to 100 (S1). */
const Mean = z.union([
  z.strictObject({ type: z.literal("mean"), variable: z.string() }),
  z.strictObject({
    type: z.literal("mean"),
    of: Quantity,
    scale: z
      .strictObject({ minimum: z.number(), maximum: z.number(), reversed: z.boolean().optional() })
      .optional(),
  }),
]);

/** The number below which this share of people lies: 0.5 is the median. */
const Quantile = z.strictObject({
  type: z.literal("quantile"),
  of: Quantity,
  share: z.number().gt(0).lt(1),
});

/** The time by which it has happened to this share (Kaplan–Meier); whoever still waits counts until the time waited. */
const TimeToEvent = z.strictObject({
  type: z.literal("time-to-event"),
  /** How long it took; without `waiting` also the time so far of those for whom it has not happened. */
  time: Quantity,
  /** The time so far of those for whom it has not happened, such as the time since arrival. */
  waiting: Quantity.optional(),
  happened: Rule,
  share: z.number().gt(0).lt(1),
});

/** S1 on 0 to 100 or S2 on 0 to 1 over items, with sub-scores of some of them. */
const Index = z.strictObject({
  type: z.literal("index"),
  items: z.array(IndexItem).min(2),
  atLeast: z.int().min(1),
  scale: z.union([z.literal(1), z.literal(100)]).optional(),
  parts: z
    .array(z.strictObject({ ...Identity, items: z.array(z.string()).min(1), atLeast: z.int().min(1) }))
    .optional(),
  /** Who lacks one of the sub-scores has no total either, however many items are answered. */
  everyPart: z.literal(true).optional(),
});

const GroupedIndex = IndexOfGroups.extend({
  type: z.literal("grouped-index"),
  scale: z.union([z.literal(1), z.literal(100)]).optional(),
});

/** S6: ratio of two weighted totals, of people who fulfil rules or of numbers. */
const Ratio = z.union([
  z.strictObject({
    type: z.literal("ratio"),
    /** Its members are among those of the denominator. */
    numerator: Rule,
    denominator: Rule,
    /** Variables without which nothing is known of a person. */
    needs: z.array(z.string()).min(1),
  }),
  z.strictObject({ type: z.literal("ratio"), totalOf: Quantity, perTotalOf: Quantity }),
]);

/** S6 over the members of a roster, such as children: rules read the roster's variables. */
const RosterRatio = z.strictObject({
  type: z.literal("roster-ratio"),
  roster: z.string(),
  numerator: Rule,
  denominator: Rule,
});

/** S5: % positive − % negative, neutral stays in the denominator; −100 to 100. */
const NetBalance = z.strictObject({
  type: z.literal("net-balance"),
  variable: z.string(),
  positive: z.array(Code).min(1),
  negative: z.array(Code).min(1),
});

/** S3: mean number of rules that hold. */
const Count = z.strictObject({
  type: z.literal("count"),
  of: z.array(Rule).min(1),
  known: z.int().min(1).optional(),
});

/** Share reached by at least one of the best `size` channels (TURF); every combination is tried. */
const Reach = z.strictObject({
  type: z.literal("reach"),
  channels: z
    .array(z.strictObject({ ...Identity, where: Rule }))
    .min(2)
    .max(20),
  size: z.int().min(1).max(6),
});

/**
 * Of each need: mean importance on 0 to 100 × share for whom it is not met, of those who needed it (everyone when
 * `needed` is left out); the mean over needs is the headline.
 */
const Priority = z.strictObject({
  type: z.literal("priority"),
  needs: z
    .array(
      z.strictObject({
        ...Identity,
        importance: z.strictObject({ variable: z.string(), minimum: z.number(), maximum: z.number() }),
        needed: Rule.optional(),
        met: Rule,
      }),
    )
    .min(1),
});

/** What an indicator estimates. */
export const Estimand = z.union([
  Proportion,
  Mean,
  Quantile,
  TimeToEvent,
  Index,
  GroupedIndex,
  Ratio,
  RosterRatio,
  NetBalance,
  Count,
  Reach,
  Priority,
]);
export type Estimand = z.infer<typeof Estimand>;
export type EstimandType = Estimand["type"];
export type EstimandOf<Type extends EstimandType> = Extract<Estimand, { type: Type }>;
