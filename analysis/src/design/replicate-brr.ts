import { DesignError } from "./design-error.ts";
import { hadamardMatrix } from "./replicate-hadamard.ts";
import type { MadeReplicates } from "./replicate-made.ts";
import { ones, refuseSingle, type SampledUnits } from "./replicate-units.ts";

/**
 * Balanced half-samples: one unit of each pair counts more, the other less, balanced over all pairs by a Hadamard matrix.
 * Strata of four, six … units are split into pairs in the order of the data.
 *
 * @param rho  Fay's coefficient: 0 leaves the other unit out, values towards 1 change weights less
 * @source McCarthy (1969), Pseudo-replication: half samples, Review of the ISI 37; Fay: Judkins (1990), Journal of Official Statistics 6(3)
 * @agrees R survey::brrweights up to the choice of the Hadamard matrix
 */
export function balancedHalves({ unitCount, byStratum }: SampledUnits, rho: number): MadeReplicates {
  if (!(rho >= 0 && rho < 1))
    throw new DesignError(`Fay's coefficient rho must be from 0 to below 1; it is ${rho}.`);
  const pairs = byStratum.flatMap((units, stratum) => pairsOf(units, stratum));
  const { order, entries } = hadamardMatrix(pairs.length + 1);
  const factors = ones(unitCount, order);
  for (const [replicate, factor] of factors.entries())
    for (const [pair, [left, right]] of pairs.entries()) {
      const turn = entries[(pair + 1) * order + replicate]! * (1 - rho);
      factor[left] = 1 + turn;
      factor[right] = 1 - turn;
    }
  return { factors, scale: 1 / (order * (1 - rho) ** 2), rscales: new Float64Array(order).fill(1) };
}

function pairsOf(units: Int32Array, stratum: number): [number, number][] {
  if (units.length === 1)
    refuseSingle(stratum, "Balanced half-samples need pairs: join it to another stratum.");
  if (units.length % 2 === 1)
    throw new DesignError(
      `The stratum ${stratum + 1}, counted as strata first occur, has ${units.length} units. Balanced half-samples need pairs; take JKn or the bootstrap.`,
    );
  return Array.from({ length: units.length / 2 }, (_, pair) => [units[2 * pair]!, units[2 * pair + 1]!]);
}
