/** Where a wave stands between its first and its last day. */
export type WaveState = "upcoming" | "open" | "closed";

/** `today` is the day in Lithuania (YYYY-MM-DD); the server's word on "open" decides. */
export function waveState(
  wave: { readonly open: boolean; readonly opens: string },
  today: string,
): WaveState {
  if (wave.open) return "open";
  return today < wave.opens ? "upcoming" : "closed";
}

/** The day in Lithuania, where waves open and close. */
export function dayInLithuania(now: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Vilnius", dateStyle: "short" }).format(now);
}
