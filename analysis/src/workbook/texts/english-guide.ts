import type { Thresholds } from "../../release/index.ts";

/** What the legend rests on: thresholds of the policy; what intervals are called, and mean. */
export interface LegendFacts {
  readonly thresholds: Thresholds;
  readonly interval: string;
  readonly meaning: string;
}

/** What guides a reader of English through the workbook: sheets, marks, rules, what to know before the first figure. */
export const englishGuide = {
  about: {
    cover: "",
    how: "seven things to know before the first figure",
    contents: "",
    summary: "headline indicators of the country and what has changed",
    indicators: "every indicator of the country, with its parts",
    groupCharts: "headline indicators by group of municipalities",
    municipalityCharts: "headline indicators by municipality",
    trends: "this wave beside the one before",
    trendCharts: "headline indicators over time",
    comparisons: "which differences are larger than chance",
    alike: "places and groups of people that no test sets apart",
    channels: "headline indicators by the way people were reached",
    domainCharts: "every indicator of the domain in a picture",
    answers: "questions behind the indicators, with the codes of their answers",
    data: "every figure, one in a row",
    others: "published figures beside ours",
    sensitivity: "how far headline indicators move under other weights",
    weights: "how far weights lie apart, margins before and after",
    quality: "what was not answered, and by whom",
    method: "how the figures were made",
    codebook: "what each indicator is",
    legend: "what the marks say",
    provenance: "where everything came from",
    chartData: "the cells behind the charts",
    group: "group of municipalities",
  },
  missingRules: {
    M1: "those who gave no answer are not counted",
    M2: "“don’t know” counts as an answer",
    M3: "computed from as many items as the rule asks for",
    M4: "who saw the list and ticked nothing gave no answer",
    M5: "to whom it does not apply is not counted",
    M6: "the largest values are cut at the 99th percentile",
  } as Readonly<Record<string, string>>,
  legend: ({
    thresholds: { showFrom, fewBelow, effectiveFrom, withholdAboveNonresponse, countsIn },
    interval,
    meaning,
  }: LegendFacts): readonly (readonly [string, string, string])[] => [
    ["*", "few observations", `${showFrom} to ${fewBelow - 1} people answered: read with care`],
    [
      "≈",
      "low precision",
      "the interval is wide, or the error large beside the estimate: it says roughly where the figure lies",
    ],
    ["‡", "two waves together", "too few answered in one wave, so the figure rests on two"],
    [
      "·",
      "too few to be precise",
      `fewer than ${showFrom} people answered, or their answers are worth fewer than ${effectiveFrom} of equal weight; nothing is kept secret by it`,
    ],
    [
      "··",
      "hidden to protect people",
      "the figure, or one that follows from it, would say something about a few people",
    ],
    [
      ":",
      "no estimate",
      `there is nothing to compute it from, or more than ${Math.round(withholdAboveNonresponse * 100)}% of those asked did not answer`,
    ],
    ["–", "not about these people", "the indicator is by definition about others"],
    ["▲ ▼", "higher, lower", "coloured and worded by whether it is better; only where the test supports it"],
    ["from, to", interval, meaning],
    [
      "n",
      "respondents",
      `people whose answers count, not weighted${countsIn === null ? "" : `; told in steps of ${countsIn}`}`,
    ],
  ],
  how: (drawn: boolean): readonly (readonly [string, string])[] => [
    [
      "An estimate is not a count.",
      drawn
        ? "Not everyone was asked. The interval beside each figure says how far chance alone may have moved it; the n says how many answered."
        : "Not everyone was asked, and nobody was drawn at random. The range beside each figure says how far it may move under the weighting model; nothing in the data can prove that model.",
    ],
    [
      "Two figures differ when a test says so.",
      "Two intervals that overlap may still differ, and two that do not touch nearly always do. The sheet Comparisons holds the tests; elsewhere ▲ and ▼ stand only where a test supports them.",
    ],
    [
      "Municipalities are not ranked.",
      "They stand in the order of the alphabet inside their groups. With this many answers most of them cannot be told apart.",
    ],
    [
      "A small municipality speaks through its group.",
      "Where too few people answered, there is no page of hidden cells: the sheet Contents leads to the group.",
    ],
    [
      "An empty-looking cell says why.",
      "One dot means too few to be precise, two dots mean hidden to protect people, a colon means no estimate, a dash means that the question is about others. The sheet Legend explains each.",
    ],
    [
      "Better is not the same as higher.",
      "Of some indicators, such as unmet needs, less is better. Colours and words follow what is better.",
    ],
    [
      "Everything stands once more as a plain table.",
      "The sheet Data holds every figure, one in a row, for filters and pivot tables; Chart data holds the cells of the charts, so that they can be restyled.",
    ],
  ],
};
