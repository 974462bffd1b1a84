/**
 * Milliseconds to read one character of an alphabetic script aloud, spaces not counted: the mean of 14 languages, in
 * which it differs little (65 to 71). Words are no measure across languages: Lithuanian and Russian words are longer
 * than English ones. Silent reading is somewhat faster, reading in a second language slower.
 *
 * @source  Trauzettel-Klosinski, S., Dietz, K. & the IReST Study Group (2012), Standardized assessment of reading
 *          performance: the New International Reading Speed Texts IReST, Investigative Ophthalmology & Visual
 *          Science 53(9), 5452–5461, doi:10.1167/iovs.11-8284
 */
const millisecondsPerCharacter = 68;

/** Seconds to read a text, at the speed of someone who reads it aloud. */
export function readingSeconds(text: string): number {
  return ([...text.replace(/\s+/gu, "")].length * millisecondsPerCharacter) / 1000;
}

/** Words of a text: runs of letters and digits, with the hyphens and apostrophes inside them. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’\-–][\p{L}\p{N}]+)*/gu) ?? [];
}
