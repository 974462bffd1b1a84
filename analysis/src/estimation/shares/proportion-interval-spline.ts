/**
 * Cubic spline through points, its ends bent like the cubic through the four outermost points.
 *
 * @param x increasing, at least four
 * @returns value of the spline at any place between the ends
 * @source Forsythe, Malcolm & Moler (1977), Computer Methods for Mathematical Computations, chapter 4
 * @agrees R spline(method = "fmm")
 */
export function splineThrough(x: readonly number[], y: readonly number[]): (at: number) => number {
  const last = x.length - 1;
  const gap = Array.from({ length: last }, (_, i) => x[i + 1]! - x[i]!);
  const slope = gap.map((width, i) => (y[i + 1]! - y[i]!) / width);
  const bend = bends(x, gap, slope);
  return (at) => {
    let i = 0;
    while (i < last - 1 && at >= x[i + 1]!) i++;
    const step = at - x[i]!;
    const first = slope[i]! - gap[i]! * (bend[i + 1]! + 2 * bend[i]!);
    const third = (bend[i + 1]! - bend[i]!) / gap[i]!;
    return y[i]! + step * (first + step * (3 * bend[i]! + step * third));
  };
}

/** A sixth of the second derivative at each point, from the tridiagonal equations of a smooth first derivative. */
function bends(x: readonly number[], gap: readonly number[], slope: readonly number[]): number[] {
  const last = x.length - 1;
  const second = (i: number) => (slope[i]! - slope[i - 1]!) / (x[i + 1]! - x[i - 1]!);
  const third = (i: number) => (second(i + 1) - second(i)) / (x[i + 2]! - x[i - 1]!);
  const diagonal = x.map((_, i) =>
    i === 0 ? -gap[0]! : i === last ? -gap[last - 1]! : 2 * (gap[i - 1]! + gap[i]!),
  );
  const right = x.map((_, i) =>
    i === 0
      ? third(1) * gap[0]! ** 2
      : i === last
        ? -third(last - 2) * gap[last - 1]! ** 2
        : slope[i]! - slope[i - 1]!,
  );
  for (let i = 1; i <= last; i++) {
    const factor = gap[i - 1]! / diagonal[i - 1]!;
    diagonal[i]! -= factor * gap[i - 1]!;
    right[i]! -= factor * right[i - 1]!;
  }
  right[last]! /= diagonal[last]!;
  for (let i = last - 1; i >= 0; i--) right[i] = (right[i]! - gap[i]! * right[i + 1]!) / diagonal[i]!;
  return right;
}
