import { joined, rangeOf } from "./joining.ts";
import type { Named, Phrases } from "./phrases.ts";

const quote = (text: string) => `“${text}”`;

function name({ kind, label, title, row }: Named): string {
  const short = kind === "numbered" ? `Q${label}` : label;
  const words = title === undefined ? short : `${short} (${quote(title)})`;
  return row === undefined ? words : `${words}, ${quote(row)},`;
}

const particulars = {
  controller: "controller",
  legalBasis: "legal basis",
  recipients: "recipients",
  retention: "retention period",
  dataProtectionContact: "contact of the data protection officer",
  contact: "contact of the research team",
  noEffect: "that answers never affect a permit or protection",
};

const comparing = { more: "more than", less: "less than", "at-least": "at least", "at-most": "at most" };

export const english: Phrases = {
  notes: "en",
  quote,
  either: (parts) => joined(parts, "or"),
  all: (parts) => joined(parts, "and"),
  is: (what, answers) => `${name(what)} is ${joined(answers, "or")}`,
  isNot: (what, answers) =>
    answers.length === 1
      ? `${name(what)} is not ${answers[0]}`
      : `${name(what)} is neither ${joined(answers, "nor")}`,
  chosen: (what, answers, how) => {
    const be = answers.length > 1 && how === "all" ? "were" : "was";
    if (how !== "none")
      return `${joined(answers, how === "all" ? "and" : "or")} ${be} chosen in ${name(what)}`;
    return answers.length === 1
      ? `${answers[0]} was not chosen in ${name(what)}`
      : `neither ${joined(answers, "nor")} was chosen in ${name(what)}`;
  },
  otherThan: (what, answers) => `something other than ${joined(answers, "or")} was chosen in ${name(what)}`,
  answered: (what, yes) => `${name(what)} ${yes ? "was answered" : "was left empty"}`,
  compared: (what, how, than) => `${name(what)} is ${comparing[how]} ${than}`,
  between: (what, low, high) => `${name(what)} is from ${low} to ${high}`,
  not: (clause) => `it is not so that ${clause}`,
  answerTo: (what) => `the answer to ${name(what)}`,
  raw: (expression) => `this condition holds: ${expression}`,
  askAll: "Ask all",
  everybody: "Everybody",
  askedIf: (clause) => `Asked if ${clause}`,
  never: "Never shown to respondents",
  goTo: (number) => (number === undefined ? "go to the end" : `go to Q${number}`),
  onlyIf: (clause) => `only if ${clause}`,
  part: (letter) => `Part ${letter}`,
  required: "An answer is required",
  requiredIf: (clause) => `An answer is required if ${clause}`,
  enabledIf: (clause) => `Can be answered only if ${clause}`,
  oneAnswer: "One answer",
  severalAnswers: (least, most) => `Mark all that apply${rangeOf(least, most, "at least", "at most", "; ")}`,
  rankAnswers: (most) =>
    most === undefined ? "Number in order, 1 first" : `Number up to ${most} in order, 1 first`,
  oneInEachRow: "One answer in each row",
  severalInEachRow: "Mark all that apply in each row",
  onItsOwn: "on its own",
  write: "please write",
  randomOptions: "Options come in random order",
  randomRows: "Rows come in random order",
  randomQuestions: "Questions come in random order",
  orderOfWords: (descending) =>
    `Options come in ${descending ? "reverse " : ""}alphabetical order of their words`,
  number: "A number",
  day: "A date",
  time: "A time",
  file: "A file or photograph is added here",
  signature: "Signed here",
  readOnly: "Shown, cannot be answered",
  range: (low, high) =>
    low !== undefined && high !== undefined
      ? `From ${low} to ${high}`
      : low !== undefined
        ? `At least ${low}`
        : `At most ${high}`,
  characters: (most) => `At most ${most} characters`,
  entries: (least, most) => `One block for each entry${rangeOf(least, most, "at least", "at most", "; ")}`,
  entry: "Entry",
  calculated: (what, expression) => `${what} is calculated, nobody answers it: ${expression}`,
  check: (clause) => `Check: ${clause}`,
  email: "An e-mail address",
  pattern: (regex) => `Must match the pattern ${regex}`,
  hiddenItem: "Hidden: filled in by the system, not asked",
  optionsElsewhere: "The list of options is loaded from elsewhere and cannot be printed",
  optionsOf: (number) => `Options are those of Q${number}`,
  other: "Other (please describe)",
  none: "None",
  refuse: "Refuse to answer",
  dontKnow: "Don't know",
  selectAll: "Select all",
  comment: "Comment",
  yes: "Yes",
  no: "No",
  answerInserted: (label, isItem) => `[answer to ${isItem ? "Q" : ""}${label}]`,
  particular: (particular) => `[the study says: ${particulars[particular]}]`,
  separateConsents: "Each on its own; taking part is possible without them",
  optionsFor: (column) => `In ${quote(column)} one of`,
  picture: (text) => `[Picture: ${text}]`,
  unprintable: (type) => `A question of type ${type} stands here; this print has no picture of it`,
  words: {
    universe: "Who may answer",
    howToRead: "How to read this",
    reading:
      "◯ one answer, ▢ several answers. “Asked if” says who is asked; questions without it are asked of all who reach them. “Is not” includes questions left empty. Small grey words are names and codes in the data.",
    notice: "Before the questions",
    consent: "Consent",
    unseen: "What happens unseen",
    digest: "Digest",
    language: "Language",
    questionnaire: "Questionnaire",
    remarks: "Please note",
    page: "Page",
    of: "of",
    answer: "answer",
  },
  missingWords: (count, language) =>
    count === 1
      ? `One text has no words in ${language} yet; another language stands in its place.`
      : `${count} texts have no words in ${language} yet; another language stands in their place.`,
  trigger: (clause, effect) => `When ${clause}: ${effect}`,
  effect: (kind, target) =>
    ({
      complete: "the interview ends",
      skip: `go to ${target}`,
      set: `${target} is filled in`,
      copy: `${target} is filled in from another answer`,
      run: `${target} is calculated`,
      show: `${target} is shown`,
    })[kind],
};
