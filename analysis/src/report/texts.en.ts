import { englishMethod } from "./method.en.ts";
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
  otherPlaces: { "no-fixed-place": "No fixed place" },
  outsideGroups: { "asylum-applicant": "Asylum applicants" },
  outsideMessage: (respondents, { hideBelow }) =>
    `${respondents < hideBelow ? `Fewer than ${hideBelow} people` : people(respondents)} answered. They are not among the people whom the margins count: they were not weighted to margins, and they enter no number of the country or of a municipality.`,
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
  method: englishMethod,
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
    if (reason === "has-issues") return `${number(count, 0)} with issues that nobody has approved`;
    if (reason === "awaits-review") return `${number(count, 0)} that nobody has reviewed yet`;
    if (reason === "rejected") return `${number(count, 0)} rejected in review`;
    if (reason === "set-aside") return `${number(count, 0)} set aside by channel and period`;
    if (reason === "screened-out")
      return `${number(count, 0)} of people who do not belong to those the study is about`;
    if (reason === "unknown-instrument")
      return `${number(count, 0)} given on an instrument version that was not read`;
    return `${number(count, 0)}: ${reason}`;
  },
  rule: ({ hideBelow, fewBelow }) =>
    `hidden below ${hideBelow} respondents, marked below ${fewBelow}, no total beside a single hidden municipality`,
};
