import { seeded } from "@tiltas/instrument/simulation";
import { type CodedAnswers, matchOf, rowsOf } from "./near-duplicates.ts";

export interface InterviewSimilarity {
  readonly interviewer: number;
  readonly interviews: number;
  /** Mean share of equal answers between two interviews of this interviewer. */
  readonly own: number;
  /** The same in sets of as many interviews drawn at random, in the same languages: their mean. */
  readonly usual: number;
  /** Share of random sets at least as alike, counting the real one. */
  readonly pValue: number;
}

export interface SimilarityQuestion {
  readonly answers: CodedAnswers;
  /** By respondent 0 …, -1: nobody. */
  readonly interviewer: Int32Array;
  /** By respondent: language; random sets have the same mix. */
  readonly stratum: Int32Array;
  readonly seed: number;
  readonly draws?: number;
  /** Fewest interviews of an interviewer. */
  readonly fewest: number;
}

/**
 * Are the interviews of one interviewer more alike than those of the others? A permutation test: invented interviews
 * resemble each other. Interviewers who work among like people do so too, so look at the size, not at p alone.
 *
 * @source Bredl, Storfinger & Menold (2013), in: Interviewers' Deviations in Surveys; Good (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses
 */
export function interviewSimilarity(question: SimilarityQuestion): InterviewSimilarity[] {
  const { answers, interviewer, stratum, seed, draws = 999, fewest } = question;
  const people = Array.from(interviewer.keys()).filter((person) => interviewer[person]! >= 0);
  const byStratum = Map.groupBy(people, (person) => stratum[person]!);
  const random = seeded(seed);
  const drawAlike = (own: readonly number[]): number[] =>
    [...Map.groupBy(own, (person) => stratum[person]!)].flatMap(([language, members]) => {
      const pool = [...(byStratum.get(language) ?? [])];
      return members.map(() => pool.splice(random.index(pool.length), 1)[0]!);
    });
  const meanMatch = meanMatchIn(rowsOf(answers, interviewer.length));
  return [...Map.groupBy(people, (person) => interviewer[person]!)]
    .filter(([, own]) => own.length >= fewest && people.length >= 2 * own.length)
    .map(([who, all]) => {
      const own = all.slice(0, mostInterviews);
      const real = meanMatch(own);
      const drawn = Array.from({ length: draws }, () => meanMatch(drawAlike(own)));
      return {
        interviewer: who,
        interviews: all.length,
        own: real,
        usual: drawn.reduce((sum, match) => sum + match, 0) / draws,
        pValue: (1 + drawn.filter((match) => match >= real).length) / (1 + draws),
      };
    });
}

/** Mean share of equal answers over the pairs of some interviews; each pair is compared once. */
function meanMatchIn(rows: readonly Int16Array[]): (members: readonly number[]) => number {
  const known = rows.map((_, one) => new Float32Array(one).fill(unseen));
  const matchBetween = (one: number, other: number): number => {
    const own = known[one]!;
    if (own[other] === unseen) own[other] = shareEqual(rows[one]!, rows[other]!);
    return own[other]!;
  };
  return (members) => {
    let [sum, pairs] = [0, 0];
    for (let i = 1; i < members.length; i++)
      for (let j = 0; j < i; j++) {
        const [one, other] = [members[i]!, members[j]!];
        const match = one > other ? matchBetween(one, other) : matchBetween(other, one);
        if (Number.isNaN(match)) continue;
        sum += match;
        pairs++;
      }
    return sum / pairs;
  };
}

const unseen = -1;

/** The first so many interviews of an interviewer tell enough. */
const mostInterviews = 40;

function shareEqual(one: Int16Array, other: Int16Array): number {
  const { same, compared } = matchOf(one, other);
  return same / compared;
}
