/** The full hour (UTC) in which something happened: staff see no more of the time at which a person answered. */
export function fullHour(time: Date): string {
  return `${time.toISOString().slice(0, 13)}:00:00Z`;
}
