import { seeded } from "@tiltas/instrument/simulation";
import { DesignError } from "./design-error.ts";
import type { MadeReplicates } from "./replicate-made.ts";
import { ones, refuseSingle, type SampledUnits } from "./replicate-units.ts";

/**
 * "bootstrap": n of n units, deviations scaled up (Canty & Davison; without sizes of populations).
 * "subbootstrap": n - 1 of n units. "rao-wu": the same with weights rescaled for finite populations.
 */
export type BootstrapKind = "bootstrap" | "subbootstrap" | "rao-wu";

const exhausted = 1e-7;

/**
 * Each replicate draws units with replacement within strata.
 *
 * @param count  replicates, at least two
 * @param seed  whole number: the same replicates everywhere
 * @source Rao & Wu (1988), Resampling inference with complex survey data, JASA 83; Rao, Wu & Yue (1992), Survey
 *   Methodology 18(2); Canty & Davison (1999), Resampling-based variance estimation for labour force surveys, The Statistician 48
 * @agrees R survey::bootweights, survey::subbootweights in distribution; scales exactly
 */
export function bootstrap(
  kind: BootstrapKind,
  sample: SampledUnits,
  count: number,
  seed: number,
): MadeReplicates {
  if (!(Number.isInteger(count) && count >= 2))
    throw new DesignError(`The bootstrap needs at least two replicates; ${count} were asked for.`);
  const random = seeded(seed);
  const factors = ones(sample.unitCount, count);
  for (const factor of factors)
    for (const [stratum, units] of sample.byStratum.entries()) {
      const fpc = kind === "rao-wu" ? sample.fpc[stratum]! : 1;
      if (fpc < exhausted) continue;
      if (units.length === 1) {
        if (sample.singlePsu === "fail")
          refuseSingle(
            stratum,
            "Join it to another, or choose what to do with such strata (single PSU: remove …).",
          );
        continue;
      }
      const drawn = kind === "bootstrap" ? units.length : units.length - 1;
      const stretch = kind === "bootstrap" ? 1 : Math.sqrt((drawn * fpc) / (units.length - 1));
      for (const unit of units) factor[unit] = 1 - stretch;
      const share = (stretch * units.length) / drawn;
      for (let draw = 0; draw < drawn; draw++) factor[units[random.index(units.length)]!]! += share;
    }
  return { factors, scale: scaleOf(kind, sample, count), rscales: new Float64Array(count).fill(1) };
}

/** n of n units vary too little, by (n - 1)/n; n is the harmonic mean over strata, as in R. */
function scaleOf(kind: BootstrapKind, { byStratum }: SampledUnits, count: number): number {
  if (kind !== "bootstrap") return 1 / (count - 1);
  const reciprocals = byStratum.reduce((sum, units) => sum + 1 / units.length, 0);
  const perStratum = byStratum.length / reciprocals;
  return perStratum / ((perStratum - 1) * (count - 1));
}
