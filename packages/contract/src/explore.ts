import { z } from "zod";
import { PolicyName } from "./releases.ts";
import { Digest } from "./responses.ts";

const Text = z.record(z.string(), z.string());

/** In what a figure is told. */
export const FigureUnit = z.enum([
  "percent",
  "score-0-10",
  "index-0-1",
  "index-0-100",
  "points",
  "number",
  "days",
]);

/**
 * What can be explored of one release; all of it read from its file by the policy of whoever asks, nothing is computed.
 * `GET /api/staff/waves/:wave/releases/:number/explore`.
 */
export const ExploreFrame = z.strictObject({
  wave: z.string(),
  waveTitle: Text,
  studyTitle: Text,
  synthetic: z.boolean(),
  number: z.int(),
  policy: PolicyName,
  digest: Digest,
  respondents: z.int(),
  universe: Text,
  /** false: no tests and no change marks (quota and open samples); intervals are ranges under the weighting model. */
  testsOn: z.boolean(),
  /** What intervals of this kind of sample are called and mean, and who could not be reached; releases of earlier versions do not say it. */
  sampling: z.strictObject({ interval: Text, meaning: Text, unreached: Text }).optional(),
  previous: z.strictObject({ id: z.string(), title: Text }).nullable(),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      label: Text,
      domain: z.string(),
      domainLabel: Text,
      unit: FigureUnit,
      direction: z.enum(["higher-is-better", "lower-is-better", "none"]),
      universe: Text,
      headline: z.boolean(),
      comparability: z.enum(["same", "limited", "not-comparable", "no-wave-before"]),
    }),
  ),
  measures: z.array(
    z.strictObject({ id: z.string(), indicator: z.string(), part: z.string().nullable(), label: Text }),
  ),
  dimensions: z.array(
    z.strictObject({
      id: z.string(),
      label: Text,
      codes: z.array(z.strictObject({ code: z.string(), label: Text, group: z.string().optional() })),
    }),
  ),
  /** Cuts that can be asked for, by their dimensions; [] is the country. In a query: ids joined by ",", "" for the country. */
  crossings: z.array(z.array(z.string())),
  ladder: z.array(
    z.strictObject({
      municipality: z.string(),
      group: z.string().nullable(),
      stands: z.enum(["single", "pooled", "group"]),
    }),
  ),
});
export type ExploreFrame = z.infer<typeof ExploreFrame>;

const Figure = {
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  standardError: z.number().nullable(),
  degreesOfFreedom: z.number(),
  respondents: z.int(),
  effectiveRespondents: z.number().nullable(),
  designEffect: z.number().nullable(),
  itemNonresponse: z.number(),
  prorated: z.number().nullable(),
  /** A wide interval or a large standard error, by the thresholds of the policy; absent otherwise. */
  lowPrecision: z.literal(true).optional(),
};

/** As in the release file: `ReleasedCell` of the analysis. Percent: value is a percentage, or as the release has it. */
export const ExploreCell = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("published"), ...Figure }),
  z.strictObject({ state: z.literal("few-observations"), ...Figure }),
  z.strictObject({ state: z.literal("too-few") }),
  z.strictObject({ state: z.literal("protected") }),
  z.strictObject({ state: z.literal("left-out") }),
  z.strictObject({ state: z.literal("not-shown-here") }),
  z.strictObject({ state: z.literal("not-estimable"), reason: z.enum(["no-estimate", "nonresponse"]) }),
]);
export type ExploreCell = z.infer<typeof ExploreCell>;

const Comparison = z.strictObject({
  kind: z.enum(["change", "rest", "country", "group"]),
  difference: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  adjustedP: z.number().nullable(),
  compositionAdjusted: z.number().nullable(),
  detectable: z.number().nullable(),
  verdict: z.enum(["better", "worse", "higher", "lower", "cannot-be-told-apart", "tests-off"]),
});

/** `…/explore/cells?measure=&crossing=`: one measure over one cut, in the order of the release. */
export const CellsQuery = z.strictObject({
  measure: z.string().min(1).max(120),
  crossing: z.string().max(120).default(""),
});
export const ExploreTable = z.strictObject({
  measure: z.string(),
  crossing: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      /** Codes, one per dimension of the cut. */
      domain: z.array(z.string()),
      cell: ExploreCell,
      comparisons: z.array(Comparison),
    }),
  ),
  /** Groups of domains within which nothing can be told apart, by their codes; a domain may stand in several. */
  alike: z.array(z.array(z.string())),
});
export type ExploreTable = z.infer<typeof ExploreTable>;

/** `…/explore/trend?measure=&crossing=`: the same cells in the newest releases of the study's earlier waves and in this one, oldest first. */
export const ExploreTrend = z.strictObject({
  measure: z.string(),
  crossing: z.array(z.string()),
  /** false where the mapping does not allow a line from one wave to the next. */
  comparable: z.boolean(),
  waves: z.array(
    z.strictObject({
      wave: z.string(),
      title: Text,
      opens: z.string(),
      number: z.int(),
      rows: z.array(z.strictObject({ domain: z.array(z.string()), cell: ExploreCell })),
    }),
  ),
});
export type ExploreTrend = z.infer<typeof ExploreTrend>;

/** `…/explore/compare?measure=&crossing=&one=&other=`: codes of two domains of one cut (joined by "," in crossings of two). */
export const CompareQuery = z.strictObject({
  measure: z.string().min(1).max(120),
  crossing: z.string().min(1).max(120),
  one: z.string().min(1).max(120),
  other: z.string().min(1).max(120),
});
export const ComparedTwo = z.strictObject({
  measure: z.string(),
  crossing: z.array(z.string()),
  one: z.strictObject({ domain: z.array(z.string()), cell: ExploreCell }),
  other: z.strictObject({ domain: z.array(z.string()), cell: ExploreCell }),
  /** null where one of them is not shown, or the release does not say how they go together. */
  difference: z
    .strictObject({
      value: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      detectable: z.number().nullable(),
      verdict: z.enum(["better", "worse", "higher", "lower", "cannot-be-told-apart", "tests-off"]),
    })
    .nullable(),
  /** The answer in one sentence, or the refusal with its reason. */
  sentence: z.strictObject({ lt: z.string(), en: z.string() }),
});
export type ComparedTwo = z.infer<typeof ComparedTwo>;
