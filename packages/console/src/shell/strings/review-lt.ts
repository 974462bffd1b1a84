import type { ReviewState } from "@tiltas/contract/reviews";
import type { Strings } from "./en.ts";
import { formatFor } from "./format.ts";

const format = formatFor("lt-LT");
const sheets = { one: "anketa", few: "anketos", other: "anketų" };
const responses = (n: number) => `${format.number(n)} ${format.plural(n, sheets)}`;

const states: Readonly<Record<ReviewState, string>> = {
  received: "Gautos",
  "has-issues": "Su neatitikimais",
  approved: "Patvirtintos",
  rejected: "Atmestos",
};

const decisions: Readonly<Record<ReviewState, string>> = {
  received: "Sprendimą atšaukė",
  "has-issues": "Sprendimą atšaukė",
  approved: "Patvirtino",
  rejected: "Atmetė",
};

/** Kodėl anketa neatitinka. */
const reasons: Readonly<Record<string, string>> = {
  "unknown-item": "tokio klausimo anketoje nėra",
  "unknown-code": "pasirinkta tai, kas nesiūloma",
  "wrong-type": "netinkamos rūšies atsakymas",
  "not-asked": "atsakyta, nors nebuvo klausta",
  "too-long": "per ilgas atsakymas",
  "out-of-range": "už leidžiamų ribų",
  required: "palikta tuščia, nors atsakymo reikia",
  "required-in-every-row": "kai kurios eilutės tuščios",
  "not-unique-in-row": "tas pats du kartus ten, kur galima kartą",
  "key-duplicated": "tas pats įrašas du kartus",
  "too-few-entries": "per mažai įrašų",
  "other-left-empty": "pasirinkta „kita“, bet neparašyta kas",
  "not-a-number": "ne skaičius",
  "wrong-length": "per trumpas arba per ilgas atsakymas",
  "wrong-count": "pasirinkta per mažai arba per daug",
  pattern: "parašyta ne taip, kaip prašyta",
  "pattern-incomplete": "parašyta ne iki galo",
  email: "ne el. pašto adresas",
  expression: "prieštarauja kitam atsakymui",
  unchecked: "nepavyko patikrinti",
  "not-as-given": "ne taip, kaip nustatyta bangai",
  "not-as-drawn": "ne taip, kaip lėmė atsitiktinumas",
  "version-not-of-wave": "anketa ne šios bangos",
  "notice-unknown": "nežinomas informavimo tekstas",
  "consent-not-offered": "sutikimas, kurio neprašyta",
  "consents-not-asked": "neprašyta sutikimų",
  "language-not-offered": "kalba, kurios banga nesiūlo",
  "mode-not-offered": "apklausos būdas, kurio banga nesiūlo",
  "parent-not-before-revision": "neseka jokia ankstesne redakcija",
  "parent-unknown": "ankstesnė redakcija taip ir neatėjo",
  "trap-filled": "užpildytas laukas, kurio žmonės nemato",
  "code-unknown": "nežinomas asmeninis kodas",
  "code-spent": "asmeninis kodas jau buvo panaudotas",
  "device-unknown": "atėjo iš atsietos planšetės",
  "proof-missing": "atėjo be įrodymo per antplūdį",
};

