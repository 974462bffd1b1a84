import { z } from "zod";
import { DimensionId } from "../lattice/index.ts";

const Text = z.record(z.string(), z.string().min(1));
const Share = z.number().min(0).max(1);

/**
 * What one circle of readers may see: thresholds as data, frozen into the release.
 * Numbers of respondents are unweighted; docs/methods/disclosure.md says where each comes from.
 */
export const Policy = z.strictObject({
  id: z.enum(["ministry", "public"]),
  number: z.int().min(1),
  label: Text,
  /** Fewer respondents than this in a cell: hidden to protect people, and guarded against subtraction. */
  protect: z.strictObject({
    below: z.int().min(1),
    /** Of universes with a measure of special categories of data. */
    sensitiveBelow: z.int().min(1),
    /** Fewest households behind a figure about members of households. */
    householdsBelow: z.int().min(1),
    /** Sensitive proportions of exactly 0 or 1 are shown from this many respondents on. */
    extremesBelow: z.int().min(1),
  }),
  /** Not precise enough; nothing to protect. */
  precision: z.strictObject({
    showFrom: z.int().min(1),
    effectiveFrom: z.number().min(1),
    fewBelow: z.int().min(1),
    /** Cells where a larger share of those asked did not answer are withheld (rule M1). */
    withholdAboveNonresponse: Share,
    /** Interval of a proportion that is wider to one side is of low precision. */
    lowAboveHalfWidth: Share,
    /** So is any other figure with a larger relative standard error. */
    lowAboveRelativeError: z.number().min(0),
  }),
  /** How far apart the least and the most must stay that a reader can work out of a hidden number. */
  interval: z.strictObject({
    /** Respondents. */
    least: z.int().min(1),
    /** Of the hidden number itself. */
    share: Share,
    /** Respondents above the hidden number that must stay possible. */
    above: z.int().min(0),
  }),
  /** Crossings of these dimensions together are not released, nor any with more dimensions than this. */
  crossings: z.strictObject({
    most: z.int().min(0),
    refused: z.array(z.array(DimensionId).min(2)),
  }),
  /** null: figures stay as they are, with six decimals. */
  rounding: z
    .strictObject({
      /** Counts are multiples of this. */
      counts: z.int().min(2),
      /** Proportions of fewer respondents are whole per cent, of more one tenth of a per cent. */
      wholePercentBelow: z.int().min(1),
    })
    .nullable(),
  /** A wave already released is released again only if at least so many records changed. */
  republish: z.strictObject({ changedRecords: z.int().min(1) }),
});
export type Policy = z.infer<typeof Policy>;

/** `policies.json` of an analysis plan. */
export const PolicySet = z.strictObject({ policies: z.array(Policy).min(1) });

/** @throws ZodError naming the field */
export function readPolicies(json: unknown): ReadonlyMap<Policy["id"], Policy> {
  return new Map(PolicySet.parse(json).policies.map((policy) => [policy.id, policy]));
}

/**
 * True when a correction touches so few records that two releases of one wave, laid side by side, could speak of
 * single persons.
 */
export const wouldExposeChanges = (changedRecords: number, { republish }: Policy): boolean =>
  changedRecords > 0 && changedRecords < republish.changedRecords;
