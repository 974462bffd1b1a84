import type { Design } from "../../design/index.ts";
import type { TreeStage, UnitTree } from "./unit-tree.ts";

/** Strata of which at least this share was not sampled have a variance of their own. */
const sampledCompletely = 1e-7;

/** By leaf: 1 where the domain has a usable row of positive weight; left out: everywhere. */
export type Presence = Uint8Array;

/**
 * What each sampled unit adds to the variance of a total, as a signed root: the variance of a statistic is the sum of
 * the squares of its deviations, the covariance of two the sum of the products.
 *
 * At every stage a unit's total is compared with the mean of its stratum (n sampled units, those without a total in
 * the domain with zero) and weighted by the root of (1 - n/N) · n/(n - 1), times n/N of the stages before.
 *
 * @param totals  by leaf of the tree: sum of w·z, with z the linearised scores
 * @returns undefined where a stratum with a single unit forbids an estimate ("fail", or "average" without others)
 * @source Hansen, Hurwitz & Madow (1953), Sample Survey Methods and Theory (ultimate clusters); Särndal, Swensson &
 *   Wretman (1992), Model Assisted Survey Sampling, §4.3, 4.4 (stages); single-unit policies as R survey 4.5
 * @agrees R survey::svyrecvar, tests/reference
 */
export function deviationsOf(
  tree: UnitTree,
  totals: Float64Array,
  policy: Pick<Design, "singlePsu" | "adjustDomainLonely">,
  presence?: Presence,
): Float64Array | undefined {
  const deviations = new Float64Array(spaceFor(tree));
  let [units, present, place] = [totals, presence, deviations.length];
  for (let i = tree.stages.length - 1; i >= 0; i--) {
    const stage = tree.stages[i]!;
    place -= stage.sampled.length + units.length;
    const room = deviations.subarray(place, place + stage.sampled.length + units.length);
    if (!deviateAt(stage, { units, present }, policy, room)) return undefined;
    const above = tree.stages[i - 1];
    if (above) {
      present = present && anyWithin(above, stage, present);
      units = sumsWithin(above, stage, units);
    }
  }
  return deviations;
}

/** One place per unit and one per stratum, for the units of it that are not in the tree. */
function spaceFor({ stages }: UnitTree): number {
  return stages.reduce((sum, { sampled, starts }) => sum + sampled.length + starts.at(-1)!, 0);
}

function sumsWithin({ below }: TreeStage, { starts }: TreeStage, units: Float64Array): Float64Array {
  const sums = new Float64Array(below.length - 1);
  for (let holder = 0; holder < sums.length; holder++)
    for (let unit = starts[below[holder]!]!; unit < starts[below[holder + 1]!]!; unit++)
      sums[holder]! += units[unit]!;
  return sums;
}

function anyWithin({ below }: TreeStage, { starts }: TreeStage, present: Presence): Presence {
  return Uint8Array.from({ length: below.length - 1 }, (_, holder) =>
    present.subarray(starts[below[holder]!]!, starts[below[holder + 1]!]!).includes(1) ? 1 : 0,
  );
}

interface Given {
  readonly units: Float64Array;
  readonly present: Presence | undefined;
}

type Policy = Pick<Design, "singlePsu" | "adjustDomainLonely">;

/** How the strata of a group are treated: whether each is usual, single, without variance or not met by the domain. */
type Treatment = "usual" | "single" | "none" | "absent";

/** Fills the deviations of one stage; false where they cannot be had. */
function deviateAt(stage: TreeStage, given: Given, policy: Policy, room: Float64Array): boolean {
  for (let group = 0; group + 1 < stage.groups.length; group++) {
    const [from, to] = [stage.groups[group]!, stage.groups[group + 1]!];
    let [met, single] = [0, 0];
    for (let h = from; h < to; h++) {
      const treatment = treatmentOf(stage, h, given.present, policy);
      if (treatment === "absent") continue;
      met++;
      if (treatment === "single") single++;
      if (treatment === "usual")
        deviateWithin(stage, h, given.units, meanWithin(stage, h, given.units), room);
    }
    if (single > 0 && !treatSingles(stage, from, to, given, policy, { met, single }, room)) return false;
  }
  return true;
}

