/**
 * Rows in the order of their values, equal values in the order of the rows; in time proportional to their number.
 *
 * @param values  one number per row
 * @param usable  1 for the rows to order; left out: every row that is not NaN
 * @returns row numbers
 */
export function orderOf(values: Float64Array, usable?: Uint8Array): Int32Array {
  const order = rowsToOrder(values, usable);
  const words = sortableWords(values, order);
  let spare: Int32Array = new Int32Array(order.length);
  let places: Int32Array = Int32Array.from(order, (_, place) => place);
  for (const word of words)
    for (const shift of [0, 16]) {
      if (!placesByDigit(word, shift, places, spare)) continue;
      [places, spare] = [spare, places];
    }
  return places.map((place) => order[place]!);
}

function rowsToOrder(values: Float64Array, usable: Uint8Array | undefined): Int32Array {
  const rows = new Int32Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++)
    if (usable ? usable[row] === 1 : !Number.isNaN(values[row]!)) rows[count++] = row;
  return rows.slice(0, count);
}

/** The low and the high 32 bits of every value, changed so that they sort as unsigned integers. */
function sortableWords(values: Float64Array, rows: Int32Array): [Uint32Array, Uint32Array] {
  const low = new Uint32Array(rows.length);
  const high = new Uint32Array(rows.length);
  const one = new Float64Array(1);
  const [lowBits, highBits] = littleEndian
    ? [new Uint32Array(one.buffer, 0, 1), new Uint32Array(one.buffer, 4, 1)]
    : [new Uint32Array(one.buffer, 4, 1), new Uint32Array(one.buffer, 0, 1)];
  for (let place = 0; place < rows.length; place++) {
    one[0] = values[rows[place]!]! + 0; // minus zero becomes zero
    const negative = highBits[0]! >>> 31 === 1;
    low[place] = negative ? ~lowBits[0]! : lowBits[0]!;
    high[place] = negative ? ~highBits[0]! : highBits[0]! ^ 0x80000000;
  }
  return [low, high];
}

const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** One stable pass over 16 bits; false when all agree in them and nothing had to move. */
function placesByDigit(word: Uint32Array, shift: number, places: Int32Array, into: Int32Array): boolean {
  const starts = new Int32Array(65537);
  for (let i = 0; i < word.length; i++) starts[((word[i]! >>> shift) & 0xffff) + 1]!++;
  if (starts.includes(word.length)) return false;
  for (let digit = 0; digit < 65536; digit++) starts[digit + 1]! += starts[digit]!;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    into[starts[(word[place]! >>> shift) & 0xffff]!++] = place;
  }
  return true;
}
