/** A channel (null: every one) and hours, ISO; from included, until excluded. */
export interface Period {
  readonly channel: string | null;
  readonly from: string;
  readonly until: string;
}

const hour = 3_600_000;

/** The hours between two full hours, the last one included. */
export function periodOf(channel: string | null, from: string, last: string): Period {
  return { channel, from, until: new Date(Date.parse(last) + hour).toISOString() };
}

/** What a field of day and hour shows for an instant, by the clock of this computer: `2026-11-22T14:00`. */
export function fieldOf(instant: string): string {
  const time = new Date(instant);
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The name of a channel and hours, by which notices know each other. */
export function nameOf({ channel, from, until }: Period): string {
  return `${channel} ${Date.parse(from)} ${Date.parse(until)}`;
}

/** The instant of a field; undefined where no full hour was chosen. */
export function instantOf(field: string): string | undefined {
  const time = new Date(field);
  return field === "" || Number.isNaN(time.getTime()) || time.getMinutes() !== 0
    ? undefined
    : time.toISOString();
}
