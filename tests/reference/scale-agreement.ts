import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Design } from "@tiltas/analysis/design";
import {
  arrange,
  arrangeReplicates,
  type Estimate,
  estimateMeanByDomain,
  estimateMeanByReplicates,
  listwise,
} from "@tiltas/analysis/estimation";
import { type CountedMargin, calibrate, calibrated, rake } from "@tiltas/analysis/weighting";
import { readCsv } from "@tiltas/formats/tables";
import { simulatedDesign, simulatedMunicipalities } from "../bench/estimation-tasks.ts";
import { simulatedMargins } from "../bench/simulated-margins.ts";
import { simulatedReplicates } from "../bench/simulated-replicates.ts";
import { measurementOf, type SimulatedRows, sixtyVariables } from "../bench/simulated-rows.ts";

/** How far our numbers are from R's in one file of results. */
export interface Agreement {
  readonly file: string;
  readonly compared: number;
  /** Largest |ours − R's| / |R's|. */
  readonly worst: number;
}

/** Every file of R's results on the simulated sample, compared number by number. */
export function agreementWithR(sample: SimulatedRows, folder: string): Agreement[] {
  const design = simulatedDesign(sample);
  const files = { sample, design, read: reader(folder, sample.rows) };
  return [...means(files), ...margins(files), ...raking(files), ...calibration(files), ...bootstrap(files)];
}

type Row = Readonly<Record<string, string>>;

interface Files {
  readonly sample: SimulatedRows;
  readonly design: Design;
  readonly read: (file: string) => readonly Row[];
}

function reader(folder: string, rows: number): Files["read"] {
  return (file) => readCsv(readFileSync(join(folder, `${file}_${rows}.csv`), "utf8")).rows;
}

/** Ours and R's side by side. */
type Pair = readonly [ours: number | null | undefined, theirs: string | number | undefined];

function agreement(file: string, pairs: readonly Pair[]): Agreement {
  const distances = pairs.map(([ours, theirs]) => Math.abs((ours ?? Number.NaN) / Number(theirs) - 1));
  const worst = distances.reduce((most, one) => Math.max(most, one), 0);
  return { file, compared: pairs.length, worst };
}

function means({ sample, design, read }: Files): Agreement[] {
  const variables = sixtyVariables.map((name) => measurementOf(sample, name));
  const [whole, arrangement] = [arrange(design), arrange(design, simulatedMunicipalities(sample))];
  const overall = byName(estimateMeanByDomain(whole, variables));
  const local = byName(estimateMeanByDomain(arrangement, variables));
  const wide = (file: string) =>
    agreement(
      file,
      read(file).flatMap((row) =>
        sixtyVariables
          .filter((name) => name in row)
          .flatMap((name) => pairsOf(local(name, Number(row.muni) - 1), row[name], row[`se.${name}`])),
      ),
    );
  const long = read("expert_dt_by_muni").flatMap((row) =>
    pairsOf(local(row.variable, Number(row.muni) - 1), row.mean, row.se),
  );
  const ofAll = read("svymean60").flatMap((row): Pair[] => [
    ...pairsOf(overall(row.variable, 0), row.mean, row.se),
    [overall(row.variable, 0)?.degreesOfFreedom, row.df],
  ]);
  return [
    agreement("svymean60", ofAll),
    wide("svyby45_by_muni"),
    wide("svyby15na_by_muni"),
    agreement("expert_dt_by_muni", long),
  ];
}

function byName(estimates: readonly (readonly Estimate[])[]) {
  return (name: string | undefined, domain: number) =>
    estimates[sixtyVariables.indexOf(name ?? "")]?.[domain];
}

function pairsOf(
  estimate: Estimate | undefined,
  mean: string | undefined,
  se: string | undefined,
): [Pair, Pair] {
  return [
    [estimate?.value, mean],
    [estimate?.standardError, se],
  ];
}

function margins({ sample, read }: Files): Agreement[] {
  return simulatedMargins(sample).map(({ name, counts }: CountedMargin) =>
    agreement(
      `rake_margin_${name}`,
      read(`rake_margin_${name}`).map((row): Pair => [counts[Number(row[name]) - 1], row.Freq]),
    ),
  );
}

function raking({ sample, design, read }: Files): Agreement[] {
  const raked = rake(design.weights, simulatedMargins(sample), {
    cellChange: 1e-9,
    maximumIterations: 100,
    standardErrors: "rake-as-r",
  });
  const names = ["b1", "b20", "l1", "x1"];
  const complete = listwise(names.map((name) => measurementOf(sample, name)));
  return [
    weights("rake_weights_summary", raked.weights, read),
    weights("rake_expert_weights_summary", raked.weights, read),
    after(
      "svymean_after_rake",
      estimateMeanByDomain(arrange(calibrated(design, raked)), complete),
      names,
      read,
    ),
  ];
}

function calibration({ sample, design, read }: Files): Agreement[] {
  const found = calibrate(design.weights, { margins: simulatedMargins(sample) }, { distance: "raking" });
  const names = ["b1", "b20", "x1"];
  const variables = names.map((name) => measurementOf(sample, name));
  const estimates = estimateMeanByDomain(arrange(calibrated(design, found)), variables);
  return [
    weights("calibrate_raking_weights_summary", found.weights, read),
    after("svymean_after_calibrate", estimates, names, read),
  ];
}

function weights(file: string, ours: Float64Array, read: Files["read"]): Agreement {
  const [row = {}] = read(file);
  const sum = (of: (weight: number) => number) => ours.reduce((total, weight) => total + of(weight), 0);
  const found: Record<string, number | undefined> = {
    n: ours.length,
    sum: sum((weight) => weight),
    sum_sq: sum((weight) => weight * weight),
    min: ours.reduce((a, b) => Math.min(a, b)),
    max: ours.reduce((a, b) => Math.max(a, b)),
    w1: ours[0],
    w2: ours[1],
    wN: ours.at(-1),
  };
  return agreement(
    file,
    Object.entries(row).map(([name, theirs]): Pair => [found[name], theirs]),
  );
}

function after(
  file: string,
  estimates: readonly (readonly Estimate[])[],
  names: readonly string[],
  read: Files["read"],
): Agreement {
  return agreement(
    file,
    read(file).flatMap((row) => pairsOf(estimates[names.indexOf(row.variable ?? "")]?.[0], row.mean, row.se)),
  );
}

function bootstrap({ sample, design, read }: Files): Agreement[] {
  const arrangement = arrangeReplicates(simulatedReplicates(sample, design, 200));
  const variables = sixtyVariables.map((name) => measurementOf(sample, name));
  const estimates = byName(estimateMeanByReplicates(arrangement, variables));
  return ["boot200_svymean", "boot200_expert"].map((file) =>
    agreement(
      file,
      read(file).flatMap((row) => pairsOf(estimates(row.variable, 0), row.mean, row.se)),
    ),
  );
}
