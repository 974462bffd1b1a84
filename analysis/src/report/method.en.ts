import type { Level } from "../indicators/index.ts";
import { levelSection } from "./level-section.ts";
import type { MethodFacts, Section } from "./texts.ts";

const levels: Readonly<Record<Level, string>> = {
  country: "the country only",
  "municipality-group": "groups of municipalities",
  municipality: "municipalities",
};

/** The method page for readers of English. */
export const englishMethod = ({
  universe,
  weighted,
  policy,
  sample,
  indicators,
  withOutside,
}: MethodFacts): readonly Section[] => [
  {
    heading: "Whom the numbers are about",
    paragraphs: [
      universe,
      ...(sample === "clients"
        ? [
            "Clients only: the people asked came to a desk. The numbers say nothing about those who never did.",
          ]
        : []),
      "Municipalities are those people live in. Where the questionnaire asks for the declared place as well, that one meets the margins, because registers count declared places; who has no fixed place is told of apart.",
      ...(withOutside
        ? [
            "People outside the population that the margins count, such as asylum applicants, have a sheet of their own. They keep their base weights, stay outside the raking, and enter no number of the country or a municipality.",
          ]
        : []),
    ],
  },
  {
    heading: "How answers become estimates",
    paragraphs: [
      weighted
        ? `Responses were weighted by raking, so that they agree with the population margins named under Provenance. ${
            sample === "register"
              ? "Not everyone who was drawn answers"
              : "The study takes those who choose to answer"
          }; weighting removes the differences the margins know of, and only those.`
        : "Responses were not weighted: no population margins were given for this wave. The numbers describe the people who answered and should not be read as numbers about the whole population.",
      `Standard errors come from Taylor linearisation, each respondent being a sampling unit of its own.${
        weighted
          ? " They rest on residuals: what the margins explain of an answer no longer counts as chance."
          : ""
      } Municipalities are estimated with the full design. Intervals use Student’s t; for shares they are made on the logit scale, so that they stay between 0 and 100%, and for medians and other quantiles by Woodruff’s method.`,
      sample === "register"
        ? "Intervals tell how far chance alone may have moved an estimate. They do not cover what weighting cannot repair, such as people whom no invitation reached."
        : "This sample was not drawn at random, so its intervals are called what they are: ranges under the weighting model. They hold if, within the groups the margins know of, those who answered are like those who did not; nothing in the data can prove it.",
      ...(indicators.some(({ drawn }) => drawn !== undefined)
        ? [
            "Some questions were asked only of respondents who drew them at random. Those indicators are about everyone all the same: each answer counts over the chance with which its question was drawn, and n is the number who drew it and answered.",
          ]
        : []),
    ],
  },
  ...levelSection(indicators, "en", levels, "How far down each indicator is shown"),
  {
    heading: "Answers that are missing",
    paragraphs: [
      `“Prefer not to say” and questions left open are taken out of the denominator. “Don’t know” is taken out as well, unless the indicator says that it counts. People to whom a question does not apply never count.${
        policy.withholdAboveNonresponse === undefined
          ? ""
          : ` Where more than ${policy.withholdAboveNonresponse * 100}% of those asked gave no answer, no estimate is shown.`
      }`,
      "An index is computed for a person who answered at least the number of items its rule names, from the items answered. “Partly answered” on the sheet Indicators is the share of such people.",
    ],
  },
  {
    heading: "How people are protected",
    paragraphs: [
      `No number rests on fewer than ${policy.hideBelow} respondents. Where hiding one municipality would let its number be found by subtraction from the country’s, further municipalities, the smallest first, are hidden with it. Indicators about the same people hide the same municipalities. Numbers from ${policy.hideBelow} to ${policy.fewBelow - 1} respondents are marked *.`,
      "Municipalities stand in the order of the alphabet. The tables do not rank them: before two of them are compared, their intervals should be.",
    ],
  },
];
