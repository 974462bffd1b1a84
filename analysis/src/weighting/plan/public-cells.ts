/** Cells with fewer respondents are not told apart where people outside the house read them. */
export const fewestTold = 10;

/**
 * Joins cells for show until none tells of fewer than ten respondents: what stood before weighting says how many
 * answered. The smallest are joined with each other, then with the next larger one; order of the first cell stays.
 *
 * @param respondents by cell
 * @returns cells that are shown together
 */
export function publicCells(respondents: ArrayLike<number>): number[][] {
  const bySize = Array.from({ length: respondents.length }, (_, cell) => cell).toSorted(
    (a, b) => respondents[a]! - respondents[b]! || a - b,
  );
  const together: number[] = [];
  let count = 0;
  for (const cell of bySize) {
    const isSmall = respondents[cell]! < fewestTold;
    if (!isSmall && (together.length === 0 || (count >= fewestTold && together.length > 1))) break;
    together.push(cell);
    count += respondents[cell]!;
  }
  const apart = bySize.filter((cell) => !together.includes(cell)).map((cell) => [cell]);
  return [...apart, ...(together.length > 0 ? [together.toSorted((a, b) => a - b)] : [])].toSorted(
    (a, b) => a[0]! - b[0]!,
  );
}

/** A count as it may be told to anybody. */
export function told(respondents: number, language: "lt" | "en"): string {
  if (respondents >= fewestTold) return String(respondents);
  return language === "lt" ? `mažiau kaip ${fewestTold}` : `fewer than ${fewestTold}`;
}
