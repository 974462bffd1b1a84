import type { Design, Stage } from "../../design/index.ts";

/**
 * Sampled units in the order of the stages: strata, their units, the strata within each unit, and so on down to the
 * leaves, the units of the last stage that the variance needs. Of the whole sample, or of those a domain meets.
 */
export interface UnitTree {
  readonly stages: readonly TreeStage[];
  readonly leafCount: number;
}

/** The strata and units of one stage as neighbours: the units of stratum h are `starts[h]` … `starts[h + 1] - 1`. */
export interface TreeStage {
  readonly starts: Int32Array;
  /** First stratum of the next stage within each unit, and one past the last; leaves have none. */
  readonly below: Int32Array;
  /** First stratum of each group within which singles are averaged: all of stage 1, later those of one unit. */
  readonly groups: Int32Array;
  /** By stratum: units sampled in the whole sample, 1 - n/N, and the product of n/N over the stages before. */
  readonly sampled: Int32Array;
  readonly fpc: Float64Array;
  readonly reach: Float64Array;
  /** By unit: 1 - π where units of one stratum had unequal probabilities. */
  readonly unitFpc?: Float64Array;
}

/** Which units the design has, stage by stage, and which contain which. */
export interface UnitPaths {
  readonly stages: readonly Stage[];
  /** By stage, by unit: its stratum, and the unit of the stage before that holds it. */
  readonly strata: readonly Int32Array[];
  readonly parents: readonly Int32Array[];
  /** Leaves in tree order. */
  readonly order: Int32Array;
  /** PSU of each leaf, in tree order. */
  readonly psus: Int32Array;
  /** Place of each row's leaf in tree order. */
  readonly places: Int32Array;
}

/**
 * Stages that enter the variance: a later one only where the one before was drawn without replacement from a known
 * population, and so passes on n/N of the variance below it.
 */
export function neededStages({ stages, selection }: Design): readonly Stage[] {
  if (selection) return stages.slice(0, 1);
  const last = stages.findIndex(
    ({ fpc, probabilities }) => probabilities === undefined && fpc.every((correction) => correction === 1),
  );
  return stages.slice(0, last === -1 ? stages.length : last + 1);
}

/** Unequal probabilities give every unit, and adjustments every row, a part in the variance of every domain. */
export function needsEveryUnit(design: Design): boolean {
  return (
    design.selection !== undefined ||
    design.adjustments.length > 0 ||
    neededStages(design).some(({ probabilities }) => probabilities !== undefined)
  );
}

const known = new WeakMap<Design, UnitPaths>();

/** The paths of a design, worked out once. */
export function pathsOf(design: Design): UnitPaths {
  const paths = known.get(design) ?? findPaths(design);
  known.set(design, paths);
  return paths;
}

function findPaths(design: Design): UnitPaths {
  const stages = neededStages(design);
  const strata = stages.map((stage) => byUnit(stage, stage.strata));
  const parents = stages.map((stage, i) =>
    byUnit(stage, stages[i - 1]?.units ?? new Int32Array(design.rows)),
  );
  const leaves = stages.at(-1)?.unitCount ?? 0;
  let order = Int32Array.from({ length: leaves }, (_, leaf) => leaf);
  const ofLeaf = Int32Array.from(order);
  for (let i = stages.length - 1; i >= 0; i--) {
    order = sortedBy(order, ofLeaf, stages[i]!.unitCount);
    order = sortedBy(
      order,
      ofLeaf.map((unit) => strata[i]![unit]!),
      stages[i]!.stratumCount,
    );
    ofLeaf.forEach((unit, leaf) => {
      ofLeaf[leaf] = parents[i]![unit]!;
    });
  }
  const psus = parents.slice(1).reduceRight((units, holder) => units.map((unit) => holder[unit]!), order);
  return { stages, strata, parents, order, psus, places: placesOf(order, stages.at(-1)!.units) };
}

