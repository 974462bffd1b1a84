import { DesignError } from "./design-error.ts";
import type { MadeReplicates } from "./replicate-made.ts";
import { ones, refuseSingle, type SampledUnits } from "./replicate-units.ts";

/** A stratum sampled completely varies no more. */
const exhausted = 1e-7;

/**
 * Each replicate leaves one unit out and lets the others of its stratum stand for it.
 *
 * @source Quenouille (1956), Notes on bias in estimation, Biometrika 43; Wolter (2007), Introduction to Variance Estimation, ch. 4
 * @agrees R survey::jk1weights, survey::jknweights, single units by their policies
 */
export function jackknife(method: "JK1" | "JKn", sample: SampledUnits): MadeReplicates {
  const { unitCount, byStratum, fpc, singlePsu } = sample;
  if (method === "JK1" && byStratum.length > 1)
    throw new DesignError(
      "The jackknife JK1 is for samples without strata. Take JKn, which leaves out within strata.",
    );
  const left = byStratum.flatMap((units, stratum) => leftOut(units, stratum, sample));
  if (left.length === 0)
    throw new DesignError("Every stratum was sampled completely, or has one unit: nothing is left to vary.");
  const factors = ones(unitCount, left.length);
  const rscales = new Float64Array(left.length);
  for (const [replicate, { unit, stratum }] of left.entries()) {
    const [factor, units] = [factors[replicate]!, byStratum[stratum]!];
    if (units.length === 1) {
      // "adjust": the stratum itself is left out, as one unit among the strata.
      factor.fill(byStratum.length / (byStratum.length - 1));
      rscales[replicate] = (byStratum.length - 1) / byStratum.length;
    } else {
      for (const other of units) factor[other] = units.length / (units.length - 1);
      rscales[replicate] = (fpc[stratum]! * (units.length - 1)) / units.length;
    }
    factor[unit] = 0;
  }
  const average = singlePsu === "average" && left.length < unitCount ? unitCount / left.length : 1;
  return method === "JK1"
    ? { factors, scale: rscales[0]!, rscales: new Float64Array(left.length).fill(1) }
    : { factors, scale: average, rscales };
}

/** The units of a stratum that are left out in turn. */
function leftOut(units: Int32Array, stratum: number, { fpc, singlePsu }: SampledUnits) {
  if (fpc[stratum]! < exhausted) return [];
  if (units.length === 1 && singlePsu === "fail")
    refuseSingle(
      stratum,
      "Join it to another, or choose what to do with such strata (single PSU: remove, adjust …).",
    );
  if (units.length === 1 && singlePsu !== "adjust") return [];
  return Array.from(units, (unit) => ({ unit, stratum }));
}
