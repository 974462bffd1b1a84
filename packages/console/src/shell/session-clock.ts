/** What the server said about the end of the session, in milliseconds from the moment it was read. */
export interface SessionReading {
  /** Moment of reading, on this computer's clock. */
  readonly readAt: number;
  readonly idleFor: number;
  readonly endsIn: number;
}

export type SessionMoment =
  | { readonly kind: "running" }
  | { readonly kind: "ending"; readonly because: "idle" | "limit"; readonly seconds: number }
  | { readonly kind: "over"; readonly because: "idle" | "limit" };

/** The warning stands two minutes before the end (WCAG 2.2.1 asks for at least twenty seconds). */
export const warningTime = 2 * 60_000;

/** Where a session stands: running, within two minutes of its end, or over; the nearer end counts. */
export function sessionMoment(reading: SessionReading, now: number): SessionMoment {
  const because = reading.endsIn <= reading.idleFor ? "limit" : "idle";
  const left = reading.readAt + Math.min(reading.idleFor, reading.endsIn) - now;
  if (left <= 0) return { kind: "over", because };
  if (left <= warningTime) return { kind: "ending", because, seconds: Math.ceil(left / 1000) };
  return { kind: "running" };
}

/** The reading after another tab has renewed the session: idle time starts anew, the limit stays where it was. */
export function renewedAt(reading: SessionReading, now: number): SessionReading {
  return { readAt: now, idleFor: reading.idleFor, endsIn: reading.endsIn - (now - reading.readAt) };
}
