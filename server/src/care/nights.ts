const lithuanian = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Vilnius", dateStyle: "short" });

/** A night begins at three in the morning, in Lithuania. */
const begins = 3 * 3_600_000;

/** The night a moment belongs to, YYYY-MM-DD: until three o'clock it is still the one before. */
export function nightOf(time: Date): string {
  return lithuanian.format(new Date(time.getTime() - begins));
}
