import type { Thresholds } from "../../release/index.ts";

/** What the sentences of the method sheet rest on. */
export interface MethodFacts {
  /** Who may answer, in words. */
  readonly universe: string;
  readonly weighted: boolean;
  readonly drawn: boolean;
  readonly clients: boolean;
  readonly thresholds: Thresholds;
  /** What intervals mean, and who could not be reached. */
  readonly meaning: string;
  readonly unreached: string;
  /** Crossings that are never shown, with the reason. */
  readonly refused: readonly { readonly names: string; readonly why: string }[];
}

/** With "levels" a table follows: how far down each indicator is shown, and why. */
export type Section = readonly [heading: string, paragraphs: readonly string[], table?: "levels"];

/** The method sheet for readers of English. */
export const englishMethod = ({
  universe,
  weighted,
  drawn,
  clients,
  thresholds: { showFrom, effectiveFrom, withholdAboveNonresponse },
  meaning,
  unreached,
  refused,
}: MethodFacts): readonly Section[] => [
  [
    "Whom the figures are about",
    [
      universe,
      ...(clients
        ? [
            "Clients only: the people asked came to a desk. The figures say nothing about those who never did.",
          ]
        : []),
      "Municipalities are those people live in. Where the questionnaire asks for the declared place as well, that one meets the margins, because registers count declared places.",
      unreached,
      "People outside the population that the margins count, such as asylum applicants, enter no figure of the country or a municipality.",
    ],
  ],
  [
    "How answers become estimates",
    [
      weighted
        ? `Answers were weighted to the population margins shown on the sheet Weights. ${drawn ? "Not everyone who was drawn answers" : "The study takes those who choose to answer"}; weighting removes the differences the margins know of, and only those.`
        : "Answers were not weighted: no population margins were given for this wave. The figures describe the people who answered and should not be read as figures about the whole population.",
      `Standard errors come from Taylor linearisation with the full design${weighted ? "; they rest on residuals: what the margins explain of an answer no longer counts as chance" : ""}. Intervals use Student’s t; for shares they are made on the logit scale, so that they stay between 0 and 100%, and for medians and other quantiles by Woodruff’s method.`,
      meaning,
      drawn
        ? "Intervals tell how far chance alone may have moved an estimate. They do not cover what weighting cannot repair, such as people whom no invitation reached."
        : "This sample was not drawn at random, so no change and no difference is tested.",
    ],
  ],
  [
    "How far down figures are shown",
    [
      "The ladder was fixed before the wave: country, groups of municipalities, a municipality over two waves, a municipality in one wave. Each municipality stands on the lowest rung that its number of answers bears, and no indicator goes below its own lowest level.",
    ],
    "levels",
  ],
  [
    "How waves and places are compared",
    [
      "Waves are compared only where the mapping between questionnaires says that the question means the same. Differences are tested with the full covariance; where many are tested at once, p values are adjusted by the method of Holm or of Benjamini and Hochberg. A difference that does not pass is called one that cannot be told from chance, not “no difference”. “At equal composition” is the difference that is left when both groups have the same mix of people. “Detectable” is the smallest true difference that this sample had four chances in five to see.",
    ],
  ],
  [
    "Answers that are missing",
    [
      `“Prefer not to say” and questions left open are taken out of the denominator. “Don’t know” is taken out as well, unless the indicator says that it counts. People to whom a question does not apply never count. Where more than ${Math.round(withholdAboveNonresponse * 100)}% of those asked gave no answer, no estimate is shown.`,
      "An index is computed for a person who answered at least the number of items its rule names, from the items answered. “Partly answered” is the share of such people.",
    ],
  ],
  [
    "How people are protected",
    [
      `There are two reasons for a cell without a figure, with two marks. Too few to be precise: fewer than ${showFrom} answers, or answers worth fewer than ${effectiveFrom} of equal weight. Hidden to protect people: a figure that would tell something about a few people, and the figures from which it could be worked out by subtraction; linear programming checks that it cannot.`,
      ...refused.map(({ names, why }) => `Never crossed: ${names}. ${why}`),
      "All outputs of a wave read the same release. Nothing is computed anew for a filter, so two outputs cannot be subtracted from each other.",
    ],
  ],
];
