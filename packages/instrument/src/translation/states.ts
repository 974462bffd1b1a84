/**
 * How far a translation has come, in the order of TRAPD: translation (two drafts), review, adjudication, pretest,
 * documentation (frozen).
 *
 * @source Harkness (2003), Questionnaire translation, in Cross-Cultural Survey Methods, pp. 35–56
 */
export const translationStates = [
  "draft 1",
  "draft 2",
  "reviewed",
  "adjudicated",
  "pretested",
  "frozen",
] as const;
export type TranslationState = (typeof translationStates)[number];

/** Why a translation departs from the words of its source: a term, a custom, an institution that differs. */
export const adaptationKinds = ["term", "culture", "institution"] as const;
export type AdaptationKind = (typeof adaptationKinds)[number];

/** Whether `state` is at least `least`. */
export function hasReached(state: TranslationState, least: TranslationState): boolean {
  return translationStates.indexOf(state) >= translationStates.indexOf(least);
}
