const lithuanian = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Vilnius", dateStyle: "short" });

/** The calendar day in Lithuania, YYYY-MM-DD: terms count days as people do. */
export const dayOf = (time: Date): string => lithuanian.format(time);

/** The first day on which something is past its term: `days` whole days after its last day. */
export function dueOn(lastDay: string, days: number): string {
  const due = new Date(`${lastDay}T00:00:00Z`);
  due.setUTCDate(due.getUTCDate() + days + 1);
  return due.toISOString().slice(0, 10);
}

export const laterOf = (one: string, other: string): string => (one > other ? one : other);
