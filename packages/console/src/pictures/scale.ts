/** A horizontal scale: round ends, round ticks, places in percent of the width. */
export interface Scale {
  readonly ticks: readonly number[];
  at(value: number): number;
}

/** `count` equal steps between round numbers that cover all values; the bounds of the steps, one more than steps. */
export function roundSteps(values: readonly number[], count: number): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0 || !Number.isFinite(low) || !Number.isFinite(high)) return [];
  const spread = high - low || Math.abs(high) || 1;
  for (let power = 10 ** Math.floor(Math.log10(spread / count)); ; power *= 10)
    for (const factor of [1, 2, 2.5, 5]) {
      const width = factor * power;
      const start = Math.floor(low / width + 1e-9);
      if (high <= (start + count) * width + 1e-9 * power)
        return Array.from({ length: count + 1 }, (_, step) => rounded((start + step) * width));
    }
}

/** Which of the steps a value falls into, from 0; a value on a bound belongs to the step that begins there. */
export function stepOf(bounds: readonly number[], value: number): number {
  const above = bounds.findIndex((bound) => value < bound);
  return Math.max(0, (above === -1 ? bounds.length - 1 : above) - 1);
}

interface ScaleOptions {
  /** Begins the scale at zero. */
  readonly zero?: boolean;
  /** No figure can lie beyond it, as no share beyond the whole; an interval that does ends at the edge. */
  readonly most?: number | undefined;
}

/** @param values everything that must find its place */
export function scaleOver(values: readonly number[], { zero = false, most }: ScaleOptions = {}): Scale {
  const steps = roundSteps(zero ? [0, ...values] : values, 5);
  const ticks = most === undefined ? steps : steps.filter((tick) => tick <= most);
  const [first = 0] = ticks;
  const last = ticks.at(-1) ?? 1;
  const at = (value: number) =>
    rounded(Math.min(100, Math.max(0, (100 * (value - first)) / (last - first || 1))));
  return { ticks, at };
}

const rounded = (value: number) => Math.round(value * 1e9) / 1e9;
