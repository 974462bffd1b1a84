import type { Design } from "./design.ts";

/** What is known of how each row was drawn; every list has one entry per row, in the order of the dataset. */
export interface DesignInput {
  /** How many people a respondent stands for. Left out: computed from `fpc` sizes or fractions as N/n. */
  readonly weights?: ArrayLike<number>;
  /** Stratum codes; left out: one stratum. */
  readonly strata?: ArrayLike<string | number>;
  /** Codes of first-stage units; left out: every row is a unit of its own. */
  readonly clusters?: ArrayLike<string | number>;
  /** Population size of the row's stratum in first-stage units, or the sampling fraction when all are at most 1. */
  readonly fpc?: ArrayLike<number>;
  /** What to do in a stratum with one PSU; "fail" when left out. */
  readonly singlePsu?: Design["singlePsu"];
  /** true: cluster codes start again in every stratum, so equal codes in two strata are two units. */
  readonly nest?: boolean;
}

/** The design contradicts itself; the message names the row or stratum and the remedy. Rows count from 1. */
export class DesignError extends Error {
  override readonly name = "DesignError";
}

/**
 * Turns codes of strata and clusters into a checked design.
 *
 * @throws DesignError weights negative, missing or all zero; lists of different lengths; a PSU in two strata
 *   without `nest`; population sizes that vary within a stratum or are smaller than its sample
 */
export function makeDesign(input: DesignInput): Design {
  const rows = rowsOf(input);
  const stratum = numbered(input.strata, rows, "stratum");
  const psu = numberedClusters(input, rows, stratum);
  const sampled = psusByStratum(psu.codes, stratum);
  const fraction = samplingFractions(input.fpc, stratum, sampled);
  const weights = input.weights
    ? checkedWeights(input.weights)
    : weightsFromFractions(fraction, stratum.codes);
  return {
    rows,
    weights,
    strata: stratum.codes,
    stratumCount: stratum.labels.length,
    psus: psu.codes,
    psuCount: psu.labels.length,
    fpc: fraction.map((f) => 1 - f),
    singlePsu: input.singlePsu ?? "fail",
  };
}

function rowsOf(input: DesignInput): number {
  const source = input.weights ?? input.fpc;
  if (!source)
    throw new DesignError(
      "The design has neither weights nor population sizes. Give a weight per row; 1 for everyone if none is known.",
    );
  for (const [name, list] of [
    ["strata", input.strata],
    ["clusters", input.clusters],
    ["fpc", input.fpc],
  ] as const)
    if (list && list.length !== source.length)
      throw new DesignError(
        `The design gives ${source.length} rows but ${name} has ${list.length}. Give one entry per row.`,
      );
  return source.length;
}

interface Numbered {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

function numbered(codes: ArrayLike<string | number> | undefined, rows: number, what: string): Numbered {
  if (!codes) return { codes: new Int32Array(rows), labels: ["all"] };
  const places = new Map<string | number, number>();
  const numbers = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const code = codes[row];
    if (code === undefined || code === "" || Number.isNaN(code))
      throw new DesignError(
        `Row ${row + 1} has no ${what}. Complete it, or leave the row out of the design.`,
      );
    const place = places.get(code) ?? places.size;
    if (place === places.size) places.set(code, place);
    numbers[row] = place;
  }
  return { codes: numbers, labels: [...places.keys()].map(String) };
}

function numberedClusters({ clusters, nest }: DesignInput, rows: number, stratum: Numbered): Numbered {
  if (!clusters)
    return { codes: Int32Array.from({ length: rows }, (_, row) => row), labels: Array(rows).fill("") };
  if (nest) {
    const within = Array.from({ length: rows }, (_, row) => `${stratum.codes[row]}/${clusters[row] ?? ""}`);
    return numbered(
      within.map((code) => (code.endsWith("/") ? "" : code)),
      rows,
      "cluster",
    );
  }
  const psu = numbered(clusters, rows, "cluster");
  const home = new Int32Array(psu.labels.length).fill(-1);
  for (let row = 0; row < rows; row++) {
    const unit = psu.codes[row]!;
    if (home[unit] === -1) home[unit] = stratum.codes[row]!;
    else if (home[unit] !== stratum.codes[row])
      throw new DesignError(
        `The cluster "${psu.labels[unit]}" occurs in the strata "${stratum.labels[home[unit]!]}" and "${stratum.labels[stratum.codes[row]!]}". ` +
          "If cluster codes start again in every stratum, set nest to true; otherwise correct the codes.",
      );
  }
  return psu;
}

function psusByStratum(psus: Int32Array, stratum: Numbered): Int32Array {
  const counts = new Int32Array(stratum.labels.length);
  const seen = new Set<number>();
  psus.forEach((psu, row) => {
    if (seen.has(psu)) return;
    seen.add(psu);
    counts[stratum.codes[row]!]!++;
  });
  return counts;
}

function samplingFractions(
  fpc: ArrayLike<number> | undefined,
  stratum: Numbered,
  sampled: Int32Array,
): Float64Array {
  const fractions = new Float64Array(stratum.labels.length);
  if (!fpc) return fractions;
  const sizes = new Float64Array(stratum.labels.length).fill(Number.NaN);
  for (let row = 0; row < fpc.length; row++) {
    const [size, h] = [fpc[row]!, stratum.codes[row]!];
    if (!(size > 0))
      throw new DesignError(
        `Row ${row + 1} has no positive population size (fpc). Give the size of its stratum.`,
      );
    if (Number.isNaN(sizes[h])) sizes[h] = size;
    else if (sizes[h] !== size)
      throw new DesignError(
        `The population size (fpc) varies within the stratum "${stratum.labels[h]}". Give one size per stratum.`,
      );
  }
  const areFractions = sizes.every((size) => size <= 1);
  sizes.forEach((size, h) => {
    fractions[h] = areFractions ? size : sampled[h]! / size;
    if (fractions[h]! > 1)
      throw new DesignError(
        `The stratum "${stratum.labels[h]}" has ${sampled[h]} sampled units but a population size (fpc) of ${size}. Correct the size, or leave fpc out.`,
      );
  });
  return fractions;
}

function checkedWeights(weights: ArrayLike<number>): Float64Array {
  const checked = Float64Array.from(weights);
  checked.forEach((weight, row) => {
    if (!Number.isFinite(weight))
      throw new DesignError(
        `The weight of row ${row + 1} is missing. Give every row a weight; 0 leaves it out.`,
      );
    if (weight < 0)
      throw new DesignError(
        `The weight of row ${row + 1} is negative. Weights count people: correct it or set it to 0.`,
      );
  });
  if (!checked.some((weight) => weight > 0))
    throw new DesignError(
      "All weights are zero, so nobody stands for anyone. Check that the right column was named as weight.",
    );
  return checked;
}

function weightsFromFractions(fractions: Float64Array, strata: Int32Array): Float64Array {
  return Float64Array.from(strata, (h) => 1 / fractions[h]!);
}
