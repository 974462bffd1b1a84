import type { DesignRole } from "@tiltas/instrument/definition";
import { z } from "zod";
import { dimensions } from "../margins.ts";

const Text = z.record(z.string(), z.string().min(1));
export type Text = Readonly<Record<string, string>>;

/** A dimension that registers count and respondents state. */
const Role = z.enum(dimensions as [DesignRole, ...DesignRole[]]);

/** Codes of several dimensions, in their order: one cell of a table. */
const Codes = z.array(z.string().min(1)).min(1);

/** What a respondent stands for before anything is known of nonresponse or totals. */
const BaseWeights = z.discriminatedUnion("kind", [
  /** Everyone the same: no chances are known, or all were equal. */
  z.strictObject({ kind: z.literal("equal") }),
  /** Drawn with known chances: people of the frame and people drawn, by cell. The weight is people / drawn. */
  z.strictObject({
    kind: z.literal("drawn"),
    dimensions: z.array(Role).min(1),
    cells: z.array(z.strictObject({ codes: Codes, people: z.int().min(1), drawn: z.int().min(1) })).min(1),
  }),
  /** Met in proportion to a number each states: people known (networks), places visited (venues). The weight is one over it. */
  z.strictObject({ kind: z.literal("met-in-proportion"), role: z.enum(["network-size", "venue-visits"]) }),
]);

/** People drawn, by class: respondents take over the weight of those of their class who did not answer. */
const ResponseClasses = z.strictObject({
  dimensions: z.array(Role).min(1),
  cells: z.array(z.strictObject({ codes: Codes, drawn: z.int().min(1) })).min(1),
  /** Classes with fewer respondents are joined to the one of the nearest factor. */
  respondents: z.int().min(1),
});

/** How small cells of margins are joined: along one dimension, the others of a joint margin held. */
const CollapseRule = z.strictObject({
  dimension: Role,
  /** Cells with fewer respondents are joined. */
  respondents: z.int().min(1),
  /** Neighbours in the order of the margin only, as with ages. */
  ordered: z.boolean().optional(),
  /** Codes that belong together, such as municipalities of one group: joined within, and beyond only where that is not enough. */
  groups: z.array(z.array(z.string()).min(2)).optional(),
});
export type CollapseRule = z.infer<typeof CollapseRule>;

const Method = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("raking") }),
  /** Bounds on the weight after over the weight before, such as 0.3 to 3. */
  z.strictObject({
    kind: z.literal("calibration"),
    distance: z.enum(["linear", "raking", "logit"]),
    bounds: z.strictObject({ lower: z.number().min(0), upper: z.number() }).optional(),
  }),
  /** The one margin of the file, several dimensions crossed. */
  z.strictObject({ kind: z.literal("post-stratification") }),
]);

/** The largest weight, as a multiple of the mean or median; raking and trimming take turns until both hold. */
const Trimming = z.strictObject({
  upper: z.number().gt(1),
  of: z.enum(["mean", "median"]),
  rounds: z.int().min(1).max(100),
});

/** A stratum without which nothing may be said of the country. */
const RequiredStratum = z.strictObject({
  name: Text,
  dimension: Role,
  codes: z.array(z.string()).min(1),
  /** Fewest respondents. */
  respondents: z.int().min(1),
  why: Text,
});

/** The same answers under other weights, for the sheet that says how much of a figure hangs on a choice. */
const Alternative = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: Text,
  /** Everyone keeps the base weight. */
  unweighted: z.literal(true).optional(),
  /** Margins that are not met. */
  leaveOut: z.array(z.string()).optional(),
  /** Counts as they might be, such as a register that was never cleaned: times what they are. */
  counts: z.array(z.strictObject({ dimension: Role, code: z.string(), times: z.number().gt(0) })).optional(),
  /** A margins file of another source, by the name under which it is given. */
  file: z.string().optional(),
  method: Method.optional(),
  trimming: Trimming.nullable().optional(),
});
export type AlternativePlan = z.infer<typeof Alternative>;

/** What a kind of sample allows to be said; words for every sheet. */
const SampleWords = z.strictObject({
  /** Everybody had a known chance. Without it change marks and p-values are off. */
  probability: z.boolean(),
  /** What an interval is called. */
  interval: Text,
  /** What an interval means, in a sentence. */
  meaning: Text,
  /** Who could not be reached. */
  unreached: Text,
});
export type SampleWords = z.infer<typeof SampleWords>;

export const sampleKinds = ["register", "open", "network", "venue", "clients"] as const;
export type SampleKind = (typeof sampleKinds)[number];

/** How the respondents of a wave are weighted, as data; decided before the wave and frozen with its release. */
export const WeightingPlan = z.strictObject({
  number: z.int().min(1),
  /** With fewer respondents nobody is weighted. */
  fewest: z.int().min(1),
  base: BaseWeights,
  /** Dimensions whose categories were drawn apart from each other; empty: one sample of the whole. */
  strata: z.array(Role),
  classes: ResponseClasses.nullable(),
  method: Method,
  /** Margins of the file that are met; null: all of them. */
  margins: z.array(z.string()).min(1).nullable(),
  collapse: z.array(CollapseRule),
  trimming: Trimming.nullable(),
  required: z.array(RequiredStratum),
  alternatives: z.array(Alternative),
  samples: z.strictObject({
    register: SampleWords,
    open: SampleWords,
    network: SampleWords,
    venue: SampleWords,
    clients: SampleWords,
  }),
});
export type WeightingPlan = z.infer<typeof WeightingPlan>;