/** Ką peržiūros puslapis sako lietuviškai. */
export const reviewLt: Strings["review"] = {
  title: "Peržiūra",
  toWave: "Atgal į bangą",
  sentence: (waiting, all) =>
    waiting === 0
      ? `Sprendimo nelaukia nė viena anketa. Iš viso: ${responses(all)}.`
      : `Sprendimo laukia ${responses(waiting)} su neatitikimais. Iš viso: ${responses(all)}.`,
  rule: (entering) =>
    `Į šio tyrimo įverčius įtraukiamos anketos: ${entering.map((state) => states[state].toLowerCase()).join(", ")}.`,
  states,
  filter: "Rodyti",
  filters: { all: "Visas", flagged: "Klastojimo ženklai" },
  counted: (label, n) => `${label} (${format.number(n)})`,
  noneTitle: "Čia nieko nėra",
  none: "Tokios būsenos anketų nėra.",
  noneFlagged: "Klastojimo ženklų dar neieškota arba jų nerasta.",
  list: "Anketos",
  response: (id) => `Anketa ${id.slice(0, 8)}`,
  facts: (received, language, mode, channel) =>
    `${format.moment(received)}, ${language}, ${mode}, ${channel === null ? "be kanalo" : `kanalas ${channel}`}`,
  modes: {
    web: "internetu",
    interviewer: "su apklausėju",
    kiosk: "kioske",
    telephone: "telefonu",
  },
  reason: (reason) => reasons[reason] ?? reason,
  wholeResponse: "Visa anketa",
  flags: {
    "identical-run": "tokie pat atsakymai kaip kitose anketose",
    speeder: "greičiau, nei įmanoma perskaityti",
  },
  by: (state, who, when) =>
    `${decisions[state]} ${who === "" ? "žmogus, kurio čia nebėra" : who}, ${format.moment(when)}`,
  decide: "Spręsti",
  decideAbout: (id) => `Spręsti dėl anketos ${id.slice(0, 8)}`,
  decideLead: "Atsakymai nerodomi. Parašykite, ką išsiaiškinote, pavyzdžiui, paskambinę apklausėjui.",
  why: "Priežastis",
  whyHint: "Saugoma su sprendimu. Be vardų ir be atsakymų.",
  whyMissing: "Parašykite kodėl.",
  approve: "Patvirtinti",
  reject: "Atmesti",
  cancel: "Atšaukti",
  approved: "Anketa patvirtinta: kitas skelbimas ją įtrauks.",
  rejected: "Anketa atmesta: skelbimai jos neįtrauks. Ji neištrinta.",
  undo: "Grąžinti",
  undoReason: "Atšaukta tuoj pat",
  takenBack: "Sprendimas atšauktas.",
  takeBack: "Atšaukti sprendimą",
  takeBackOf: (id) => `Atšaukti sprendimą dėl anketos ${id.slice(0, 8)}`,
  more: "Rodyti daugiau",
  signs: {
    title: "Klastojimo ženklai",
    lead: "Ieškoma anketų su visiškai tokiais pat atsakymais, užpildytų greičiau, nei įmanoma perskaityti, ir valandų, kai vienu kanalu jų atėjo gerokai daugiau nei įprasta. Asmens duomenų tam nereikia, ir niekas tuo nenusprendžiama.",
    look: "Ieškoti",
    again: "Ieškoti iš naujo",
    looking: "Skaitomos visos bangos anketos. Tai trunka kelias sekundes.",
    at: (when, n) => `Paskutinį kartą ieškota ${format.moment(when)}; peržiūrėta ${responses(n)}.`,
    nothing: "Ženklų nerasta.",
    runs: "Vis tokie pat atsakymai",
    run: (n, items) => `${responses(n)} sutampa visais atsakytais klausimais; jų – ${format.number(items)}`,
    speeders: (n) =>
      `Greičiau, nei įmanoma perskaityti: ${responses(n)}. Jas matysite aukščiau, pasirinkę „Klastojimo ženklai“.`,
    bursts: "Valandos, kai gauta gerokai daugiau nei įprasta",
    burst: (n, usual) => `Per valandą – ${responses(n)}; įprastai – ${format.number(usual)}`,
    channel: (channel) => (channel === null ? "Be kanalo" : `Kanalas ${channel}`),
    hours: (from, until) =>
      from === until ? format.moment(from) : `nuo ${format.moment(from)} iki ${format.moment(until)}`,
    tryOut: "Pažiūrėti, ką pakeistų atidėjimas",
    tryOutFor: (what) => `Pažiūrėti, ką pakeistų atidėjimas: ${what}`,
  },
  setAside: {
    title: "Atidėti",
    lead: "Kanalas ir laikotarpis nebeįtraukiami į skelbimus. Niekas netrinama, bet kada galima grąžinti.",
    channel: "Kanalas",
    channelHint: "Toks, koks nuorodoje. Tuščia – visi kanalai.",
    channelWrong: "Tik mažosios raidės be diakritikų, skaitmenys ir brūkšneliai.",
    from: "Nuo",
    until: "Iki",
    hourHint: "Pilna valanda pagal šio kompiuterio laikrodį.",
    hourMissing: "Pasirinkite dieną ir pilną valandą.",
    order: "Pabaiga turi būti vėliau už pradžią.",
    preview: "Pažiūrėti, ką tai pakeistų",
    covered: (n, of) => `Nebeįtraukta būtų: ${responses(n)}. Dabar įtraukta: ${responses(of)}.`,
    none: "Šiuo kanalu tomis valandomis neatėjo nė viena anketa, kuri dabar įtraukta. Pažiūrėkite dar kartą į kanalą ir valandas.",
    few: "Anketų tiek mažai, kad skirtumas pasakytų apie pavienius žmones. Daugiau nei šie skaičiai nerodoma.",
    notReleased: "Darbiniai įverčiai, suapvalinti ir neskelbtini. Neperduokite jų kitiems.",
    table: "Rodikliai su šiomis anketomis ir be jų",
    columns: { indicator: "Rodiklis", with: "Su jomis", without: "Be jų", change: "Skirtumas" },
    noValue: "–",
    decide: "Atidėti",
    done: "Atidėta. Nuo šiol skelbimai šių anketų neįtraukia.",
    list: "Kas atidėta",
    holds: "Galioja",
    lifted: (when) => `Grąžinta ${format.moment(when)}`,
    lift: "Grąžinti",
    liftOf: (what) => `Grąžinti: ${what}`,
    liftDone: "Grąžinta. Kitas skelbimas šias anketas vėl įtrauks.",
    everyChannel: "Visi kanalai",
  },
};
