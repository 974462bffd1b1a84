const day = 86_400_000;

/** The last day an export may be kept: a year from now. Both days as YYYY-MM-DD. */
export function expiryBounds(now: Date): { readonly first: string; readonly last: string } {
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { first: dayOf(now.getTime() + day), last: dayOf(now.getTime() + 365 * day) };
}

/** True for a day after today and within a year. */
export function mayExpire(expires: string, now: Date): boolean {
  const { first, last } = expiryBounds(now);
  return /^\d{4}-\d{2}-\d{2}$/.test(expires) && expires >= first && expires <= last;
}
