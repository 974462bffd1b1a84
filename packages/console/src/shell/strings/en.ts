import { exploreEn } from "./explore-en.ts";
import { formatFor } from "./format.ts";
import { invitingEn } from "./inviting-en.ts";
import { peopleEn } from "./people-en.ts";
import { planEn } from "./plan-en.ts";
import { problemsEn } from "./problems-en.ts";
import { microdataEn, qualityEn } from "./quality-en.ts";
import { releaseEn } from "./release-en.ts";
import { reviewEn } from "./review-en.ts";
import { tabletsEn } from "./tablets-en.ts";
import { weighEn } from "./weigh-en.ts";

const format = formatFor("en-GB");
const responses = (n: number) => `${format.number(n)} ${n === 1 ? "response" : "responses"}`;

/** Everything the console says in English. Lithuanian has the same keys and its own sentences. */
export const en = {
  format,
  problems: problemsEn,
  shell: {
    product: "Tiltas",
    skip: "Skip to content",
    navigation: "The way of the work",
    language: "Language",
    account: "Your account",
    signOut: "Sign out",
    signedOut: "You have signed out.",
    demonstration: "Demonstration: all respondents are synthetic",
    loading: "Loading",
    tryAgain: "Try again",
    dismiss: "Dismiss",
    notices: "Notices",
    copy: "Copy",
    copied: "Copied",
    copyFailed: "This browser did not let us copy. Select the text and copy it by hand.",
    rail: {
      field: "Field",
      fieldAbout: "Waves and responses",
      tablets: "Tablets",
      tabletsAbout: "Pairing and state",
      quality: "Quality",
      qualityAbout: "Gaps, breaks, times",
      weigh: "Weigh",
      weighAbout: "Margins and weights",
      explore: "Explore",
      exploreAbout: "Released figures",
      release: "Release",
      releaseAbout: "Sign and download",
      microdata: "Microdata",
      microdataAbout: "Files for research",
      people: "People",
      peopleAbout: "Accounts and roles",
    },
    lostTitle: "There is no such page",
    lost: "The address leads nowhere. From the start you get to everything that is open to you.",
    toStart: "Go to the start",
    nothingYetTitle: "Nothing here for your role yet",
    nothingYet: "Your account works. What your role will do here comes in a later version.",
    ending: {
      idleTitle: "Are you still there?",
      idle: (left: string) =>
        `Nothing has happened for a while. For safety you will be signed out in ${left}.`,
      limitTitle: "Your session is about to end",
      limit: (left: string) =>
        `A session lasts eight hours at most. This one ends in ${left}. Finish what you are writing, then sign in again.`,
      stay: "Stay signed in",
      understood: "Go on until then",
      left: (seconds: number) =>
        seconds >= 60 ? "about two minutes" : `less than ${seconds > 30 ? "a minute" : "half a minute"}`,
    },
  },
  access: {
    title: "Sign in",
    lead: "For staff who prepare, run and read the study.",
    email: "E-mail",
    password: "Password",
    showPassword: "Show password",
    hidePassword: "Hide password",
    signIn: "Sign in",
    ended: "Your session has ended. Sign in, and you are back where you were.",
    idle: "You were signed out because nothing happened for a while. Sign in, and you are back where you were.",
    noAccount: "No account yet? An administrator can invite you with a link.",
    emailMissing: "Write your e-mail address.",
    emailWrong: "This does not look like an e-mail address. It has the form word@place.",
    passwordMissing: "Write your password.",
    passwordShort: (least: number, now: number) =>
      `At least ${least} characters are needed; there are ${now}.`,
    passwordHint:
      "At least 12 characters. Four words that do not belong together are strong and easy to remember.",
    invitationTitle: "Welcome",
    invitationFirst:
      "You are the first administrator of this server. Give your e-mail address and choose a password.",
    invitationFor: "You have been invited. Choose a password to begin.",
    choosePassword: "Choose a password",
    begin: "Begin",
    openingInvitation: "Opening your invitation",
    linkIncomplete: "The link is incomplete. Open it again from the message you received, whole.",
    toSignIn: "Go to sign in",
  },
  people: peopleEn,
  inviting: invitingEn,
  tablets: tabletsEn,
  review: reviewEn,
  quality: qualityEn,
  weigh: weighEn,
  plan: planEn,
  explore: exploreEn,
  release: releaseEn,
  microdata: microdataEn,
  tables: {
    copy: "Copy table",
    copied: "The table is copied. Paste it into a spreadsheet.",
    save: "Download table (CSV)",
  },
  fieldwork: {
    wavesTitle: "Waves",
    wavesSummary: (open: number, all: number) => {
      if (open === 0) return "No wave is open now.";
      if (open === all)
        return all === 1 ? "One wave, open now." : `All ${format.number(all)} waves are open now.`;
      return `${format.number(open)} of ${format.number(all)} waves ${open === 1 ? "is" : "are"} open now.`;
    },
    noWavesTitle: "No waves yet",
    noWaves:
      "Waves will stand here: each names its questionnaire, languages and days. They are set up by the person who runs the server.",
    states: { upcoming: "Not yet open", open: "Open", closed: "Closed" },
    days: (opens: string, closes: string) => `${format.day(opens)} to ${format.day(closes)}`,
    languagesOf: (list: string) => `Languages: ${list}`,
    instrumentOf: (id: string, version: string) => `Questionnaire ${id}, version ${version}`,
    back: "All waves",
    sentence: {
      upcoming: (opens: string) => `Opens on ${format.day(opens)}. No responses are taken before that day.`,
      open: (closes: string, n: number) =>
        n === 0
          ? `Open until ${format.day(closes)}. No one has answered yet.`
          : `Open until ${format.day(closes)}; ${responses(n)} so far.`,
      closed: (closes: string, n: number) => `Closed on ${format.day(closes)} with ${responses(n)}.`,
    },
    responses: (n: number): string => (n === 1 ? "response" : "responses"),
    atOnce: "Counted at once; this page looks again every five seconds.",
    notRefreshing: "The number could not be renewed just now. We keep trying.",
    byLanguage: "By language",
    byMunicipality: "By municipality",
    bandsNote: (day: string) => `In bands of ten, of ${format.day(day)}, renewed once a day.`,
    whyBands: "Why bands?",
    whyBandsAnswer:
      "In a small municipality an exact number that changes by one can point to one person. So these counts are never exact, never crossed with each other, and change once a day.",
    picture: (what: string) => `Bars: ${what}. The table below holds the same bands.`,
    table: "Table",
    noResponsesTitle: "No one has answered yet",
    noResponses:
      "Counts by language and by municipality will stand here, in bands of ten. The first step is to give people the link or the QR code.",
    place: "Municipality",
    languageColumn: "Language",
    band: "Responses (band of ten)",
    legend: { least: "at least", upTo: "at most" },
    bandOf: (from: number, to: number) => `${format.number(from)}–${format.number(to)}`,
    share: "For respondents",
    shareLead: "Opens the questionnaire on any phone. The same link serves everyone.",
    shareClosed: "The link works on the days the wave is open.",
    link: "Link to the questionnaire",
    qr: "QR code that opens the questionnaire",
    downloadQr: "Download QR code (SVG)",
    next: "What can be done next",
    toRelease: "Releases of this wave",
    chooseWave: "Choose a wave",
    wave: "Wave",
    waveLost: "The wave in the address is not here. Choose one from the list.",
    toLinks: "Links, QR codes and personal codes",
    toCases: "Cases of interviewers",
    toReview: "Review responses",
  },
};

/** The keys both languages must fill. */
export type Strings = typeof en;
