import { addUp, type CrossedCells } from "../estimation/index.ts";

/** All respondents of positive weight by cell: how many, and Σ w. */
export interface Everyone {
  readonly people: Int32Array;
  readonly weights: Float64Array;
}

const known = new WeakMap<Float64Array, WeakMap<CrossedCells, Everyone>>();

/** Everyone in the cells of some crossings, counted once for each set of weights. */
export function everyoneIn(cells: CrossedCells, weights: Float64Array): Everyone {
  const ofWeights = known.get(weights) ?? new WeakMap<CrossedCells, Everyone>();
  known.set(weights, ofWeights);
  const everyone = ofWeights.get(cells) ?? countEveryone(cells, weights);
  ofWeights.set(cells, everyone);
  return everyone;
}

function countEveryone(cells: CrossedCells, weights: Float64Array): Everyone {
  const { of, stride, places } = cells;
  const [people, sums] = [new Int32Array(places), new Float64Array(places)];
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    for (let at = row * stride; at < (row + 1) * stride; at++) {
      people[of[at]!]!++;
      sums[of[at]!]! += weight;
    }
  }
  return { people: addUp(people, cells), weights: addUp(sums, cells) };
}
