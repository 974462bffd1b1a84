import type { DevicePurpose, Disposition } from "@tiltas/contract/devices";
import type { z } from "zod";
import { formatFor } from "./format.ts";

const format = formatFor("en-GB");
const responses = (n: number) => `${format.number(n)} ${n === 1 ? "response" : "responses"}`;
const tablets = (n: number) => `${format.number(n)} ${n === 1 ? "tablet" : "tablets"}`;
const cases = (n: number) => `${format.number(n)} ${n === 1 ? "case" : "cases"}`;

const dispositions: Readonly<Record<Disposition, string>> = {
  open: "Open",
  complete: "Complete interview",
  partial: "Partial interview",
  refusal: "Refused",
  "non-contact": "Not reached",
  "other-language": "No common language",
  unable: "Not able to take part",
  "not-eligible": "Not eligible",
};

/** What the pages of tablets, cases and rescue files say in English. */
export const tabletsEn = {
  title: "Tablets",
  summary: (paired: number, holding: number) =>
    holding === 0
      ? `${tablets(paired)} paired. Nothing waits on them.`
      : `${tablets(paired)} paired; ${responses(holding)} not yet received.`,
  noneTitle: "No tablets yet",
  none: "Tablets of interviewers and kiosks will stand here: when each was last heard of, what it still holds, and which languages it can ask without network.",
  pair: "Pair a tablet",
  pairLead: "You get a code that is typed on the tablet. It works once, within an hour.",
  label: "Name of the tablet",
  labelHint: "What is written on its back, such as “Vilnius 3”. No person's name.",
  labelMissing: "Write a name by which you will know the tablet.",
  purpose: "What it is for",
  purposes: { interviewer: "Interviewer's tablet", kiosk: "Kiosk in an office" } satisfies Record<
    z.infer<typeof DevicePurpose>,
    string
  >,
  purposeHints: {
    interviewer: "Has a list of cases and works without network for days.",
    kiosk: "Stands on a desk. After every person nothing is left on it.",
  },
  purposeMissing: "Choose what the tablet is for.",
  wave: "Wave",
  chooseWave: "Choose a wave",
  waveMissing: "Choose the wave on which it will work.",
  place: "Municipality",
  makeCode: "Make a code",
  cancel: "Cancel",
  codeTitle: "Type this on the tablet",
  codeLead: (address: string) => `Open ${address} on the tablet and type the code.`,
  code: "Pairing code",
  codeOnce: (until: string) =>
    `The code is shown this one time and works until ${until}. If it is lost, pair the tablet again.`,
  done: "Done",
  columns: {
    tablet: "Tablet",
    place: "Municipality",
    state: "State",
    holds: "Not received",
    ready: "Ready without network",
    actions: "Actions",
  },
  states: {
    waiting: (until: string) => `Waits for its code, until ${until}`,
    expired: "Was not paired in time",
    paired: "Paired, not heard of since",
    seen: (when: string) => `Last seen ${when}`,
    revoked: "Revoked",
  },
  holds: (waiting: number, open: number) =>
    open === 0 ? responses(waiting) : `${responses(waiting)}, ${format.number(open)} unfinished`,
  holdsNothing: "Nothing",
  kept: (n: number) => `${format.number(n)} delivered, still kept sealed`,
  unheard: "Not heard of for more than a day, and it still holds answers. Ask for it.",
  ready: (languages: string, version: string) => `${languages}. Version ${version}`,
  space: (megabytes: number) => `${format.number(megabytes)} MB free`,
  notReady: "Not yet",
  revoke: "Revoke",
  revokeFor: (label: string) => `Revoke ${label}`,
  restore: "Restore",
  restoreFor: (label: string) => `Restore ${label}`,
  revoked: (label: string) =>
    `${label} is revoked. It gets no more cases; answers that it still holds are taken all the same.`,
  restored: (label: string) => `${label} is paired again.`,
  undo: "Undo",
  lost: "What if a tablet is lost?",
  lostAnswer:
    "Revoke it, and give its cases to another tablet. Finished answers on it are sealed and nobody who finds it can read them. If it turns up again, restore it and let it send what it holds.",
  toRescue: "Take in a file from a tablet",
  cases: {
    title: "Cases",
    toWave: "Back to the wave",
    summary: (open: number, all: number) => `${cases(all)}, ${format.number(open)} still open.`,
    noneTitle: "No cases yet",
    none: "People or addresses to be interviewed will stand here, by number and never by name. Add a list below; tablets fetch it when they next have network.",
    outcomes: "What has become of them",
    outcomeColumn: "Outcome",
    count: "Cases",
    dispositions,
    list: "List of cases",
    columns: {
      number: "Number",
      place: "Municipality",
      language: "Language",
      tablet: "Tablet",
      outcome: "Outcome",
    },
    anyLanguage: "Any",
    everyTablet: "Every tablet of the place",
    goneTablet: "Revoked tablet",
    add: "Add a list",
    addLead:
      "One case in a row: number; municipality code; language. Numbers are what stands on the interviewer's list, such as J-014. Names and addresses do not belong here and are refused.",
    paste: "List",
    pasteHint: "Paste rows from a spreadsheet, or choose a CSV file.",
    file: "File with the list",
    choose: "Choose a CSV file",
    dropHere: "or drop it here",
    checked: (n: number) => `${cases(n)} can be added.`,
    wrongTitle: (n: number) => `${format.number(n)} ${n === 1 ? "row" : "rows"} cannot be taken:`,
    wrong: {
      number: "the number has up to 20 letters, digits and hyphens, and nothing else",
      place: "this is no municipality of yours",
      language: "the wave does not speak this language",
      twice: "this number stands in the list twice",
      columns: "there are more than three columns; names and addresses do not belong here",
      known: "this number is in the wave already",
    },
    row: (line: number, what: string) => `Row ${format.number(line)}: ${what}`,
    more: (n: number) => `and ${format.number(n)} more`,
    forTablet: "Who works on them",
    addNow: "Add the list",
    added: (n: number) => `${cases(n)} added.`,
    move: "Give open cases to another tablet",
    moveLead: "For a lost or broken tablet, or an interviewer who is ill.",
    from: "From",
    to: "To",
    moveNow: (n: number) => `Move ${cases(n)}`,
    moved: (n: number) => `${cases(n)} moved. The tablet sees them when it next has network.`,
    chooseTablet: "Choose a tablet",
  },
  rescue: {
    title: "Rescue file",
    lead: "A tablet or phone that cannot deliver hands its sealed answers over as a file. Here they are taken in.",
    toTablets: "Back to the tablets",
    file: "File",
    choose: "Choose the file",
    dropHere: "or drop it here: tiltas-queue-….json",
    noFile: "This is no file of sealed responses from Tiltas. Nothing was sent.",
    running: "Taking in the file",
    doing: (done: number, all: number) => `${format.number(done)} of ${format.number(all)}`,
    doneTitle: (n: number) => `${responses(n)} in the file`,
    stored: (n: number) => `${format.number(n)} taken in`,
    alreadyStored: (n: number) => `${format.number(n)} were here already`,
    quarantined: (n: number) => `${format.number(n)} kept apart for the research team`,
    refused: (n: number) => `${format.number(n)} not taken`,
    stopped: (done: number, all: number) =>
      `${format.number(done)} of ${format.number(all)} were sent before it stopped. Sending the file again does no harm.`,
    again: "Send the file again",
    keep: "Keep the file until every response is taken in or kept apart. Then delete it: the answers in it are sealed, but nobody needs them twice.",
    why: "Why not",
    response: "Response",
    safe: "Is it safe?",
    safeAnswer:
      "Yes. Answers in the file are sealed and are opened only by the server. Each passes the same checks as any other. A file sent twice changes nothing.",
  },
};
