import { normal } from "../numerics/index.ts";

/** Nodes and weights of Gauss–Legendre quadrature on [-1, 1], by Newton's method on the Legendre polynomial. */
function gaussLegendre(points: number): { readonly nodes: Float64Array; readonly weights: Float64Array } {
  const nodes = new Float64Array(points);
  const weights = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    let slope = 0;
    for (let pass = 0; pass < 50; pass++) {
      let [before, value] = [1, x];
      for (let k = 2; k <= points; k++)
        [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      slope = (points * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

const rule = gaussLegendre(20);

function integrate(from: number, to: number, integrand: (x: number) => number): number {
  const [half, middle] = [(to - from) / 2, (to + from) / 2];
  let sum = 0;
  for (let i = 0; i < rule.nodes.length; i++)
    sum += rule.weights[i]! * integrand(middle + half * rule.nodes[i]!);
  return half * sum;
}

/** Density of two standard normal variables with correlation rho; 0 at infinity. */
export function bivariateNormalDensity(x: number, y: number, rho: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return 0;
  const rest = 1 - rho * rho;
  return Math.exp(-(x * x - 2 * rho * x * y + y * y) / (2 * rest)) / (2 * Math.PI * Math.sqrt(rest));
}

/**
 * P(X ≤ h, Y ≤ k) of two standard normal variables with correlation rho, to about 1e-13.
 * Up to 0.925 the integral over the correlation; beyond it the integral from the perfect correlation back.
 *
 * @source Drezner & Wesolowsky (1990), Journal of Statistical Computation and Simulation 35; Genz (2004), Statistics and Computing 14
 * @agrees R mvtnorm::pmvnorm
 */
export function bivariateNormalCdf(h: number, k: number, rho: number): number {
  if (h === Number.NEGATIVE_INFINITY || k === Number.NEGATIVE_INFINITY) return 0;
  if (h === Number.POSITIVE_INFINITY) return normal.cdf(k, 0, 1);
  if (k === Number.POSITIVE_INFINITY) return normal.cdf(h, 0, 1);
  if (Math.abs(rho) < 0.925) return fromIndependence(h, k, rho);
  return rho > 0 ? fromPerfect(h, k, rho) : normal.cdf(h, 0, 1) - fromPerfect(h, -k, -rho);
}

function fromIndependence(h: number, k: number, rho: number): number {
  const squares = (h * h + k * k) / 2;
  const integral = integrate(0, Math.asin(rho), (angle) => {
    const sine = Math.sin(angle);
    return Math.exp((h * k * sine - squares) / (1 - sine * sine));
  });
  return normal.cdf(h, 0, 1) * normal.cdf(k, 0, 1) + integral / (2 * Math.PI);
}

/** The integrand is flat at 0 and steep near |h − k|, so the panels shrink towards 0. */
function fromPerfect(h: number, k: number, rho: number): number {
  const distance = (h - k) ** 2 / 2;
  const integrand = (x: number) => {
    const root = Math.sqrt(1 - x * x);
    return Math.exp(-distance / (x * x) - (h * k) / (1 + root)) / root;
  };
  let to = Math.sqrt(1 - rho * rho);
  let sum = 0;
  for (let panel = 0; panel < 20; panel++, to /= 2)
    sum += integrate(panel === 19 ? 0 : to / 2, to, integrand);
  return normal.cdf(Math.min(h, k), 0, 1) - sum / (2 * Math.PI);
}
