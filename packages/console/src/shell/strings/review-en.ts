import type { ReviewState } from "@tiltas/contract/reviews";
import { formatFor } from "./format.ts";

const format = formatFor("en-GB");
const responses = (n: number) => `${format.number(n)} ${n === 1 ? "response" : "responses"}`;

const states: Readonly<Record<ReviewState, string>> = {
  received: "Received",
  "has-issues": "With issues",
  approved: "Approved",
  rejected: "Rejected",
};

const decisions: Readonly<Record<ReviewState, string>> = {
  ...states,
  received: "Decision taken back",
  "has-issues": "Decision taken back",
};

/** Why a response does not fit, by the intake's word. */
const reasons: Readonly<Record<string, string>> = {
  "unknown-item": "there is no such item in the questionnaire",
  "unknown-code": "an option that is not offered",
  "wrong-type": "an answer of the wrong kind",
  "not-asked": "answered although it was not asked",
  "too-long": "longer than allowed",
  "out-of-range": "outside the range allowed",
  required: "left empty although an answer is needed",
  "required-in-every-row": "some rows were left empty",
  "not-unique-in-row": "the same answer twice where it may stand once",
  "key-duplicated": "the same entry twice",
  "too-few-entries": "fewer entries than needed",
  "other-left-empty": "“other” without words",
  "not-a-number": "not a number",
  "wrong-length": "too short or too long",
  "wrong-count": "too few or too many options",
  pattern: "not written in the form asked for",
  "pattern-incomplete": "not written to the end",
  email: "not an e-mail address",
  expression: "contradicts another answer",
  unchecked: "could not be checked",
  "not-as-given": "not as the wave says",
  "not-as-drawn": "not as chance drew it",
  "version-not-of-wave": "the questionnaire is not of this wave",
  "notice-unknown": "the notice is not known",
  "consent-not-offered": "a consent that was not asked for",
  "consents-not-asked": "consents were not asked for",
  "language-not-offered": "a language that the wave does not offer",
  "mode-not-offered": "a way of asking that the wave does not offer",
  "parent-not-before-revision": "follows no earlier revision",
  "parent-unknown": "the earlier revision never came",
  "trap-filled": "a field that people cannot see was filled",
  "code-unknown": "its personal code is not known",
  "code-spent": "its personal code was used before",
  "device-unknown": "came from a tablet that was revoked",
  "proof-missing": "came without proof during a burst",
};

