import { levelSection } from "./level-section.ts";
import type { Texts } from "./texts.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function day(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${months[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
}

function number(value: number, decimals: number): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && /[1-9]/.test(`${whole}${fraction ?? ""}`) ? "−" : "";
  return `${sign}${grouped}${fraction ? `.${fraction}` : ""}`;
}

/** The factors that made counts of other people fit, with all their digits. */
function converted(factors: readonly number[]): string {
  const digits = (factor: number) => number(factor, String(factor).split(".")[1]?.length ?? 0);
  return factors.length === 0 ? "" : `, the stated factor ${factors.map(digits).join(" and ")} applied`;
}

const dimensionNames = {
  municipality: "municipality",
  citizenship: "citizenship",
  sex: "sex",
  age: "age",
  "residence-ground": "ground of residence",
};

const people = (count: number) => `${number(count, 0)} ${count === 1 ? "person" : "people"}`;

/** The workbook's words for readers of English. */
export const english: Texts = {
  language: "en",
  synthetic: "Synthetic data – demonstration",
  unweighted:
    "Not weighted: no population margins were given, so these numbers describe the people who answered, not everyone the study is about.",
  clientsOnly:
    "Clients only: these numbers are about people who came to a desk, not about everyone who lives here.",
  sheets: { summary: "Summary", indicators: "Indicators", method: "Method", provenance: "Provenance" },
  heads: {
    indicator: "Indicator",
    estimate: "Estimate",
    interval: "95% interval",
    modelRange: "Range under the weighting model",
    from: "from",
    to: "to",
    respondents: "Respondents",
    n: "n",
    note: "Note",
    direction: "What is better",
    municipality: "Municipality",
    id: "Id",
    universe: "Counted among",
    measure: "Measure",
    missingRule: "Missing answers",
    nonresponse: "Did not answer",
    prorated: "Partly answered",
    designEffect: "Design effect",
    effective: "Effective n",
    source: "Source",
  },
  few: "few observations",
  notes: {
    hidden: "hidden to protect people",
    nonresponse: "too many did not answer",
    noEstimate: "no estimate",
    manyMissing: "many did not answer",
    drawn: "asked of those who drew it",
  },
  country: "Lithuania",
  noMunicipality: "Municipality not stated",
  outsideGroups: { "asylum-applicant": "Asylum applicants" },
  outsideMessage: (respondents, { hideBelow }) =>
    `${respondents < hideBelow ? `Fewer than ${hideBelow} people` : people(respondents)} answered. They are not among the people whom the margins count: they were not weighted to margins, and they enter no number of the country or of a municipality.`,
  levels: {
    country: "the country only",
    "municipality-group": "groups of municipalities",
    municipality: "municipalities",
  },
  directions: {
    "higher-is-better": "Higher is better",
    "lower-is-better": "Lower is better",
    none: "Neither",
  },
  units: {
    percent: "%",
    "score-0-10": "0–10",
    "index-0-1": "0–1",
    "index-0-100": "0–100",
    points: "points, −100 to 100",
    number: "number",
    days: "days",
  },
  measures: {
    proportion: "Share",
    mean: "Mean",
    quantile: "Median or other quantile",
    "time-to-event": "Time until it happened",
    index: "Index",
    "grouped-index": "Index over several things",
    ratio: "Ratio of two totals",
    "roster-ratio": "Share of those listed",
    "net-balance": "Positive minus negative",
    count: "Mean number",
    reach: "Reach of the best combination",
    priority: "Importance times unmet share",
  },
  missing: {
    dropped: "those who gave no answer are not counted",
    kept: "“don’t know” counts as an answer",
    index: (atLeast, items) => `at least ${atLeast} of ${items} items answered`,
  },
  indicatorsMessage: "What each indicator is, and how well it was answered in the country as a whole.",
  answered: (respondents, sample) =>
    sample === "register"
      ? `${people(respondents)} answered; each estimate stands with the interval that holds the true value with 95% confidence.`
      : `${people(respondents)} answered; each estimate stands with the range in which it would fall if the weights made those who chose to answer like everyone else.`,
  tooFew: (limit) =>
    `Fewer than ${limit} usable responses have arrived in this wave, so no estimates are shown: they would say too much about single people and too little about everyone.`,
  tooFewNext: "Make the workbook again when more responses have come in.",
  placesShown: (shown, all) =>
    `Results can be shown for ${shown} of ${all} municipalities; in the others too few people have answered so far.`,
  continued: (part, parts) => `part ${part} of ${parts}`,
  legend: ({ hideBelow, fewBelow, withholdAboveNonresponse }, sample) => [
    `*   few observations (${hideBelow} to ${fewBelow - 1} respondents): read with care`,
    withholdAboveNonresponse === undefined
      ? "·   no estimate: there is nothing to compute it from"
      : `·   no dependable estimate: nothing to compute it from, or more than ${withholdAboveNonresponse * 100}% of those asked did not answer`,
    `··   hidden to protect people: fewer than ${hideBelow} respondents, or needed so that such a number cannot be worked out`,
    "–   not asked there: the indicator is about other municipalities",
    `from, to: ${
      sample === "register"
        ? "95% confidence interval"
        : "range under the weighting model; the sample was not drawn at random"
    }.   n: respondents whose answers count, not weighted.`,
  ],
  page: "Page &P of &N",
  fieldwork: (opens, closes) => `The wave takes answers from ${day(opens)} to ${day(closes)}`,
  day,
  moment: (iso) => `${day(iso)}, ${iso.slice(11, 16)} UTC`,
  number,
  method: ({ universe, weighted, policy, sample, indicators, withOutside }) => [
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
    ...levelSection(indicators, english, "How far down each indicator is shown"),
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
  ],
  provenance: {
    message: "With the same inputs, Tiltas makes this workbook again, byte for byte.",
    study: "Study",
    wave: "Wave",
    fieldwork: "Fieldwork",
    instrument: "Instrument",
    indicators: "Indicators",
    margins: "Population margins",
    noMargins: "none; not weighted",
    data: "Data",
    respondents: "Responses used",
    exclusions: "Responses left out",
    noExclusions: "none",
    asOf: "Responses read up to",
    software: "Made with",
    language: "Language",
    weighting: "Weighting",
    rule: "Release rule",
    digest: "SHA-256, or source",
  },
  fewerThan: (limit) => `fewer than ${limit}`,
  marginsTotal: (total) => `${people(Math.round(total))} in all`,
  margin: ({ dimensions, referenceDate, givenTotal, gap, factors = [] }) =>
    `by ${dimensions.map((dimension) => dimensionNames[dimension]).join(" and ")}, ${referenceDate.length === 10 ? day(referenceDate) : referenceDate}; ${people(Math.round(givenTotal))} as given${converted(factors)}${
      Math.abs(gap) < 0.0005 ? "" : `, ${gap > 0 ? "+" : ""}${number(gap * 100, 1)}% from the total`
    }`,
  raking: ({ iterations, converged, designEffect, smallest, largest }) =>
    `raking, ${number(iterations, 0)} rounds, ${converged ? "all margins met" : "margins NOT all met"}; design effect of the weights ${number(designEffect, 2)}; weights from ${number(smallest, 2)} to ${number(largest, 2)} times their mean`,
  languageName: "English",
  exclusion: (reason, count) => {
    if (reason === "flagged")
      return `${number(count, 0)} with answers that do not fit the instrument and await review`;
    if (reason === "screened-out")
      return `${number(count, 0)} of people who do not belong to those the study is about`;
    if (reason === "unknown-instrument")
      return `${number(count, 0)} given on an instrument version that was not read`;
    return `${number(count, 0)}: ${reason}`;
  },
  rule: ({ hideBelow, fewBelow }) =>
    `hidden below ${hideBelow} respondents, marked below ${fewBelow}, no total beside a single hidden municipality`,
};
