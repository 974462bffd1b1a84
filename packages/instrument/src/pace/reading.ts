/** Who turns the texts into words: the respondent, in silence, or an interviewer, aloud. */
export type Reader = "respondent" | "interviewer";

/**
 * Milliseconds to read one character of an alphabetic script, spaces not counted. Aloud: the mean of 14 languages, in
 * which it differs little (65 to 71). In silence: the same less the share by which silent reading is quicker in English
 * (238 words a minute, 183 aloud). Words are no measure across languages: Lithuanian and Russian words are longer than
 * English ones. In a second language people read more slowly.
 *
 * @source  Trauzettel-Klosinski, S., Dietz, K. & the IReST Study Group (2012), Standardized assessment of reading
 *          performance: the New International Reading Speed Texts IReST, Investigative Ophthalmology & Visual
 *          Science 53(9), 5452–5461, doi:10.1167/iovs.11-8284; Brysbaert, M. (2019), How many words do we read per
 *          minute?, Journal of Memory and Language 109, 104047, doi:10.1016/j.jml.2019.104047
 */
const millisecondsPerCharacter: Readonly<Record<Reader, number>> = {
  interviewer: 68,
  respondent: (68 * 183) / 238,
};

/** Seconds that it takes to read a text. Marks on letters, as in Uzbek oʻ, are no characters of their own. */
export function readingSeconds(text: string, reader: Reader): number {
  return ([...text.replace(/[\s\p{M}\p{Lm}]+/gu, "")].length * millisecondsPerCharacter[reader]) / 1000;
}

/** Words of a text: runs of letters and digits, with the hyphens and apostrophes inside them. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’\-–][\p{L}\p{N}]+)*/gu) ?? [];
}
