/** No change of sign between the two ends, so no root is known to lie there. */
export class NoRootError extends Error {
  override readonly name = "NoRootError";
}

/**
 * Where a continuous function crosses zero between two ends of different sign. Ours because the registry's
 * root finders are Newton steps without a bracket, or unkept.
 *
 * @param tolerance the root is found to this, plus rounding of the ends
 * @throws NoRootError when the function has the same sign at both ends
 * @source Brent (1973), Algorithms for Minimization without Derivatives, chapter 4
 * @agrees R uniroot
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  { tolerance = 1e-14 }: { readonly tolerance?: number } = {},
): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0))
    throw new NoRootError(`The function does not change its sign between ${low} and ${high}: ${fa}, ${fb}.`);
  let [c, fc] = [a, fa];
  for (let step = 0; step < 500; step++) {
    if (fb * fc > 0) [c, fc] = [a, fa];
    const moved = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const within = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= within || fb === 0) return b;
    const mayTry = Math.abs(moved) >= within && Math.abs(fa) > Math.abs(fb);
    const proposed = mayTry ? interpolated(a, b, c, fa, fb, fc) : Number.NaN;
    const trusted =
      proposed * half > 0 &&
      Math.abs(proposed) < 1.5 * Math.abs(half) - within / 2 &&
      Math.abs(proposed) < Math.abs(moved) / 2;
    const move = trusted ? proposed : half;
    [a, fa] = [b, fb];
    b += Math.abs(move) > within ? move : Math.sign(half) * within;
    fb = f(b);
  }
  return b;
}

/** The step of a secant through two points, or of an inverse parabola through three. */
function interpolated(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((b - c) * s) / (1 - s);
  const [q, r] = [fa / fc, fb / fc];
  const p = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -p / ((q - 1) * (r - 1) * (s - 1));
}
