/**
 * One number per respondent, in dataset order: a variable, or a score made from several.
 * NaN where the respondent has no usable answer.
 */
export interface Measurement {
  readonly values: Float64Array;
  /** 1 for respondents who should have answered (item nonresponse counts only these); left out: everyone. */
  readonly eligible?: Uint8Array;
}

/** The domain of each respondent as 0 … count-1; -1 for respondents in none. */
export interface Domains {
  readonly of: Int32Array;
  readonly count: number;
}

/** Keeps only respondents who answered every one of the measurements (R's `na.rm` over several variables in one call). */
export function listwise(measurements: readonly Measurement[]): Measurement[] {
  const rows = measurements[0]?.values.length ?? 0;
  const complete = new Uint8Array(rows);
  for (let row = 0; row < rows; row++)
    complete[row] = measurements.every(({ values }) => !Number.isNaN(values[row]!)) ? 1 : 0;
  return measurements.map((measurement) => ({
    ...measurement,
    values: measurement.values.map((value, row) => (complete[row] === 1 ? value : Number.NaN)),
  }));
}
