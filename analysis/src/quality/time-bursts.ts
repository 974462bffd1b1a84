import { median } from "../numerics/index.ts";

/** Arrivals of one channel in one hour. */
export interface HourOfChannel {
  readonly channel: string | null;
  /** ISO time of the full hour (UTC). */
  readonly hour: string;
  readonly responses: number;
}

export interface TimeBurst extends HourOfChannel {
  /** Median of the other hours in which the channel brought anybody. */
  readonly usual: number;
}

/** An hour stands out from so many responses on, and so many times the usual; a channel is usual after so many hours. */
export const burstRule = { responses: 10, timesUsual: 4, hours: 5 };

/**
 * Hours in which a channel brought far more than it usually does. The usual is the channel's own median over its other
 * hours with arrivals; a channel of fewer hours is held against the hours of all channels.
 *
 * @returns biggest first
 */
export function timeBursts(hours: readonly HourOfChannel[], rule = burstRule): TimeBurst[] {
  const byChannel = Map.groupBy(hours, ({ channel }) => channel);
  return hours
    .flatMap((hour) => {
      const own = byChannel.get(hour.channel) ?? [];
      const others = (own.length > rule.hours ? own : hours).filter((other) => other !== hour);
      const usual = others.length === 0 ? 0 : median(others.map(({ responses }) => responses));
      const isBurst = hour.responses >= rule.responses && hour.responses >= rule.timesUsual * usual;
      return isBurst && others.length >= rule.hours ? [{ ...hour, usual }] : [];
    })
    .sort((a, b) => b.responses - a.responses);
}

/** Arrivals by channel and full hour. */
export class ArrivalCounts {
  readonly #counts = new Map<string, { channel: string | null; hour: string; responses: number }>();

  add(channel: string | null, receivedAt: Date): void {
    const hour = `${receivedAt.toISOString().slice(0, 13)}:00:00Z`;
    const key = `${hour} ${channel ?? ""}`;
    const counted = this.#counts.get(key) ?? { channel, hour, responses: 0 };
    counted.responses++;
    this.#counts.set(key, counted);
  }

  get hours(): readonly HourOfChannel[] {
    return [...this.#counts.values()];
  }
}
