import { allAlike, type Codes, eachItsOwn, type Numbered, nestedIn, numbered } from "./codes.ts";
import { DesignError } from "./design-error.ts";

/** A stage as it is coded, before population sizes are known. */
export interface CodedStage {
  readonly units: Numbered;
  readonly strata: Numbered;
  /** By stratum: units sampled from it. */
  readonly sampled: Int32Array;
}

/**
 * Numbers the strata and units of every stage. Units of a later stage are counted within their stratum and the unit
 * before, so their codes may start again there; those of the first within its strata only when `nest` says so.
 *
 * @throws DesignError a unit in two strata, a row without a code
 */
export function codeStages(
  rows: number,
  strata: readonly Codes[],
  clusters: readonly Codes[],
  nest: boolean,
): [CodedStage, ...CodedStage[]] {
  const first = codeFirst(rows, strata[0], clusters[0], nest);
  const stages: [CodedStage, ...CodedStage[]] = [first];
  for (let stage = 1; stage < Math.max(clusters.length, strata.length); stage++) {
    const before = stages.at(-1)?.units.codes ?? first.units.codes;
    stages.push(codeWithin(before, strata[stage], clusters[stage], stage + 1));
  }
  return stages;
}

function codeFirst(rows: number, strata: Codes | undefined, clusters: Codes | undefined, nest: boolean) {
  const stratum = strata ? numbered(strata, "stratum") : allAlike(rows);
  const cluster = clusters ? numbered(clusters, "cluster") : eachItsOwn(rows);
  const units = clusters && nest ? nestedIn(stratum.codes, cluster) : cluster;
  return counted(units, stratum);
}

function codeWithin(
  before: Int32Array,
  strata: Codes | undefined,
  clusters: Codes | undefined,
  stage: number,
): CodedStage {
  const rows = before.length;
  const what = `of stage ${stage}`;
  const stratum = nestedIn(before, strata ? numbered(strata, `stratum ${what}`) : allAlike(rows));
  const cluster = clusters ? numbered(clusters, `cluster ${what}`) : eachItsOwn(rows);
  return counted(clusters ? nestedIn(stratum.codes, cluster) : cluster, stratum);
}

/** Counts the units of each stratum and refuses one that lies in two. */
function counted(units: Numbered, strata: Numbered): CodedStage {
  const home = new Int32Array(units.labels.length || units.codes.length).fill(-1);
  const sampled = new Int32Array(strata.labels.length);
  for (let row = 0; row < units.codes.length; row++) {
    const [unit, stratum] = [units.codes[row]!, strata.codes[row]!];
    if (home[unit] === -1) {
      home[unit] = stratum;
      sampled[stratum]!++;
    } else if (home[unit] !== stratum)
      throw new DesignError(
        `The cluster "${units.labels[unit]}" occurs in the strata "${strata.labels[home[unit]!]}" and "${strata.labels[stratum]}". ` +
          "If cluster codes start again in every stratum, set nest to true; otherwise correct the codes.",
      );
  }
  return { units, strata, sampled };
}
