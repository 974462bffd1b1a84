import { z } from "zod";

const Text = z.record(z.string(), z.string());

/** Margins before and after, and what an analyst asks of weights: public totals and sums over everybody. */
export const WeightingSheet = z.strictObject({
  total: z.number(),
  margins: z.array(
    z.strictObject({
      name: Text,
      source: z.string(),
      date: z.string(),
      confidence: z.string(),
      cells: z.array(
        z.strictObject({
          label: Text,
          population: z.number(),
          before: z.number(),
          after: z.number(),
          note: Text.nullable(),
        }),
      ),
    }),
  ),
  designEffect: z.number(),
  effectiveRespondents: z.number(),
  /** Weights over their mean at 0, 5, 25, 50, 75, 95 and 100 per cent. */
  quantiles: z.array(z.number()),
  method: z.string(),
  notes: z.array(Text),
});
export type WeightingSheet = z.infer<typeof WeightingSheet>;

/** `GET /api/staff/waves/:wave/weighing`: weights as the newest finished computation of the wave had them. */
export const Weighing = z.strictObject({
  /** The candidate they are from; null before the first computation: then everything below is empty. */
  candidate: z.uuid().nullable(),
  computedAt: z.iso.datetime().nullable(),
  /** True when margins, plan or responses have changed since. */
  outdated: z.boolean(),
  respondents: z.int().nullable(),
  /** null: no margins, everybody counts once. */
  sheet: WeightingSheet.nullable(),
  /** Alternatives and the shift of each headline figure, in its unit. */
  sensitivity: z.array(
    z.strictObject({
      name: Text,
      shifts: z.array(
        z.strictObject({ measure: z.string(), label: Text, unit: z.string(), shift: z.number() }),
      ),
    }),
  ),
});
export type Weighing = z.infer<typeof Weighing>;

/** One part of an analysis plan: its JSON, as the files of `analysis/plan` have it. */
const Part = z.record(z.string(), z.json());

/** `POST /api/staff/waves/:wave/plan` → 201 PlanShown: a new number; earlier ones stay. Parts that are null keep the standard. */
export const PlanWritten = z.strictObject({
  lattice: Part.nullable(),
  weighting: Part.nullable(),
  policies: Part.nullable(),
  /** The wave that changes are measured from; null: none. */
  previousWave: z.string().max(64).nullable(),
  why: z.string().trim().min(1).max(500),
});
export type PlanWritten = z.infer<typeof PlanWritten>;

/** `POST /api/staff/waves/:wave/plan/check` looks only: everything that keeps a plan from being used, by its place in a part. */
export const PlanCheck = z.strictObject({
  problems: z.array(
    z.strictObject({
      part: z.enum(["lattice", "weighting", "policies", "previousWave"]),
      /** Inside the part, such as "/collapse/0/respondents"; "" is the whole part. */
      path: z.string(),
      sentence: z.strictObject({ lt: z.string(), en: z.string() }),
    }),
  ),
});
export type PlanCheck = z.infer<typeof PlanCheck>;
export const PlanAsked = PlanWritten.omit({ why: true });
export type PlanAsked = z.infer<typeof PlanAsked>;

/**
 * `GET /api/staff/waves/:wave/plan`: number 0 is the standard plan, written by nobody; its wave before is the one that
 * the chain finds by itself. Earlier numbers, newest first, with everything that they said.
 */
export const PlanShown = z.strictObject({
  current: z.strictObject({
    ...PlanWritten.shape,
    why: z.string(),
    number: z.int(),
    by: z.string().nullable(),
    at: z.iso.datetime().nullable(),
  }),
  earlier: z.array(
    z.strictObject({
      ...PlanWritten.shape,
      why: z.string(),
      number: z.int(),
      by: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** What stands where a part is null. */
  standard: z.strictObject({ lattice: Part, weighting: Part, policies: Part }),
});
export type PlanShown = z.infer<typeof PlanShown>;