function placesOf(order: Int32Array, leafOfRow: Int32Array): Int32Array {
  const places = new Int32Array(order.length);
  order.forEach((leaf, place) => {
    places[leaf] = place;
  });
  const byRow = new Int32Array(leafOfRow.length);
  for (let row = 0; row < byRow.length; row++) byRow[row] = places[leafOfRow[row]!]!;
  return byRow;
}

function byUnit({ units, unitCount }: Stage, codes: Int32Array): Int32Array {
  const once = new Int32Array(unitCount);
  for (let row = 0; row < units.length; row++) once[units[row]!] = codes[row]!;
  return once;
}

/** The items of an order (left out: 0, 1, 2 …), sorted by their key; items alike keep their places. */
export function sortedBy(
  order: Int32Array | undefined,
  keys: Int32Array,
  keyCount: number,
): Int32Array<ArrayBuffer> {
  const length = order?.length ?? keys.length;
  const next = new Int32Array(keyCount + 1);
  for (let i = 0; i < length; i++) next[keys[order ? order[i]! : i]! + 1]!++;
  for (let key = 1; key <= keyCount; key++) next[key]! += next[key - 1]!;
  const sorted = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const item = order ? order[i]! : i;
    sorted[next[keys[item]!]!++] = item;
  }
  return sorted;
}

/** The tree over some leaves, given in tree order. */
export function treeOf(paths: UnitPaths, leaves: ArrayLike<number> = paths.order): UnitTree {
  const levels: TreeStage[] = [];
  let units = Int32Array.from(leaves);
  let below: number[] = [];
  for (let i = paths.stages.length - 1; i >= 0; i--) {
    const { stage, holders, firsts } = levelOf(paths, i, units, Int32Array.from(below));
    levels.unshift(stage);
    units = holders;
    below = firsts;
  }
  return { stages: withReach(levels), leafCount: leaves.length };
}

/** The strata over the units of one stage, and the units of the stage before that hold them. */
function levelOf({ stages, strata, parents }: UnitPaths, i: number, units: Int32Array, below: Int32Array) {
  const { sampled, fpc, probabilities } = stages[i]!;
  const [starts, ids, holders, firsts]: [number[], number[], number[], number[]] = [[], [], [], []];
  units.forEach((unit, place) => {
    const [stratum, parent] = [strata[i]![unit]!, parents[i]![unit]!];
    const isNew = stratum !== ids.at(-1);
    if (isNew) {
      if (i > 0 ? parent !== holders.at(-1) : ids.length === 0) {
        holders.push(parent);
        firsts.push(ids.length);
      }
      starts.push(place);
      ids.push(stratum);
    }
  });
  const groups = Int32Array.from([...firsts, ids.length]);
  const stage: TreeStage = {
    starts: Int32Array.from([...starts, units.length]),
    below,
    groups,
    sampled: Int32Array.from(ids, (h) => sampled[h]!),
    fpc: Float64Array.from(ids, (h) => fpc[h]!),
    reach: new Float64Array(ids.length).fill(1),
    ...(probabilities ? { unitFpc: Float64Array.from(units, (unit) => 1 - probabilities[unit]!) } : {}),
  };
  return { stage, holders: Int32Array.from(holders), firsts: [...groups] };
}

/** Multiplies n/N down the stages. */
function withReach(levels: readonly TreeStage[]): readonly TreeStage[] {
  levels.slice(0, -1).forEach((stage, i) => {
    const lower = levels[i + 1]!;
    for (let h = 0; h + 1 < stage.starts.length; h++)
      for (let unit = stage.starts[h]!; unit < stage.starts[h + 1]!; unit++) {
        const drawn = 1 - (stage.unitFpc?.[unit] ?? stage.fpc[h]!);
        lower.reach.fill(stage.reach[h]! * drawn, stage.below[unit]!, stage.below[unit + 1]!);
      }
  });
  return levels;
}
