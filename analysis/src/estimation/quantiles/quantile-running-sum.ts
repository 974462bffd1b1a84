/** 2 to the −64: the last place of a sum carried with 64 bits. */
const lastPlace = 2 ** -64;

/**
 * Running sum of non-negative numbers, carried with 64 bits of mantissa and rounded once at each step.
 * Whether a share of the weight is reached exactly must not hang on the rounding of a thousand additions;
 * R carries its sums alike, so that ties at a share are decided in the same way.
 *
 * @returns as many numbers as given; the last is the sum
 */
export function runningSum(numbers: Float64Array): Float64Array {
  const sums = new Float64Array(numbers.length);
  let [sum, rest, top, rounder] = [0, 0, 0, 0];
  for (let i = 0; i < numbers.length; i++) {
    const next = numbers[i]!;
    const raw = sum + next;
    const part = raw - sum;
    rest += sum - (raw - part) + (next - part);
    sum = raw + rest;
    rest -= sum - raw;
    if (sum >= top) {
      top = 2 ** (Math.floor(Math.log2(sum)) + 1);
      rounder = 1.5 * 2 ** 52 * top * lastPlace;
    }
    rest = rest + rounder - rounder;
    sums[i] = sum;
  }
  return sums;
}
