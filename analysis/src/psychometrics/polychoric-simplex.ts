/** A search without derivatives: where it ended and how low. */
export interface SimplexEnd {
  readonly at: Float64Array;
  readonly value: number;
  readonly calls: number;
}

interface Corner {
  at: Float64Array;
  value: number;
}

/**
 * Downhill simplex from one corner at the start and one step of a tenth of the largest coordinate along each axis;
 * ends when the corners' values differ by no more than 1.5e-8 relative or after `mostCalls` calls, converged or not, at
 * the corner that was lowest before the last move.
 * For comparisons with programs that search so; to find a maximum of a smooth likelihood use its derivatives.
 *
 * @param f  may give NaN or Infinity outside its domain
 * @source Nelder & Mead (1965), The Computer Journal 7; Nash (1990), Compact Numerical Methods for Computers, algorithm 19
 * @agrees R optim(method = "Nelder-Mead")
 */
export function descendBySimplex(
  f: (at: Float64Array) => number,
  start: Float64Array,
  mostCalls = 500,
): SimplexEnd {
  let calls = 0;
  const call = (at: Float64Array): number => {
    calls++;
    const value = f(at);
    return Number.isFinite(value) ? value : 1e35;
  };
  const { corners, width } = startingCorners(start, call);
  const near = tolerance(corners[0]!.value);
  let [lowest, size] = [0, width];
  while (calls <= mostCalls) {
    lowest = bestOf(corners, lowest);
    const highest = worstOf(corners, lowest);
    const [best, worst] = [corners[lowest]!.value, corners[highest]!.value];
    if (worst <= best + near) break;
    const tried = replaceWorst(corners, highest, best, call);
    if (tried === "replaced") continue;
    const shrunk = shrink(corners, lowest, call);
    if (shrunk >= size) break;
    size = shrunk;
  }
  return { ...corners[lowest]!, calls };
}

function tolerance(value: number): number {
  const relative = Math.sqrt(Number.EPSILON);
  return relative * (Math.abs(value) + relative);
}

function startingCorners(start: Float64Array, call: (at: Float64Array) => number) {
  const step = Math.max(...start.map((value) => 0.1 * Math.abs(value))) || 0.1;
  const corners: Corner[] = [{ at: start, value: call(start) }];
  let width = 0;
  start.forEach((value, axis) => {
    let length = step;
    const at = start.slice();
    while (at[axis] === value) {
      at[axis] = value + length;
      length *= 10;
    }
    width += length;
    corners.push({ at, value: 0 });
  });
  for (const corner of corners.slice(1)) corner.value = call(corner.at);
  return { corners, width };
}

/** Reflects the worst corner through the others, further where that is best, inwards where it is not better. */
function replaceWorst(
  corners: Corner[],
  highest: number,
  best: number,
  call: (at: Float64Array) => number,
): "replaced" | "stuck" {
  const worst = corners[highest]!;
  const centre = worst.at.map((value, i) => {
    const sum = corners.reduce((total, corner) => total + corner.at[i]!, -value);
    return sum / worst.at.length;
  });
  const reflected = centre.map((value, i) => 2 * value - worst.at[i]!);
  const value = call(reflected);
  if (value < best) {
    const further = reflected.map((coordinate, i) => 2 * coordinate - centre[i]!);
    const there = call(further);
    corners[highest] = there < value ? { at: further, value: there } : { at: reflected, value };
    return "replaced";
  }
  if (value < worst.value) corners[highest] = { at: reflected, value };
  const kept = corners[highest]!;
  const inward = kept.at.map((coordinate, i) => 0.5 * coordinate + 0.5 * centre[i]!);
  const there = call(inward);
  if (there < kept.value) corners[highest] = { at: inward, value: there };
  else if (value >= worst.value) return "stuck";
  return "replaced";
}

/** Draws all corners halfway to the best; returns how far they are from it in all. */
function shrink(corners: Corner[], lowest: number, call: (at: Float64Array) => number): number {
  const centre = corners[lowest]!.at;
  let size = 0;
  corners.forEach((corner, place) => {
    if (place === lowest) return;
    corner.at = corner.at.map((value, i) => 0.5 * (value - centre[i]!) + centre[i]!);
    size += corner.at.reduce((sum, value, i) => sum + Math.abs(value - centre[i]!), 0);
  });
  corners.forEach((corner, place) => {
    if (place !== lowest) corner.value = call(corner.at);
  });
  return size;
}

/** The first of the lowest corners, unless the one before is as low. */
function bestOf(corners: readonly Corner[], before: number): number {
  let lowest = before;
  corners.forEach((corner, place) => {
    if (corner.value < corners[lowest]!.value) lowest = place;
  });
  return lowest;
}

function worstOf(corners: readonly Corner[], lowest: number): number {
  let highest = lowest;
  corners.forEach((corner, place) => {
    if (corner.value > corners[highest]!.value) highest = place;
  });
  return highest;
}
