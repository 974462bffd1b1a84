/** A stream of chance that is the same for the same seed, everywhere. */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  unit(): number;
  /** Uniform whole number from 0 to 2³²-1. */
  word(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** Uniform from 0 to count-1. */
  index(count: number): number;
  /** Standard normal (Box–Muller). */
  normal(): number;
  /** Index drawn in proportion to the weights; they are not negative and not all zero. */
  weighted(weights: readonly number[]): number;
}

/**
 * Small fast counting generator with 128 bits of state; no cryptography.
 *
 * @param words  up to three whole numbers that name the stream; the fourth word of the state counts
 * @source  C. Doty-Humphrey, PractRand, `sfc32`; twelve rounds are thrown away after seeding, as there
 */
export function seeded(...words: readonly number[]): Random {
  const state = Uint32Array.of(words[0] ?? 0, words[1] ?? 0, words[2] ?? 0, 1);
  for (let i = 0; i < 12; i++) next(state);
  const unit = () => next(state) / 2 ** 32;
  return {
    unit,
    word: () => next(state),
    chance: (probability) => unit() < probability,
    index: (count) => Math.floor(unit() * count),
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    weighted: (weights) => drawn(weights, unit()),
  };
}

function next(state: Uint32Array): number {
  const [a = 0, b = 0, c = 0, counter = 0] = state;
  const result = (a + b + counter) >>> 0;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + result;
  state[3] = counter + 1;
  return result;
}

function drawn(weights: readonly number[], unit: number): number {
  let rest = 0;
  for (const weight of weights) rest += weight;
  rest *= unit;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    if (rest < weight) return i;
    rest -= weight;
  }
  return weights.findLastIndex((weight) => weight > 0);
}