/** What the page of review says in English. */
export const reviewEn = {
  title: "Review",
  toWave: "Back to the wave",
  sentence: (waiting: number, all: number) =>
    waiting === 0
      ? `Nothing waits for a decision among ${responses(all)}.`
      : `${format.number(waiting)} of ${responses(all)} ${waiting === 1 ? "has" : "have"} issues and ${waiting === 1 ? "waits" : "wait"} for a decision.`,
  rule: (entering: readonly ReviewState[]) =>
    `Estimates of this study take in: ${entering.map((state) => states[state].toLowerCase()).join(", ")}.`,
  states,
  filter: "Show",
  filters: { all: "All", flagged: "Signs of fabrication" },
  counted: (label: string, n: number) => `${label} (${format.number(n)})`,
  noneTitle: "Nothing here",
  none: "No response is in this state.",
  noneFlagged: "Signs of fabrication were not looked for yet, or none were found.",
  list: "Responses",
  response: (id: string) => `Response ${id.slice(0, 8)}`,
  facts: (received: string, language: string, mode: string, channel: string | null) =>
    `${format.moment(received)}, ${language}, ${mode}, ${channel === null ? "no channel" : `channel ${channel}`}`,
  modes: {
    web: "on the web",
    interviewer: "with an interviewer",
    kiosk: "at a kiosk",
    telephone: "by telephone",
  } as Readonly<Record<string, string>>,
  reason: (reason: string) => reasons[reason] ?? reason,
  wholeResponse: "The response as a whole",
  flags: {
    "identical-run": "the same answers as other responses",
    speeder: "faster than one can read",
  } as Readonly<Record<string, string>>,
  by: (state: ReviewState, who: string, when: string) =>
    `${decisions[state]} by ${who === "" ? "somebody who is gone" : who}, ${format.moment(when)}`,
  decide: "Decide",
  decideAbout: (id: string) => `Decide about response ${id.slice(0, 8)}`,
  decideLead: "Answers are not shown. Say what you found out, such as by calling the interviewer.",
  why: "Reason",
  whyHint: "Kept with the decision. No names, no answers.",
  whyMissing: "Write why.",
  approve: "Approve",
  reject: "Reject",
  cancel: "Cancel",
  approved: "The response is approved; the next release takes it in.",
  rejected: "The response is rejected; releases leave it out. It is not deleted.",
  undo: "Undo",
  undoReason: "Taken back at once",
  takenBack: "The decision is taken back.",
  takeBack: "Take the decision back",
  takeBackOf: (id: string) => `Take back the decision about response ${id.slice(0, 8)}`,
  more: "Show more",
  signs: {
    title: "Signs of fabrication",
    lead: "Looks for responses with the very same answers, for interviews faster than one can read, and for hours in which a channel brought far more than it usually does. Nothing personal is needed, and nothing is decided by it.",
    look: "Look now",
    again: "Look again",
    looking: "All responses of the wave are being read. This takes some seconds.",
    at: (when: string, n: number) => `Last looked on ${format.moment(when)} at ${responses(n)}.`,
    nothing: "No signs were found.",
    runs: "The same answers again and again",
    run: (n: number, items: number) =>
      `${responses(n)} agree in all of ${format.number(items)} answered items`,
    speeders: (n: number) =>
      `${responses(n)} faster than one can read; see them under “Signs of fabrication” above.`,
    bursts: "Hours far above the usual",
    burst: (n: number, usual: number) =>
      `${responses(n)} in one hour; usually ${format.number(usual)} in an hour with any`,
    channel: (channel: string | null) => (channel === null ? "No channel" : `Channel ${channel}`),
    hours: (from: string, until: string) =>
      from === until ? format.moment(from) : `${format.moment(from)} to ${format.moment(until)}`,
    tryOut: "See what setting aside would change",
    tryOutFor: (what: string) => `See what setting aside would change: ${what}`,
  },
  setAside: {
    title: "Set aside",
    lead: "Leaves a channel and a period out of releases. Nothing is deleted, and it can be lifted at any time.",
    channel: "Channel",
    channelHint: "As it stands in the link. Empty: every channel.",
    channelWrong: "Small letters, digits and hyphens only.",
    from: "From",
    until: "Until",
    hourHint: "A full hour, by the clock of this computer.",
    hourMissing: "Choose a day and a full hour.",
    order: "The end must come after the beginning.",
    preview: "See what it would change",
    covered: (n: number, of: number) =>
      `It would leave out ${format.number(n)} of ${responses(of)} that enter now.`,
    none: "No response that enters now came by this channel in these hours. Look at both once more.",
    few: "So few responses are covered, or left, that showing the difference would tell of single people. The numbers above are all there is to see.",
    notReleased: "Working estimates, rounded; not released. Do not pass them on.",
    table: "Indicators with and without",
    columns: { indicator: "Indicator", with: "With", without: "Without", change: "Change" },
    noValue: "–",
    decide: "Set aside",
    done: "Set aside. Releases leave these responses out from now on.",
    list: "What is set aside",
    holds: "Holds",
    lifted: (when: string) => `Lifted on ${format.moment(when)}`,
    lift: "Lift",
    liftOf: (what: string) => `Lift: ${what}`,
    liftDone: "Lifted. The next release takes these responses in again.",
    everyChannel: "Every channel",
  },
};
