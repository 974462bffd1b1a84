import { joined, rangeOf } from "./joining.ts";
import type { Named, Phrases } from "./phrases.ts";

const quote = (text: string) => `„${text}“`;

const endings = {
  into: { question: "klausimą", row: "eilutę", value: "reikšmę" },
  in: { question: "klausime", row: "eilutėje", value: "reikšmėje" },
  of: { question: "klausimo", row: "eilutės", value: "reikšmės" },
} as const;

/** Numbers stand before the noun, so one noun carries the case: "į 3 klausimą", "3 klausimo eilutėje „…“". */
function name({ kind, label, title, row }: Named, form: keyof typeof endings): string {
  const noun = endings[form];
  if (kind === "value") return `${noun.value} ${label}`;
  const words = title === undefined ? "" : ` (${quote(title)})`;
  const called = (question: string) =>
    kind === "numbered" ? `${label} ${question}` : `${question} ${label}`;
  return row === undefined
    ? `${called(noun.question)}${words}`
    : `${called("klausimo")}${words} ${noun.row} ${quote(row)}`;
}

const answeredWith = (what: Named, answers: string, negated = false) =>
  what.kind === "value"
    ? `reikšmė ${what.label} ${negated ? "nėra" : "yra"} ${answers}`
    : `į ${name(what, "into")} ${negated ? "neatsakyta" : "atsakyta"} ${answers}`;

const subject = (what: Named) =>
  what.kind === "value" ? `reikšmė ${what.label}` : `${name(what, "of")} atsakymas`;

/** The adjective agrees with "atsakymas" or "reikšmė". */
const comparing = {
  more: { item: "didesnis už", value: "didesnė už" },
  less: { item: "mažesnis už", value: "mažesnė už" },
  "at-least": { item: "ne mažesnis už", value: "ne mažesnė už" },
  "at-most": { item: "ne didesnis už", value: "ne didesnė už" },
};

const particulars = {
  controller: "duomenų valdytojas",
  legalBasis: "teisinis pagrindas",
  recipients: "duomenų gavėjai",
  retention: "saugojimo terminas",
  dataProtectionContact: "duomenų apsaugos pareigūno kontaktai",
  contact: "tyrėjų kontaktai",
  noEffect: "kad atsakymai neturi įtakos leidimui ar apsaugai",
};

