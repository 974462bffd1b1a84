/**
 * Minimum of a function between two ends by golden sections and parabolas.
 *
 * @param tolerance  of the place; a quarter of the digits unless said
 * @source Brent (1973), Algorithms for Minimization without Derivatives, chapter 5
 * @agrees R optimise
 */
export function minimumBetween(
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance = Number.EPSILON ** 0.25,
): number {
  const golden = (3 - Math.sqrt(5)) / 2;
  const root = Math.sqrt(Number.EPSILON);
  let [a, b] = [from, to];
  let x = a + golden * (b - a);
  let [w, v] = [x, x];
  let fx = f(x);
  let [fw, fv] = [fx, fx];
  let [move, before] = [0, 0];
  for (;;) {
    const middle = (a + b) / 2;
    const near = root * Math.abs(x) + tolerance / 3;
    if (Math.abs(x - middle) <= 2 * near - (b - a) / 2) return x;
    const parabola = Math.abs(before) > near ? parabolicStep(x, w, v, fx, fw, fv) : undefined;
    if (parabola && isShort(parabola, before, x, a, b)) {
      before = move;
      move = parabola.p / parabola.q;
      const u = x + move;
      if (u - a < 2 * near || b - u < 2 * near) move = x >= middle ? -near : near;
    } else {
      before = x < middle ? b - x : a - x;
      move = golden * before;
    }
    const u = Math.abs(move) >= near ? x + move : x + (move > 0 ? near : -near);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, w, x] = [w, x, u];
      [fv, fw, fx] = [fw, fx, fu];
      continue;
    }
    if (u < x) a = u;
    else b = u;
    if (fu <= fw || w === x) {
      [v, fv] = [w, fw];
      [w, fw] = [u, fu];
    } else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
  }
}

interface Parabola {
  readonly p: number;
  readonly q: number;
}

/** The lowest point of the parabola through three points is x + p / q. */
function parabolicStep(x: number, w: number, v: number, fx: number, fw: number, fv: number): Parabola {
  const r = (x - w) * (fx - fv);
  const s = (x - v) * (fx - fw);
  const p = (x - v) * s - (x - w) * r;
  const q = 2 * (s - r);
  return q > 0 ? { p: -p, q } : { p, q: -q };
}

function isShort({ p, q }: Parabola, before: number, x: number, a: number, b: number): boolean {
  return Math.abs(p) < Math.abs(0.5 * q * before) && p > q * (a - x) && p < q * (b - x);
}
