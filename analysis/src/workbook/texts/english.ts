import { englishDay as day, writtenNumber } from "./dates.ts";
import { englishGuide } from "./english-guide.ts";
import { englishMethod } from "./english-method.ts";
import { englishHeads, englishSheets } from "./english-names.ts";
import type { Language } from "./language.ts";

const number = (value: number, decimals: number): string => writtenNumber(value, decimals, ",", ".");
const people = (count: number): string => `${number(count, 0)} ${count === 1 ? "person" : "people"}`;

/** The workbook's words for readers of English. */
export const english = {
  language: "en" as Language,
  languageName: "English",
  synthetic: "Synthetic data – demonstration",
  unweighted:
    "Not weighted: no population margins were given, so these figures describe the people who answered, not everyone the study is about.",
  clientsOnly:
    "Clients only: these figures are about people who came to a desk, not about everyone who lives here.",
  notDrawn: (unreached: string): string =>
    `This sample was not drawn at random; changes and differences are not tested. ${unreached}`,
  sheets: englishSheets,
  heads: englishHeads,
  country: "Lithuania",
  countryKind: "Country",
  page: "Page &P of &N",
  day,
  moment: (iso: string): string => `${day(iso)}, ${iso.slice(11, 16)} UTC`,
  number,
  people,
  percent: (written: string): string => `${written}%`,
  points: "pp",
  units: {
    percent: "%",
    "score-0-10": "0–10",
    "index-0-1": "0–1",
    "index-0-100": "0–100",
    points: "points, −100 to 100",
    number: "number",
    days: "days",
  },
  directions: {
    "higher-is-better": "Higher is better",
    "lower-is-better": "Lower is better",
    none: "Neither",
  },
  verdicts: {
    better: "better",
    worse: "worse",
    higher: "higher",
    lower: "lower",
    "cannot-be-told-apart": "cannot be told apart",
    "tests-off": "not tested",
  },
  comparability: {
    same: "comparable with the wave before",
    limited: "comparable with care: something changed in the question",
    "not-comparable": "not comparable with the wave before",
    "no-wave-before": "no wave before",
  },
  kinds: {
    change: "change since the wave before",
    rest: "against all other municipalities",
    country: "against the country",
    group: "against its group",
  },
  states: {
    published: "published",
    "few-observations": "few observations",
    "too-few": "too few to be precise",
    protected: "hidden to protect people",
    "left-out": "not about these people",
    "not-shown-here": "not shown at this level",
    "not-estimable": "no estimate",
  },
  levels: {
    country: "country",
    "municipality-group": "groups of municipalities",
    municipality: "municipalities",
  },
  notes: {
    few: "few observations",
    pooled: "two waves together",
    lowPrecision: "low precision",
    protected: "hidden to protect people",
    tooFew: "too few to be precise",
    nonresponse: "too many did not answer",
    noEstimate: "no estimate",
    manyMissing: "many did not answer",
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
  } as Readonly<Record<string, string>>,
  policies: {
    ministry: "For the ministry: thresholds of the ministry’s console",
    public: "For everyone: the stricter thresholds of public tables",
  },
  cover: {
    subtitle: "What third-country nationals and stateless persons in Lithuania say about integration",
    release: (number: number) => `Release ${number}`,
    corrects: (number: number) => `It corrects release ${number}; what changed stands under Provenance.`,
    begin: "Begin here",
  },
  answered: (count: number, drawn: boolean): string =>
    drawn
      ? `${people(count)} answered. Each estimate stands with its 95% interval: the range that holds the true value with 95% confidence.`
      : `${people(count)} answered. Each estimate stands with the range in which it would fall if the weights made those who chose to answer like everyone else.`,
  fieldwork: (opens: string, closes: string): string => `Answers taken from ${day(opens)} to ${day(closes)}`,
  summaryMessage: (tested: number, better: number, worse: number, wave: string): string =>
    tested === 0
      ? "The headline indicators for the country as a whole."
      : `Since ${wave}, ${better} of ${tested} headline indicators got better, ${worse} got worse; in the others no change can be told from chance.`,
  indicatorsMessage:
    "Every indicator for the country as a whole, with its parts, in the order of the domains of life.",
  placesMessage: (shown: number, all: number): string =>
    `${shown} of ${all} municipalities have enough answers for figures of their own; the others speak through their group.`,
  countryOnly:
    "Too few people were asked for figures of places, so these are about the country and groups of people.",
  continued: (part: number, parts: number): string => `part ${part} of ${parts}`,
  groupMessage: (members: string): string => `Belongs here: ${members}.`,
  groupAlone: (members: string): string =>
    members === ""
      ? "All of them have a sheet of their own."
      : `Without enough answers to stand alone: ${members}.`,
  outsideMessage:
    "Asked as well, but not part of the population: no count of them is known, so they are not weighted, and no figure of the country or a place includes them.",
  municipalityMessage: (shown: number, all: number, group: string | null): string =>
    `${shown} of ${all} indicators can be shown here${group ? `; the municipality belongs to the group ${group}` : ""}.`,
  pooledMessage: "Too few answered in one wave, so these figures rest on two waves together.",
  municipalityChart: (place: string): string => `${place} beside its group and the country`,
  groupChart: (place: string): string => `${place} beside the country`,
  contentsMessage: "Click a name to go to its sheet.",
  ownSheet: "own sheet",
  throughGroup: (group: string): string => `through its group, ${group}`,
  dataMessage:
    "Every figure of the release, one row for each indicator and domain: filter it, or make a pivot table of it.",
  trendsMessage: (from: string, to: string): string => `${from} beside ${to}, where the questions allow it.`,
  noTrends: "There is no wave before this one, so nothing is compared over time.",
  trendTitle: (label: string, verdict: string, wave: string): string =>
    `${label}: ${verdict === "cannot be told apart" ? `cannot be told apart from ${wave}` : verdict === "not tested" ? `beside ${wave}, not tested` : `${verdict} than in ${wave}`}`,
  toldApart: (apart: number, tested: number): string =>
    `${number(apart, 0)} of ${number(tested, 0)} differences are larger than chance.`,
  comparisonsMessage:
    "Which differences are larger than chance, with every test paid for. No list ranks municipalities: where intervals overlap, the order means nothing.",
  alikeMessage:
    "On one line stand those of which no two can be told apart, with every pair paid for; one may stand on several lines. The order is that of the lists, not of the figures.",
  allAlike: "None can be told apart from another.",
  apart: (name: string): string => `${name}: differs from all others.`,
  channelsMessage:
    "Headline indicators by the channel through which people came to the questionnaire. Where channels differ, the figure of the whole depends on which channel brought how many.",
  /** Where an indicator comes from, as its definition says it. */
  source: (asDefined: string): string => asDefined,
  manyIndicators: (count: number): string => `${count} indicators`,
  ownAnswer: "a number, or words of one’s own",
  missingReasons: { refused: "not an answer: refused", "dont-know": "not an answer: does not know" },
  charts: "charts",
  domainChartsMessage:
    "Every indicator of this domain with its intervals: by group of municipalities where those are shown, else by citizenship or another group of people; equal scales for equal units.",
  answersMessage:
    "The questions behind the indicators, the codes of their answers, and the indicators that use them.",
  untestedMessage:
    "Differences with their ranges. None is tested, because chance was not what brought people into the sample. No list ranks municipalities.",
  othersMessage:
    "Published figures of others beside ours. Read who was asked, when and out of whom before comparing: two figures with one name are often about different people.",
  noOthers: "No published figures were given.",
  weightsMessage: (effect: number, effective: number): string =>
    `The weights cost precision by a factor of ${number(effect, 2)}: what is left is worth ${number(effective, 0)} answers of equal weight.`,
  quantilesMessage: "Weights over their mean",
  marginsMessage: "Margins before and after weighting",
  sensitivityMessage:
    "How far headline indicators would move under other weights, in the unit of each. A small shift says that the choice of weights does not decide the figure.",
  qualityMessage: "What was not answered, where people stopped, and which answers were left out.",
  codebookMessage: "What each indicator is, of whom it speaks and how it is made.",
  marksInShort:
    "*  few observations   ≈  low precision   ‡  two waves together   ·  too few to be precise   ··  hidden to protect people   :  no estimate   –  not about these people",
  marksWhere: "(explained on the sheet Legend)",
  silentIndicators: (names: string): string => `No figure can be shown of: ${names}.`,
  silentRows: (cut: string, names: string): string =>
    `No figure can be shown of ${cut.toLowerCase()}: ${names}.`,
  onePage: {
    silent: (place: string, group: string): string =>
      `Too few people answered in ${place} for figures of its own. These are the figures of its group, ${group}.`,
    picture: (withGroup: boolean): string =>
      `The line is the interval, the dot the estimate${withGroup ? ", the diamond the group" : ""}, the stroke the country.`,
    first: (count: number): string => `The first ${count} stand here; the workbook holds the others.`,
    since: "than in the wave before",
    rest: "than in other municipalities",
  },
  legendMessage: "What the marks say, and why a cell may hold no figure.",
  provenanceMessage: "With the same inputs, Tiltas makes this workbook again, byte for byte.",
  chartDataMessage:
    "The cells behind every chart. “Below” and “above” are the distances from the estimate to the ends of its interval, as charts want them.",
  groupChartsMessage:
    "Headline indicators by group of municipalities, each with its interval; equal scales for equal units.",
  municipalityChartsMessage:
    "Headline indicators by municipality, group by group in the order of the alphabet. Where intervals overlap, the order means nothing.",
  chartAlt: (title: string, count: number, interval: string): string =>
    `Bar chart: ${title}. ${count} bars, each with its interval (${interval}). The figures stand on the sheet Chart data.`,
  lineAlt: (title: string, waves: string): string =>
    `Line chart: ${title}. Waves: ${waves}. The figures stand on the sheet Chart data.`,
  headlineTitle: (unit: string): string => `Headline indicators of the country, ${unit}`,
  wordOf: { below: "below", above: "above", chart: "Chart" },
  confidences: {
    official: "official",
    "official-rounded": "official, rounded",
    press: "press",
    "press-rounded": "press, rounded",
    derived: "derived",
    memory: "from memory",
    invented: "invented",
    "looked up": "looked up",
    "0–1 computed": "0–1 computed by us",
    none: "none",
    "not given": "not given",
  } as Readonly<Record<string, string>>,
  exclusion: (reason: string, count: number): string =>
    exclusions[reason]?.(number(count, 0)) ?? `${number(count, 0)}: ${reason}`,
  method: englishMethod,
  ...englishGuide,
};

const exclusions: Readonly<Record<string, (count: string) => string>> = {
  "has-issues": (count) => `${count} with issues that nobody has approved`,
  "awaits-review": (count) => `${count} that nobody has reviewed yet`,
  rejected: (count) => `${count} rejected in review`,
  "set-aside": (count) => `${count} set aside by channel and period`,
  "screened-out": (count) => `${count} of people who do not belong to those the study is about`,
  "unknown-instrument": (count) => `${count} given on an instrument version that was not read`,
};
