import type { channelKinds } from "@tiltas/contract/channels";
import { formatFor } from "./format.ts";

type Kind = (typeof channelKinds)[number];
const format = formatFor("en-GB");

const kinds: Readonly<Record<Kind, string>> = {
  office: "At an office",
  poster: "Poster",
  letter: "Letter",
  message: "Text message or e-mail",
  social: "Social media",
  partner: "Through a partner organisation",
  event: "At an event",
  interviewer: "By an interviewer",
};

/** What the page of links and codes says in English. */
export const invitingEn = {
  title: "Links and codes",
  lead: "Every way of reaching people has its own link, so that the study can see later which ways worked.",
  toWave: "Back to the wave",
  makeTitle: "Link and QR code",
  kind: "How people are reached",
  kinds,
  place: "Where",
  wholeCountry: "Whole country",
  language: "Language of the link",
  personChooses: "The person chooses",
  link: "Link",
  qr: (channel: string) => `QR code: ${channel}`,
  channel: (kind: string, place: string, language: string) => `${kind} · ${place} · ${language}`,
  noChannel: "Without a channel",
  svg: "Download QR code (SVG)",
  png: "Download QR code (PNG)",
  print: "Print a sheet",
  sheetHint: "The sheet has the code, a few words for respondents and the address, on one page.",
  carries: "What does the link say about the person?",
  carriesAnswer:
    "Only how, where and in which language people were reached. It stands beside the answers as a variable and is the same for everybody who comes this way. No answer, name or address is in it.",
  codesTitle: "Personal codes",
  codesLead:
    "A personal code lets one person answer once. The code is never kept beside the answers, so nobody can tell who answered what.",
  count: "How many codes",
  countHint: (most: number) => `From 1 to ${format.number(most)}. They carry the channel chosen above.`,
  countWrong: (most: number) => `Write a whole number from 1 to ${format.number(most)}.`,
  make: "Make codes",
  madeTitle: (count: number) => `${format.number(count)} new ${count === 1 ? "code" : "codes"}`,
  madeOnce:
    "These codes are shown this one time. The server keeps only a trace by which it knows them again, so download or print them now.",
  csv: "Download as a table (CSV)",
  printCards: "Print cards",
  tooManyCards: (most: number) =>
    `Cards can be printed for up to ${format.number(most)} codes at a time. Use the table for mail merge.`,
  columns: { code: "Code", link: "Link", channel: "Channel", day: "Made on", issued: "Made", spent: "Used" },
  firstCodes: (shown: number, all: number) =>
    shown === all ? "All of them:" : `The first ${format.number(shown)}:`,
  done: "I have kept them",
  issuedTitle: "Codes made so far",
  spentNote: "How many were used is said in bands of ten.",
  noneTitle: "No personal codes yet",
  none: "Codes of this wave will stand here by channel and day. An open link needs none; codes are for letters and lists.",
};
