import { formatFor } from "./format.ts";

const format = formatFor("en-GB");
const respondents = (n: number) => `${format.number(n)} ${n === 1 ? "respondent" : "respondents"}`;
const cells = (n: number) => `${format.number(n)} ${n === 1 ? "cell" : "cells"}`;
const people = (n: number) => (n === 1 ? "one person has" : `${format.number(n)} people have`);

/** What the release pages say in English. */
export const releaseEn = {
  title: "Release",
  lead: "From answers to figures that may leave the house: computed, looked at, signed, frozen.",
  sentences: {
    none: "Nothing has been released of this wave yet.",
    running: "Figures are being computed.",
    ready: "Figures are computed and wait to be looked at and signed.",
    waiting: "One person has signed; a second one must sign as well.",
    released: (number: number, day: string) => `Release ${number} of ${format.day(day)} is in force.`,
  },
  way: {
    label: "The way of a release",
    compute: "Compute",
    look: "Look at what is hidden",
    sign: "Notes and signature",
    released: "Released",
    done: "done",
    now: "now",
    later: "later",
  },
  computeTitle: "Compute the figures",
  computeLead:
    "All indicators in all cells of the wave's lattice, with what protects people already applied. Nothing is released by this.",
  compute: "Compute",
  computeAgain: "Compute again",
  noPrepare: "Releases are prepared by analysts and researchers. What they release will stand here.",
  steps: {
    waiting: "Waiting for its turn",
    reading: "Reading responses",
    weighting: "Weighting to the margins",
    estimating: "Estimating indicators",
    comparing: "Comparing waves and places",
    protecting: "Checking that nobody can be recognised",
    writing: "Writing the files",
  },
  progress: "Figures of this wave",
  cancel: "Cancel",
  goesOn: "You may leave this page; the work goes on, and you will be told when it is done.",
  cancelled: "The computation was stopped. Nothing was written.",
  failed: "The figures could not be computed.",
  outdated: "Somebody has withdrawn since these figures were computed, so they cannot be released.",
  ready: (wave: string) => `The figures of “${wave}” are computed.`,
  broke: (wave: string) => `The figures of “${wave}” could not be computed.`,
  show: "Show",
  throwAway: "Throw these figures away",
  thrownAway: "Thrown away. Nothing was released.",
  candidate: (n: number, when: string) => `Computed ${format.moment(when)} from ${respondents(n)}.`,
  previewTitle: "What is shown and what is hidden",
  previewLead:
    "Counts of cells by reason, never a value and never which cell. What is hidden here is hidden in every file.",
  policy: "For whom",
  policies: { ministry: "Ministry", public: "Everybody" },
  shown: (shown: number, all: number) =>
    `${format.share(shown / Math.max(1, all))} of ${cells(all)} are shown.`,
  reasons: {
    published: "Shown",
    fewObservations: "Shown, few observations",
    tooFew: "Too few to be precise",
    protected: "Hidden to protect people",
    notEstimable: "Cannot be estimated",
    leftOut: "Not about these people",
    notShownHere: "Not shown at this level",
  },
  bar: (policy: string) => `Cells by reason, ${policy}. The table below holds the same counts.`,
  cells: "Cells",
  reason: "Reason",
  share: "Share",
  byCut: "By cut",
  byIndicator: "By indicator",
  cut: "Cut",
  country: "Whole country",
  places: "Places or groups",
  indicator: "Indicator",
  hidden: "Hidden",
  tooFew: "Too few",
  shownColumn: "Shown",
  comparisons: (n: number) =>
    n === 0
      ? "No comparisons are written."
      : n === 1
        ? "One comparison is written."
        : `${format.number(n)} comparisons are written.`,
  ladder: (single: number, pooled: number, group: number) =>
    `Municipalities: ${format.number(single)} on their own, ${format.number(pooled)} with two waves together, ${format.number(group)} through their group.`,
  whyHidden: "Why are there two kinds of hiding?",
  whyHiddenAnswer:
    "“Too few to be precise” says that a figure would say more about chance than about people: fewer than 20 answered. “Hidden to protect people” covers figures from which a person could be recognised, and those from which a hidden figure could be worked out by subtraction.",
  changed: (n: number) =>
    n === 0
      ? "Against the release in force no cell says something else."
      : `Against the release in force ${cells(n)} ${n === 1 ? "says" : "say"} something else.`,
  digests: "What the figures were made from",
  digest: "SHA-256",
  signTitle: "Notes and signature",
  signLead:
    "A release is frozen: it cannot be changed afterwards, only corrected by a new release that says what changed.",
  twoNeeded: "This study asks for the signatures of two people.",
  notesLt: "Notes in Lithuanian",
  notesEn: "Notes in English",
  notesHint: "What a reader must know about this release. Stands in every workbook. May stay empty.",
  corrects: (number: number) => `This release will correct release ${number}.`,
  signedBy: (who: string, when: string) => `Signed by ${who}, ${format.moment(when)}.`,
  waits: "You have signed. Now another person looks at the figures and signs as well.",
  sign: "Sign and release",
  signFirst: "Sign",
  confirmTitle: "Release these figures?",
  confirm: (n: number) =>
    `Figures of ${respondents(n)} will be frozen and can be read by everybody whose role allows it. This cannot be undone, only corrected.`,
  confirmFirst: "You sign as the first of two. Nothing is released until the second person signs.",
  back: "Not yet",
  done: (number: number) => `Release ${number} is out.`,
  signed: "Signed. A second person must sign as well.",
  listTitle: "Releases of this wave",
  listNone: "Finished releases will stand here, each with its workbook, its sheets and its open data.",
  number: (n: number) => `Release ${n}`,
  facts: (n: number, by: string) => `${respondents(n)}; signed by ${by}.`,
  correctsNote: (n: number) => `Corrects release ${n}.`,
  correctedBy: (n: number) => `Corrected by release ${n}. Use that one.`,
  withdrawn: (n: number) =>
    `Since then ${people(n)} withdrawn. The frozen figures stay; they cannot be computed again from the data.`,
  changedTitle: "What changed",
  changedMuch: (lines: number) => `What changed: ${format.number(lines)} lines`,
  digestOf: (digest: string) => `Digest ${digest.slice(0, 12)}…`,
  workbook: { lt: "Workbook, Lithuanian", en: "Workbook, English" },
  openData: "Open data",
  manifest: "Manifest",
  explore: "Explore these figures",
  sheets: "One-page sheet of a municipality",
  sheetsNone: "No municipality has enough answers for a page of its own.",
  sheetChoose: "Choose a municipality",
  sheet: { lt: "Open in Lithuanian", en: "Open in English" },
  sheetHint: "Opens as a page to print or to save as PDF.",
};
