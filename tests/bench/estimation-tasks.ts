import { type Design, makeDesign, type ReplicateDesign } from "@tiltas/analysis/design";
import {
  arrange,
  arrangeReplicates,
  type Domains,
  estimateMeanByDomain,
  estimateMeanByReplicates,
  type Measurement,
} from "@tiltas/analysis/estimation";
import { type CountedMargin, calibrate, calibrated, rake } from "@tiltas/analysis/weighting";
import { simulatedMargins } from "./simulated-margins.ts";
import { simulatedReplicates } from "./simulated-replicates.ts";
import { columnOf, measurementOf, type SimulatedRows, sixtyVariables } from "./simulated-rows.ts";

/** What the tasks work on; made before anything is timed. */
export interface Problem {
  readonly sample: SimulatedRows;
  readonly variables: readonly Measurement[];
  readonly municipalities: Domains;
  readonly margins: readonly CountedMargin[];
  readonly design: Design;
  readonly replicates: ReplicateDesign;
}

/** The design that R's timings use: 480 strata, PSUs, weights. */
export function simulatedDesign(sample: SimulatedRows): Design {
  return makeDesign({
    weights: columnOf(sample, "w"),
    strata: columnOf(sample, "stratum"),
    clusters: columnOf(sample, "psu"),
    singlePsu: "adjust",
  });
}

export function simulatedMunicipalities(sample: SimulatedRows): Domains {
  return { of: Int32Array.from(columnOf(sample, "muni"), (code) => code - 1), count: 60 };
}

export function makeProblem(sample: SimulatedRows): Problem {
  const design = simulatedDesign(sample);
  return {
    sample,
    variables: sixtyVariables.map((name) => measurementOf(sample, name)),
    municipalities: simulatedMunicipalities(sample),
    margins: simulatedMargins(sample),
    design,
    replicates: simulatedReplicates(sample, design, 200),
  };
}

/** CPU seconds by task, in the order of a first run: nothing was called before, so every figure holds its compilation. */
export interface TaskTimes {
  readonly design: number;
  readonly byMunicipality: number;
  readonly overall: number;
  readonly rake: number;
  readonly afterRake: number;
  readonly calibrate: number;
  readonly bootstrap: number;
}

/** Means include sorting the rows into cells; means after raking include preparing what the margins explain. */
export function timeTasks({
  sample,
  variables,
  municipalities,
  margins,
  design,
  replicates,
}: Problem): TaskTimes {
  const [, ofDesign] = cpuSeconds(() => simulatedDesign(sample));
  const [, byMunicipality] = cpuSeconds(() =>
    estimateMeanByDomain(arrange(design, municipalities), variables),
  );
  const [, overall] = cpuSeconds(() => estimateMeanByDomain(arrange(design), variables));
  const [raked, ofRake] = cpuSeconds(() =>
    rake(design.weights, margins, { cellChange: 1e-9, standardErrors: "rake-as-r" }),
  );
  const [, afterRake] = cpuSeconds(() => estimateMeanByDomain(arrange(calibrated(design, raked)), variables));
  const [, ofCalibrate] = cpuSeconds(() => calibrate(design.weights, { margins }, { distance: "raking" }));
  const [, bootstrap] = cpuSeconds(() => estimateMeanByReplicates(arrangeReplicates(replicates), variables));
  return {
    design: ofDesign,
    byMunicipality,
    overall,
    rake: ofRake,
    afterRake,
    calibrate: ofCalibrate,
    bootstrap,
  };
}

export function cpuSeconds<Result>(work: () => Result): [Result, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}
