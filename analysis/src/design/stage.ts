/** One stage of selection. The strata of a later stage lie within the units of the stage before. */
export interface Stage {
  /** Sampled unit of each row as 0 … unitCount-1, unique over the whole stage. */
  readonly units: Int32Array;
  readonly unitCount: number;
  /** Stratum of each row as 0 … stratumCount-1, unique over the units of the stage before. */
  readonly strata: Int32Array;
  readonly stratumCount: number;
  /** By stratum: units sampled from it into the whole sample; a domain never lowers it. */
  readonly sampled: Int32Array;
  /** By stratum: 1 - n/N; 1 where no population size is known or units were drawn with replacement. */
  readonly fpc: Float64Array;
  /** By unit: its probability of selection, where units of one stratum had unequal ones; then it stands for n/N. */
  readonly probabilities?: Float64Array;
}
