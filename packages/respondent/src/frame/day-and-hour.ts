/** Day and clock time of an ISO instant, as they are said in a language. */
export function dayAndHour(time: string, language: string): string {
  return spoken(language).format(new Date(time));
}

/** For what is known to the hour only: "22 November, 14:00–14:59", and no minute that nobody knows. @param hour  its beginning, ISO */
export function withinHour(hour: string, language: string): string {
  const beginning = new Date(hour);
  return spoken(language).formatRange(beginning, new Date(beginning.getTime() + 59 * 60_000));
}

function spoken(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}
