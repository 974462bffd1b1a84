import type { Design, ReplicateDesign } from "@tiltas/analysis/design";
import { columnOf, type SimulatedRows, streamFrom } from "./simulated-rows.ts";

/**
 * Rao and Wu's rescaled bootstrap of the simulated sample, as factors by PSU: strata and PSUs ascending, n − 1 of the n
 * PSUs of each stratum drawn with replacement (specification: the README of the scale reference).
 */
export function simulatedReplicates(sample: SimulatedRows, design: Design, count: number): ReplicateDesign {
  const { units, unitCount } = design.stages[0];
  const { strata, order } = unitsByStratum(sample, units, unitCount);
  const draw = streamFrom(777767777);
  const factors = Array.from({ length: count }, () => {
    const drawn = new Float64Array(unitCount);
    for (const { from, size } of strata) {
      for (let i = 1; i < size; i++) drawn[order[from + Math.floor(draw() * size)]!]!++;
      for (let i = from; i < from + size; i++)
        drawn[order[i]!] = size === 1 ? 1 : drawn[order[i]!]! * (size / (size - 1));
    }
    return drawn;
  });
  return {
    kind: "replicate",
    rows: design.rows,
    weights: design.weights,
    replicates: { by: "unit", units, unitCount, factors },
    scale: 1 / (count - 1),
    rscales: new Float64Array(count).fill(1),
    mse: false,
    degreesOfFreedom: 1000,
  };
}

/** Units in the order of their codes, and where each stratum of them begins. */
function unitsByStratum(sample: SimulatedRows, units: Int32Array, unitCount: number) {
  const [psus, strataOfRows] = [columnOf(sample, "psu"), columnOf(sample, "stratum")];
  const [codes, stratumOf] = [new Float64Array(unitCount), new Float64Array(unitCount)];
  for (let row = 0; row < units.length; row++) {
    codes[units[row]!] = psus[row]!;
    stratumOf[units[row]!] = strataOfRows[row]!;
  }
  const order = Int32Array.from(codes.keys()).sort((a, b) => codes[a]! - codes[b]!);
  const strata: { from: number; size: number }[] = [];
  order.forEach((unit, i) => {
    const last = strata.at(-1);
    if (last && stratumOf[order[i - 1]!] === stratumOf[unit]) last.size++;
    else strata.push({ from: i, size: 1 });
  });
  return { strata, order };
}
