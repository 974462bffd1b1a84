/** Choices that change a number; every one is an argument, none a setting of the program. */
export interface EstimationOptions {
  /** "remove" (the default): estimate from those who answered. "keep": any missing answer means no estimate, as R without `na.rm`. */
  readonly missing?: "remove" | "keep";
  /** What the design effect compares with: simple random sampling without replacement (default) or with. */
  readonly designEffect?: "without-replacement" | "with-replacement";
  /** Degrees of freedom of intervals: PSUs minus strata of the whole design (default), or of those that occur in the domain. */
  readonly degreesOfFreedom?: "design" | "domain";
}