export const lithuanian: Phrases = {
  notes: "lt",
  quote,
  either: (parts) => joined(parts, "arba"),
  all: (parts) => joined(parts, "ir"),
  is: (what, answers) => answeredWith(what, joined(answers, "arba")),
  isNot: (what, answers) =>
    answers.length === 1
      ? answeredWith(what, answers[0] ?? "", true)
      : answeredWith(what, answers.map((answer) => `nei ${answer}`).join(", "), true),
  chosen: (what, answers, how) => {
    if (how !== "none")
      return `${name(what, "in")} pasirinkta ${joined(answers, how === "all" ? "ir" : "arba")}`;
    return answers.length === 1
      ? `${name(what, "in")} nepasirinkta ${answers[0]}`
      : `${name(what, "in")} nepasirinkta ${answers.map((answer) => `nei ${answer}`).join(", ")}`;
  },
  otherThan: (what, answers) => `${name(what, "in")} pasirinkta kas nors kita nei ${joined(answers, "ar")}`,
  answered: (what, yes) =>
    what.kind === "value"
      ? `reikšmė ${what.label} ${yes ? "yra" : "tuščia"}`
      : `į ${name(what, "into")} ${yes ? "atsakyta" : "neatsakyta"}`,
  compared: (what, how, than) =>
    `${subject(what)} ${comparing[how][what.kind === "value" ? "value" : "item"]} ${than}`,
  between: (what, low, high) => `${subject(what)} yra nuo ${low} iki ${high}`,
  not: (clause) => `nėra taip, kad ${clause}`,
  answerTo: (what) => (what.kind === "value" ? `reikšmę ${what.label}` : `${name(what, "of")} atsakymą`),
  raw: (expression) => `tenkinama sąlyga: ${expression}`,
  askAll: "Klausti visų",
  everybody: "Visi",
  askedIf: (clause) => `Klausiama, jei ${clause}`,
  never: "Respondentams niekada nerodoma",
  goTo: (number) => (number === undefined ? "eiti į pabaigą" : `eiti į ${number} klausimą`),
  onlyIf: (clause) => `tik jei ${clause}`,
  part: (letter) => `${letter} dalis`,
  required: "Atsakyti būtina",
  requiredIf: (clause) => `Atsakyti būtina, jei ${clause}`,
  enabledIf: (clause) => `Atsakyti galima tik jei ${clause}`,
  oneAnswer: "Vienas atsakymas",
  severalAnswers: (least, most) =>
    `Pažymėti visus tinkamus${rangeOf(least, most, "ne mažiau kaip", "ne daugiau kaip", "; ")}`,
  rankAnswers: (most) =>
    most === undefined ? "Sunumeruoti iš eilės, 1 – pirmas" : `Sunumeruoti iki ${most} iš eilės, 1 – pirmas`,
  oneInEachRow: "Vienas atsakymas kiekvienoje eilutėje",
  severalInEachRow: "Pažymėti visus tinkamus kiekvienoje eilutėje",
  onItsOwn: "tik vienas, be kitų",
  write: "įrašykite",
  randomOptions: "Atsakymų variantai rodomi atsitiktine tvarka",
  randomRows: "Eilutės rodomos atsitiktine tvarka",
  randomQuestions: "Klausimai rodomi atsitiktine tvarka",
  orderOfWords: (descending) =>
    `Atsakymų variantai rodomi ${descending ? "atvirkštine " : ""}abėcėlės tvarka`,
  number: "Skaičius",
  day: "Data",
  time: "Laikas",
  file: "Čia pridedamas failas ar nuotrauka",
  signature: "Čia pasirašoma",
  readOnly: "Tik rodoma, atsakyti negalima",
  range: (low, high) =>
    low !== undefined && high !== undefined
      ? `Nuo ${low} iki ${high}`
      : low !== undefined
        ? `Ne mažiau kaip ${low}`
        : `Ne daugiau kaip ${high}`,
  characters: (most) => `Ne daugiau kaip ${most} ženklų`,
  entries: (least, most) =>
    `Kiekvienam įrašui – atskiras blokas${rangeOf(least, most, "ne mažiau kaip", "ne daugiau kaip", "; ")}`,
  entry: "Įrašas",
  calculated: (what, expression) => `${what}: apskaičiuojama, niekas nepildo – ${expression}`,
  check: (clause) => `Tikrinama: ${clause}`,
  email: "El. pašto adresas",
  pattern: (regex) => `Turi atitikti šabloną ${regex}`,
  hiddenItem: "Paslėpta: užpildo sistema, neklausiama",
  optionsElsewhere: "Variantų sąrašas įkeliamas iš kitur, todėl neišspausdintas",
  optionsOf: (number) => `Variantai tie patys kaip ${number} klausimo`,
  other: "Kita (įrašykite)",
  none: "Nė vienas",
  refuse: "Nenoriu atsakyti",
  dontKnow: "Nežinau",
  selectAll: "Pažymėti visus",
  comment: "Pastaba",
  yes: "Taip",
  no: "Ne",
  answerInserted: (label, isItem) => (isItem ? `[${label} klausimo atsakymas]` : `[${label}]`),
  particular: (particular) => `[nurodo tyrimas: ${particulars[particular]}]`,
  separateConsents: "Kiekvienas atskirai; dalyvauti galima ir be jų",
  optionsFor: (column) => `Stulpelyje ${quote(column)} – vienas iš`,
  picture: (text) => `[Paveikslas: ${text}]`,
  unprintable: (type) => `Čia yra ${type} tipo klausimas; spausdinto jo vaizdo nėra`,
  words: {
    universe: "Kas gali atsakyti",
    howToRead: "Kaip skaityti",
    reading:
      "◯ – vienas atsakymas, ▢ – keli atsakymai. „Klausiama, jei“ sako, ko klausiama; klausimas be šių žodžių užduodamas visiems, kurie iki jo prieina. Žodis „neatsakyta“ su atsakymu apima ir klausimą, likusį tuščią. Smulkūs pilki žodžiai – pavadinimai ir kodai duomenyse.",
    notice: "Prieš klausimus",
    consent: "Sutikimas",
    unseen: "Kas vyksta nematomai",
    digest: "Kontrolinė suma",
    language: "Kalba",
    questionnaire: "Klausimynas",
    remarks: "Atkreipkite dėmesį",
    page: "Puslapis",
    of: "iš",
    answer: "atsakymas",
  },
  missingWords: (count, language) =>
    `Tekstų be vertimo (${language}): ${count}; jų vietoje – kitos kalbos žodžiai.`,
  trigger: (clause, effect) => `Kai ${clause}: ${effect}`,
  effect: (kind, target) =>
    ({
      complete: "apklausa baigiama",
      skip: `eiti į ${target}`,
      set: `užpildoma: ${target}`,
      copy: `užpildoma iš kito atsakymo: ${target}`,
      run: `apskaičiuojama: ${target}`,
      show: `rodoma: ${target}`,
    })[kind],
};
