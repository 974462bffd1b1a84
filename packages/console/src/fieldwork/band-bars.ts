/** A band of ten as a bar, in percent of the drawing's width. */
export interface BandBar {
  /** Where the solid part ends: there are at least so many. */
  readonly solid: number;
  /** Where the striped part ends: there are at most so many. */
  readonly striped: number;
}

/** Bars on one scale that starts at zero and ends with the highest band. */
export function bandBars(bands: readonly { readonly from: number; readonly to: number }[]): BandBar[] {
  const highest = Math.max(1, ...bands.map((band) => band.to));
  const share = (count: number) => Math.round((count / highest) * 10_000) / 100;
  return bands.map(({ from, to }) => ({ solid: share(from), striped: share(to) }));
}
