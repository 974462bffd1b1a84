/**
 * p-values of a family of tests adjusted so that, declaring those below α, any false finding has probability ≤ α,
 * whatever the dependence between the tests. NaN (no test) stays NaN and does not count in the family.
 *
 * @source Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6
 * @agrees R p.adjust(method = "holm")
 */
export function holm(pValues: ArrayLike<number>): Float64Array {
  const order = ascending(pValues);
  const adjusted = new Float64Array(pValues.length).fill(Number.NaN);
  let floor = 0;
  order.forEach((test, rank) => {
    floor = Math.max(floor, Math.min(1, (order.length - rank) * pValues[test]!));
    adjusted[test] = floor;
  });
  return adjusted;
}

/**
 * p-values adjusted so that, declaring those below α, at most the share α of the findings is false on average, for
 * tests that are independent or positively dependent. NaN stays NaN and does not count in the family.
 *
 * @source Benjamini & Hochberg (1995), Controlling the False Discovery Rate, JRSS B 57
 * @agrees R p.adjust(method = "BH")
 */
export function benjaminiHochberg(pValues: ArrayLike<number>): Float64Array {
  const order = ascending(pValues);
  const adjusted = new Float64Array(pValues.length).fill(Number.NaN);
  let ceiling = 1;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const test = order[rank]!;
    ceiling = Math.min(ceiling, (order.length / (rank + 1)) * pValues[test]!);
    adjusted[test] = ceiling;
  }
  return adjusted;
}

function ascending(pValues: ArrayLike<number>): number[] {
  return Array.from(pValues, (_, test) => test)
    .filter((test) => !Number.isNaN(pValues[test]!))
    .sort((a, b) => pValues[a]! - pValues[b]!);
}
