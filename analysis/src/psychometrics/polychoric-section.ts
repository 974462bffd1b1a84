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
  let [a, b] = [from, to];
  const first = a + GOLDEN * (b - a);
  let [x, w, v] = [first, first, first];
  let fx = f(first);
  let [fw, fv] = [fx, fx];
  let moves = { move: 0, before: 0 };
  for (;;) {
    const near = Math.sqrt(Number.EPSILON) * Math.abs(x) + tolerance / 3;
    if (Math.abs(x - (a + b) / 2) <= 2 * near - (b - a) / 2) return x;
    const parabola = Math.abs(moves.before) > near ? parabolicStep(x, w, v, fx, fw, fv) : undefined;
    moves = nextMove(parabola, moves, x, a, b, near);
    const u = Math.abs(moves.move) >= near ? x + moves.move : x + (moves.move > 0 ? near : -near);
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

const GOLDEN = (3 - Math.sqrt(5)) / 2;

interface Moves {
  readonly move: number;
  /** The move before the last. */
  readonly before: number;
}

/** To the lowest point of the parabola where it is near and inside, else a golden section of the longer side. */
function nextMove(
  parabola: Parabola | undefined,
  { move, before }: Moves,
  x: number,
  a: number,
  b: number,
  near: number,
): Moves {
  if (!parabola || !isShort(parabola, before, x, a, b)) {
    const side = x < (a + b) / 2 ? b - x : a - x;
    return { move: GOLDEN * side, before: side };
  }
  const next = parabola.p / parabola.q;
  const atEnd = x + next - a < 2 * near || b - (x + next) < 2 * near;
  return { move: atEnd ? (x >= (a + b) / 2 ? -near : near) : next, before: move };
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
