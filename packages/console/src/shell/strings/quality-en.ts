import { formatFor } from "./format.ts";

const format = formatFor("en-GB");

/** What the pages of response quality and of microdata say in English. */
export const qualityEn = {
  title: "Response quality",
  lead: "Where people stop, what they leave empty, and how long a page takes.",
  sentence: (n: number, worst: string | null, share: number) =>
    worst === null
      ? `${format.number(n)} interviews entered.`
      : `${format.number(n)} interviews entered. Most often left empty: ${worst} (${format.share(share)}).`,
  noneTitle: "Nothing looked at yet",
  none: "What people leave empty, where they stop and how long a page takes will stand here after the figures are computed for the first time.",
  toCompute: "Compute the figures",
  outdated: "Answers have come in since. Compute the figures again to renew this page.",
  computedAt: (when: string) => `As computed ${format.moment(when)}. Counts below ten are left out.`,
  fewerThanTen: "fewer than ten",
  excludedTitle: "What did not enter",
  excludedNone: "Every response entered.",
  reason: "Reason",
  responses: "Responses",
  reasons: {
    received: "Received, not yet decided",
    "has-issues": "With issues",
    rejected: "Rejected",
    approved: "Approved",
    "set-aside": "Set aside",
    withdrawn: "Withdrawn",
    "screened-out": "Not among those the study asks",
  } as Readonly<Record<string, string>>,
  countsTitle: "Who answered, and how",
  dimensions: { language: "Language", mode: "Mode", channel: "Channel" } as Readonly<Record<string, string>>,
  modes: {
    web: "On one's own device",
    interviewer: "With an interviewer",
    kiosk: "On a tablet in an office",
    telephone: "By telephone",
  } as Readonly<Record<string, string>>,
  category: "Category",
  respondents: "Respondents",
  itemsTitle: "Left empty or refused",
  itemsLead: "Of those who were asked. Items with the largest shares first.",
  itemsPicture: "The items most often left empty. The table below holds all of them.",
  itemsNone: "Nothing was left empty.",
  item: "Question",
  code: "Item",
  share: "Share",
  breakTitle: "Where people stop",
  breakPicture:
    "Share of interviews that ended on a page, in the order of the pages; pages where nobody stopped are in the table below.",
  breakNone: "Nobody stopped on the way.",
  page: "Page",
  timesTitle: "How long a page takes",
  timesPicture:
    "Seconds on each page: the middle person and the slowest tenth. The table below holds the same times.",
  timesNone: "No times are kept for this wave.",
  median: "Middle, seconds",
  slowest: "Slowest tenth, seconds",
};

export const microdataEn = {
  title: "Microdata",
  lead: "Answers of single people without contacts, for research under an agreement. Every file has new ids, a holder, a purpose and an end.",
  sentence: (n: number) =>
    n === 0
      ? "No file is with anybody now."
      : n === 1
        ? "One file is with its holder now."
        : `${format.number(n)} files are with their holders now.`,
  newTitle: "New export",
  newLead:
    "Ids are replaced in each export, so two files cannot be joined. You answer for this file until it expires.",
  holder: "Holder",
  holderHint: "The person or institution that will keep the file.",
  holderMissing: "Write who will hold the file.",
  purpose: "Purpose",
  purposeHint: "What it is for, and under which agreement.",
  purposeMissing: "Write what the file is for.",
  expires: "Keep until",
  expiresHint: "Within a year. On that day it is deleted here, and the holder deletes it too.",
  expiresMissing: "Choose a day after today and within a year.",
  make: "Make the file",
  begun: "The file is being made and will stand in the register.",
  registerTitle: "Register",
  noneTitle: "No exports yet",
  none: "Each file that left the house will stand here: who holds it, what for, and until when.",
  columns: {
    holder: "Holder",
    purpose: "Purpose",
    expires: "Until",
    by: "Handed out by",
    state: "State",
    file: "File",
    respondents: "Respondents",
  },
  states: {
    running: "Being made",
    ready: "Ready",
    failed: "Failed",
    removed: "Removed here",
    "withdrawn-from": "Gone: somebody withdrew",
    expired: "Expired",
    "handed-over": "Handed over by a command",
  },
  tellHolder: (n: number) =>
    n === 1
      ? "One person in this file has withdrawn. Tell the holder to delete it and to fetch a new one."
      : `${format.number(n)} people in this file have withdrawn. Tell the holder to delete it and to fetch a new one.`,
  download: "Download",
  downloadFor: (holder: string) => `Download the file for ${holder}`,
  remove: "Remove",
  removeFor: (holder: string) => `Remove the file for ${holder}`,
  removeTitle: "Remove this file?",
  removeWords: "It is deleted here; the row of the register stays. Ask the holder to delete their copy.",
  removed: "The file is removed here. The row stays in the register.",
  back: "Keep it",
};