function treatmentOf(stage: TreeStage, h: number, present: Presence | undefined, policy: Policy): Treatment {
  const [start, end] = [stage.starts[h]!, stage.starts[h + 1]!];
  let units = end - start;
  if (present) {
    units = 0;
    for (let unit = start; unit < end; unit++) units += present[unit]!;
    if (units === 0) return "absent";
  }
  if (isComplete(stage, h)) return "none";
  if (stage.sampled[h] === 1) return "single";
  const lonely = units === 1 && policy.adjustDomainLonely;
  return lonely && (policy.singlePsu === "adjust" || policy.singlePsu === "average") ? "single" : "usual";
}

function isComplete({ fpc, unitFpc, starts }: TreeStage, h: number): boolean {
  if (!unitFpc) return fpc[h]! < sampledCompletely;
  return unitFpc.subarray(starts[h]!, starts[h + 1]!).every((correction) => correction < sampledCompletely);
}

/** Mean of the unit totals over all n sampled units of a stratum. */
function meanWithin({ starts, sampled }: TreeStage, h: number, units: Float64Array): number {
  let sum = 0;
  for (let unit = starts[h]!; unit < starts[h + 1]!; unit++) sum += units[unit]!;
  return sum / sampled[h]!;
}

/** Deviations of the units from a centre; sampled units that are not in the tree have totals of zero. */
function deviateWithin(
  stage: TreeStage,
  h: number,
  units: Float64Array,
  centre: number,
  room: Float64Array,
): void {
  const { starts, sampled, fpc, unitFpc, reach } = stage;
  const [start, end, n] = [starts[h]!, starts[h + 1]!, sampled[h]!];
  const spread = (n > 1 ? n / (n - 1) : 1) * reach[h]!;
  const root = Math.sqrt(fpc[h]! * spread);
  for (let unit = start; unit < end; unit++)
    room[unit] = (unitFpc ? Math.sqrt(unitFpc[unit]! * spread) : root) * (units[unit]! - centre);
  room[units.length + h] = root * Math.sqrt(n - (end - start)) * -centre;
}

/**
 * Strata with a single unit: "remove" and "certainty" let them add nothing, "adjust" centres them at the mean of all
 * units, "average" lets the others stand for them.
 */
function treatSingles(
  stage: TreeStage,
  from: number,
  to: number,
  { units, present }: Given,
  policy: Policy,
  { met, single }: { readonly met: number; readonly single: number },
  room: Float64Array,
): boolean {
  if (policy.singlePsu === "fail" || (policy.singlePsu === "average" && met === single)) return false;
  const singles = Array.from({ length: to - from }, (_, i) => from + i).filter(
    (h) => treatmentOf(stage, h, present, policy) === "single",
  );
  if (policy.singlePsu === "adjust") {
    const centre = meanOfAll(stage, from, to, { units, present });
    for (const h of singles) deviateWithin(stage, h, units, centre, room);
  }
  if (policy.singlePsu === "average") {
    const root = Math.sqrt(met / (met - single));
    for (let unit = stage.starts[from]!; unit < stage.starts[to]!; unit++) room[unit]! *= root;
    for (let h = from; h < to; h++) room[units.length + h]! *= root;
  }
  return true;
}

/** Mean of the unit totals over the sampled units of all strata that the domain meets. */
function meanOfAll(
  { starts, sampled }: TreeStage,
  from: number,
  to: number,
  { units, present }: Given,
): number {
  let [sum, count] = [0, 0];
  for (let h = from; h < to; h++) {
    if (present && !present.subarray(starts[h]!, starts[h + 1]!).includes(1)) continue;
    count += sampled[h]!;
    for (let unit = starts[h]!; unit < starts[h + 1]!; unit++) sum += units[unit]!;
  }
  return sum / count;
}
