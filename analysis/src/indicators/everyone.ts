import type { CrossedCells } from "../estimation/index.ts";

/** All respondents of positive weight by cell: how many, and Σ w. */
export interface Everyone {
  readonly people: Int32Array;
  readonly weights: Float64Array;
}

const known = new WeakMap<Float64Array, WeakMap<CrossedCells["of"], Everyone>>();

/** Everyone in the cells of some crossings, counted once for each set of weights. */
export function everyoneIn(cells: CrossedCells, weights: Float64Array): Everyone {
  const ofWeights = known.get(weights) ?? new WeakMap<CrossedCells["of"], Everyone>();
  known.set(weights, ofWeights);
  const everyone = ofWeights.get(cells.of) ?? countEveryone(cells, weights);
  ofWeights.set(cells.of, everyone);
  return everyone;
}

/** Over all crossings that the cells were made of, so that it serves whoever reads only the first of them. */
function countEveryone({ of, stride, nowhere }: CrossedCells, weights: Float64Array): Everyone {
  const [people, sums] = [new Int32Array(nowhere + 1), new Float64Array(nowhere + 1)];
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    for (let at = row * stride; at < (row + 1) * stride; at++) {
      people[of[at]!]!++;
      sums[of[at]!]! += weight;
    }
  }
  return { people, weights: sums };
}
