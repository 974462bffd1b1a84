import { formatFor } from "./format.ts";

const format = formatFor("en-GB");
const answered = (n: number) => `${format.number(n)} ${n === 1 ? "respondent" : "respondents"}`;

/** What the page of released figures says in English. */
export const exploreEn = {
  title: "Explore",
  lead: "Released figures: in tables, on the map and over time.",
  noneTitle: "Nothing released yet",
  none: "Released figures will stand here: indicators with their intervals, by municipality and by groups of people. The first step is to prepare a release.",
  noneToRead: "Figures will stand here once the first release of this wave is signed.",
  toRelease: "Prepare a release",
  release: "Release",
  releaseOf: (number: number, day: string) => `Release ${number}, ${format.day(day)}`,
  basis: (n: number, policy: string) => `Rests on ${answered(n)}. ${policy}`,
  policies: {
    ministry: "These are the ministry's figures: for work in the house.",
    public: "These are the public figures.",
  },
  testsOff:
    "People were not drawn by chance, so intervals are ranges under the weighting model, and differences are not tested.",
  national: (label: string, figure: string, interval: string | null, n: number) =>
    `${label}: ${figure}${interval === null ? "" : ` (${interval})`} in the country, ${answered(n)}.`,
  nationalHidden: (label: string) => `${label}: no figure for the country.`,
  theme: "Theme",
  allThemes: "All themes",
  indicator: "Indicator",
  chooseIndicator: "Choose an indicator",
  cut: "By",
  country: "Whole country",
  picture: "Picture",
  pictures: { intervals: "Intervals", map: "Map", trend: "Over time", compare: "Compare two" },
  universe: (words: string) => `Asked of: ${words}`,
  directions: {
    "higher-is-better": "A higher figure is better.",
    "lower-is-better": "A lower figure is better.",
    none: "Neither high nor low is better.",
  },
  states: {
    published: "Published",
    "few-observations": "Few observations",
    "too-few": "Too few to be precise",
    protected: "Hidden to protect people",
    "left-out": "Not about these people",
    "not-shown-here": "Not shown at this level",
    "not-estimable": "Cannot be estimated",
  },
  lowPrecision: "Low precision",
  reasons: { "no-estimate": "no estimate can be made", nonresponse: "too many did not answer" },
  stands: {
    pooled: "Two waves together",
    group: (name: string) => `Speaks through its group, ${name}`,
    alone: "Speaks through its group",
  },
  columns: {
    figure: "Figure",
    interval: "Interval, 95%",
    respondents: "n",
    change: "Change",
    against: "Against the rest",
    state: "Remark",
    standardError: "Standard error",
    effective: "Effective n",
    designEffect: "Design effect",
    nonresponse: "Did not answer",
    adjusted: "Same composition",
  },
  more: "More columns",
  fewer: "Fewer columns",
  filter: "Show only names with",
  tableOf: (indicator: string, cut: string) => `${indicator}, by ${cut}`,
  tableTitle: "Table",
  order: "Order",
  orders: { name: "By name", place: "By place", listed: "As listed", value: "By figure" },
  countryLine: (figure: string) => `Dashed: the country, ${figure}`,
  pictureOf: (indicator: string) => `Intervals: ${indicator}. The table below holds the same figures.`,
  mapOf: (indicator: string) =>
    `Tile map: ${indicator}. Arrow keys move between municipalities; the table below holds the same figures.`,
  notDrawn: (n: number) =>
    n === 1
      ? "One more has no figure of its own; the table says why."
      : `${format.number(n)} more have no figure of their own; the table says why.`,
  mapHint: "Point at a municipality or move with the arrow keys to read its figure.",
  mapLegend: {
    steps: "Figure",
    group: "Small square: figure of its group",
    pooled: "Corner: two waves together",
    hidden: "Hidden to protect people",
    none: "Too few, or no answers",
  },
  groupFigure: (group: string, figure: string) =>
    `Too few answers of its own. Its group, ${group}: ${figure}`,
  changeWords: (difference: string, since: string) => `${difference} since ${since}`,
  verdicts: {
    better: "better",
    worse: "worse",
    higher: "higher",
    lower: "lower",
    "cannot-be-told-apart": "cannot be told apart",
    "tests-off": "not tested",
  },
  trendTitle: "Over time",
  trendOne: "This is the first wave with released figures, so there is no line yet.",
  trendSame: "The question stayed the same, so the waves can be compared.",
  trendBroken: "The question was asked differently before, so the waves are not joined by a line.",
  trendLimited: "The question changed a little between the waves. Read the change with care.",
  trendPicture: (indicator: string) =>
    `Figures of each wave: ${indicator}. The table below holds the same figures.`,
  wave: "Wave",
  place: "Place",
  compare: {
    lead: "Any two of the same cut, in one sentence. What cannot be told apart is said to be so.",
    one: "One",
    other: "The other",
    choose: "Choose",
    same: "Choose two different ones.",
    difference: "Difference",
    detectable: (difference: string) =>
      `This sample had four chances in five to see a difference of ${difference} or more.`,
    notSaid: "Not shown",
    copy: "Copy sentence",
    copied: "The sentence is copied.",
  },
  toWorkbook: "Workbook and other files of this release",
  next: "What can be done next",
};
