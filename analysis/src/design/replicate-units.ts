import type { Design } from "./design.ts";
import { DesignError } from "./design-error.ts";

/** First-stage units by stratum, in the order in which they first occur. */
export interface SampledUnits {
  readonly unitCount: number;
  readonly byStratum: readonly Int32Array[];
  /** By stratum: 1 - n/N. */
  readonly fpc: Float64Array;
  readonly singlePsu: Design["singlePsu"];
}

export function sampledUnits({ rows, stages: [first], singlePsu }: Design): SampledUnits {
  const byStratum: number[][] = Array.from({ length: first.stratumCount }, () => []);
  const seen = new Uint8Array(first.unitCount);
  for (let row = 0; row < rows; row++) {
    const unit = first.units[row]!;
    if (seen[unit]) continue;
    seen[unit] = 1;
    byStratum[first.strata[row]!]!.push(unit);
  }
  return {
    unitCount: first.unitCount,
    byStratum: byStratum.map((units) => Int32Array.from(units)),
    fpc: first.fpc,
    singlePsu,
  };
}

/** One list of ones per replicate. @throws DesignError where they would not fit into memory */
export function ones(unitCount: number, replicates: number): Float64Array[] {
  if (unitCount * replicates > 1.5e8)
    throw new DesignError(
      `${replicates} replicates of ${unitCount} units do not fit into memory. Take the bootstrap with some hundred replicates.`,
    );
  return Array.from({ length: replicates }, () => new Float64Array(unitCount).fill(1));
}

export function refuseSingle(stratum: number, remedy: string): never {
  throw new DesignError(`The stratum ${stratum + 1}, counted as strata first occur, has one unit. ${remedy}`);
}
