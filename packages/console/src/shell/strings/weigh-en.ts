import { formatFor } from "./format.ts";

const format = formatFor("en-GB");

/** What the page of margins and weights says in English. */
export const weighEn = {
  title: "Weigh",
  lead: "Margins are known totals of the population. Weights make the answers add up to them.",
  sentence: (n: number, effective: number) =>
    `${format.number(n)} respondents count as much as ${format.number(Math.round(effective))} drawn at equal chances.`,
  unweighted: (n: number) => `${format.number(n)} respondents, each counting once: there are no margins yet.`,
  notYet: "Nothing has been weighed yet.",
  outdated:
    "Margins, plan or answers have changed since these weights were computed. Compute the figures again to renew them.",
  computedAt: (when: string) => `As computed ${format.moment(when)}.`,
  toCompute: "Compute the figures",
  marginsTitle: "Margins",
  marginsNoneTitle: "No margins yet",
  marginsNone:
    "Known totals will stand here, with their source and date. Until then each respondent counts once. The first step is to choose a CSV file.",
  current: (name: string, when: string | null, who: string | null) =>
    when === null
      ? `In use: ${name}.`
      : `In use: ${name}, added ${format.moment(when)}${who === null ? "" : ` by ${who}`}.`,
  /** Confidences of a margins file, by their words in the file. */
  confidences: {
    official: "official",
    "official-rounded": "official, rounded",
    press: "from the press",
    "press-rounded": "from the press, rounded",
    derived: "derived",
    memory: "from memory",
    invented: "invented",
  } as Readonly<Record<string, string>>,
  ofWave: "the file that came with the wave",
  total: (n: number) => `They add up to ${format.number(n)} people.`,
  demonstration: "Some of these counts are invented or from memory: good for a trial only.",
  earlier: "Earlier files",
  columns: {
    margin: "Margin",
    cells: "Cells",
    total: "Sum",
    gap: "Away from the total",
    date: "Date",
    source: "Source",
    confidence: "Confidence",
    name: "File",
    when: "Added",
    who: "By",
  },
  roles: {
    municipality: "municipality",
    sex: "sex",
    age: "age",
    citizenship: "citizenship",
    ground: "ground of stay",
    "residence-ground": "ground of stay",
  } as Readonly<Record<string, string>>,
  upload: {
    title: "Choose a margins file",
    lead: "The file is looked at first; it is used only when you say so.",
    label: "Margins file",
    choose: "Choose a CSV file",
    dropHere: "or drop it here",
    tooLong: "This file is too long for margins. Check that it is the right one.",
    unreadable: "This file could not be read as text. Save it as CSV in UTF-8.",
    refused: (name: string, n: number) =>
      n === 1
        ? `${name} cannot be used yet: one thing must be put right.`
        : `${name} cannot be used yet: ${format.number(n)} things must be put right.`,
    usable: (name: string) => `${name} can be used.`,
    line: (line: number | null) => (line === null ? "Whole file" : `Line ${format.number(line)}`),
    correct: "Put it right in the file, then choose it again.",
    place: "Where",
    what: "What",
    notes: "What weighting will say about it",
    keep: "Use these margins",
    drop: "Leave them",
    kept: "These margins are in use. Compute the figures again to renew the weights.",
  },
  weightsTitle: "Weights",
  weightsNoneTitle: "No weights yet",
  weightsNone:
    "What weights do will stand here: margins before and after, how far weights lie apart, what was collapsed and why.",
  designEffect: "Design effect",
  designEffectHint: "How many times larger the variance is than with equal weights.",
  effective: "Effective n",
  method: "Method",
  methods: {
    "post-stratification": "Post-stratification",
    raking: "Raking",
    "raking-trimmed": "Raking, trimmed",
    calibration: "Calibration",
  } as Readonly<Record<string, string>>,
  fitLegend: "○ before ● after, dashed: known",
  largest: "Largest weight",
  times: (value: number) => `${format.decimal(value, 1)} times the mean`,
  before: "Before",
  after: "After",
  known: "Known",
  people: "People",
  category: "Category",
  note: "Note",
  marginPicture: (margin: string) =>
    `${margin}: share of respondents before weighting, after it, and known. The table below holds the same shares.`,
  marginTable: (margin: string) => `Margin ${margin}`,
  sourceLine: (source: string, date: string, confidence: string) =>
    `${source}, ${date}. Confidence: ${confidence}.`,
  spread: "How far weights lie apart",
  spreadPicture:
    "Weights over their mean: the smallest, the quarter points, the middle one and the largest. The table below holds the same figures.",
  quantile: "Share of respondents with a smaller weight",
  weight: "Weight over the mean",
  sensitivityTitle: "What other choices would change",
  sensitivityLead: "The same answers weighed otherwise: how far each headline figure would move.",
  sensitivityNone: "The plan of this wave names no alternatives.",
  alternative: "Alternative",
  indicator: "Headline figure",
  shift: "Shift",
  planTitle: "Plan of the analysis",
  planStandard: "The standard plan is in force.",
  planNumber: (n: number, who: string, when: string) =>
    `Plan ${format.number(n)} is in force, written by ${who}, ${format.moment(when)}.`,
  planWhy: (why: string) => `Why: ${why}`,
  planPrevious: (wave: string) => `Changes are measured from ${wave}.`,
  planNoPrevious: "Changes are not measured from any earlier wave.",
  planOpen: "Open the plan",
};
