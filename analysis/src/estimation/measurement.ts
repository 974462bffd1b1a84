/**
 * One number per respondent, in dataset order: a variable, or a score made from several.
 * NaN where the respondent has no usable answer.
 */
export interface Measurement {
  readonly values: Float64Array;
  /** 1 for respondents who should have answered (item nonresponse counts only these); left out: everyone. */
  readonly eligible?: Uint8Array;
}

/** Answers as one byte per respondent, and the number that each code stands for; NaN: no usable answer. */
export interface CodedValues {
  readonly codes: Uint8Array;
  /** By code, 256 entries. */
  readonly scores: Float64Array;
}

const coded = new WeakMap<Measurement, CodedValues>();

/**
 * A variable whose answers are held as one byte each, so that ten million of them take ten megabytes: sums read the
 * bytes, and `values` is made anew whenever something asks for it.
 *
 * @param scores  the number that each code stands for, by code; NaN, or no entry, where it is no usable answer
 */
export function codedMeasurement(
  codes: Uint8Array,
  scores: ArrayLike<number>,
  eligible?: Uint8Array,
): Measurement {
  const byCode = new Float64Array(256).fill(Number.NaN);
  byCode.set(Array.from(scores).slice(0, 256));
  const measurement = {
    get values() {
      return decoded(codes, byCode);
    },
    ...(eligible ? { eligible } : {}),
  };
  coded.set(measurement, { codes, scores: byCode });
  return measurement;
}

function decoded(codes: Uint8Array, scores: Float64Array): Float64Array {
  const values = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) values[row] = scores[codes[row]!]!;
  return values;
}

/** The bytes behind a measurement, where it was made from bytes. */
export function codesBehind(measurement: Measurement): CodedValues | undefined {
  return coded.get(measurement);
}

export function rowsOf(measurement: Measurement): number {
  return (codesBehind(measurement)?.codes ?? measurement.values).length;
}

/** By row: 1 where every one of the variables has an answer. */
export function answeredIn(columns: readonly Float64Array[]): Uint8Array {
  const answered = new Uint8Array(columns[0]?.length ?? 0).fill(1);
  for (const values of columns)
    for (let row = 0; row < answered.length; row++) if (Number.isNaN(values[row]!)) answered[row] = 0;
  return answered;
}

/** Keeps only respondents who answered every one of the measurements (R's `na.rm` over several variables in one call). */
export function listwise(measurements: readonly Measurement[]): Measurement[] {
  const columns = measurements.map(({ values }) => values);
  const answered = answeredIn(columns);
  return measurements.map((measurement, i) => ({
    ...measurement,
    values: columns[i]!.map((value, row) => (answered[row] === 1 ? value : Number.NaN)),
  }));
}
