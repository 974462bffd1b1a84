import type { Strings } from "./en.ts";
import { formatFor } from "./format.ts";

const format = formatFor("lt-LT");
const sheets = (n: number) =>
  `${format.number(n)} ${format.plural(n, { one: "anketa", few: "anketos", other: "anketų" })}`;

/** Ką atsakymų kokybės ir mikroduomenų puslapiai sako lietuviškai. */
export const qualityLt: Strings["quality"] = {
  title: "Atsakymų kokybė",
  lead: "Kur žmonės sustoja, ką palieka tuščia ir kiek laiko trunka puslapis.",
  sentence: (n, worst, share) =>
    worst === null
      ? `Įtraukta: ${sheets(n)}.`
      : `Įtraukta: ${sheets(n)}. Dažniausiai palikta tuščia: ${worst} (${format.share(share)}).`,
  noneTitle: "Dar nieko nepažiūrėta",
  none: "Kai rodikliai bus suskaičiuoti pirmą kartą, čia matysite, ką žmonės palieka tuščia, kur sustoja ir kiek laiko trunka puslapis.",
  toCompute: "Skaičiuoti rodiklius",
  outdated:
    "Nuo to laiko gauta naujų atsakymų. Kad puslapis atsinaujintų, suskaičiuokite rodiklius iš naujo.",
  computedAt: (when) => `Suskaičiuota ${format.moment(when)}. Mažesni už dešimt skaičiai nerodomi.`,
  fewerThanTen: "mažiau kaip dešimt",
  excludedTitle: "Kas neįtraukta",
  excludedNone: "Įtrauktos visos anketos.",
  reason: "Priežastis",
  responses: "Anketos",
  reasons: {
    received: "Gautos, dar nenuspręsta",
    "has-issues": "Su neatitikimais",
    rejected: "Atmestos",
    approved: "Patvirtintos",
    "set-aside": "Atidėtos",
    withdrawn: "Atsiimtos",
    "screened-out": "Ne iš tų, kurių klausia tyrimas",
  },
  countsTitle: "Kas ir kaip atsakė",
  dimensions: { language: "Kalba", mode: "Būdas", channel: "Kanalas" },
  modes: {
    web: "Savo įrenginyje",
    interviewer: "Su apklausėju",
    kiosk: "Planšetėje, įstaigoje",
    telephone: "Telefonu",
  },
  category: "Kategorija",
  respondents: "Respondentai",
  itemsTitle: "Palikta tuščia arba atsisakyta",
  itemsLead: "Iš tų, kurių klausta. Pirma – didžiausios dalys.",
  itemsPicture: "Dažniausiai tušti palikti klausimai. Visi – lentelėje žemiau.",
  itemsNone: "Nieko nepalikta tuščia.",
  item: "Klausimas",
  code: "Kodas",
  share: "Dalis",
  breakTitle: "Kur žmonės sustoja",
  breakPicture:
    "Dalis pokalbių, pasibaigusių puslapyje, puslapių tvarka; puslapiai, kuriuose nesustojo niekas, – lentelėje žemiau.",
  breakNone: "Pusiaukelėje nesustojo niekas.",
  page: "Puslapis",
  timesTitle: "Kiek laiko trunka puslapis",
  timesPicture:
    "Kiekvieno puslapio sekundės: vidurinis žmogus ir lėčiausias dešimtadalis. Tie patys laikai – lentelėje žemiau.",
  timesNone: "Šios bangos laikai nesaugomi.",
  median: "Vidurinis, sekundės",
  slowest: "Lėčiausias dešimtadalis, sekundės",
};

export const microdataLt: Strings["microdata"] = {
  title: "Mikroduomenys",
  lead: "Pavienių žmonių atsakymai be kontaktų, moksliniams tyrimams pagal sutartį. Kiekviena rinkmena turi naujus numerius, turėtoją, tikslą ir pabaigą.",
  sentence: (n) =>
    n === 0 ? "Šiuo metu rinkmenų niekas neturi." : `Šiuo metu pas turėtojus rinkmenų: ${format.number(n)}.`,
  newTitle: "Nauja rinkmena",
  newLead:
    "Kiekvienoje rinkmenoje numeriai nauji, todėl dviejų sujungti negalima. Už šią rinkmeną atsakote jūs, kol ji nustos galioti.",
  holder: "Turėtojas",
  holderHint: "Žmogus ar įstaiga, kuri saugos rinkmeną.",
  holderMissing: "Parašykite, kas turės rinkmeną.",
  purpose: "Tikslas",
  purposeHint: "Kam ji skirta ir pagal kokią sutartį.",
  purposeMissing: "Parašykite, kam rinkmena skirta.",
  expires: "Saugoti iki",
  expiresHint: "Ne ilgiau kaip metus. Tą dieną ji čia ištrinama; turėtojas ištrina savąją.",
  expiresMissing: "Pasirinkite vėlesnę nei šiandien dieną, ne vėliau kaip po metų.",
  make: "Rengti rinkmeną",
  begun: "Rinkmena rengiama; ji atsiras registre.",
  registerTitle: "Registras",
  noneTitle: "Rinkmenų dar nėra",
  none: "Čia bus kiekviena išduota rinkmena: kas ją turi, kam ir iki kada.",
  columns: {
    holder: "Turėtojas",
    purpose: "Tikslas",
    expires: "Iki",
    by: "Išdavė",
    state: "Būsena",
    file: "Rinkmena",
    respondents: "Respondentai",
  },
  states: {
    running: "Rengiama",
    ready: "Parengta",
    failed: "Nepavyko",
    removed: "Čia pašalinta",
    "withdrawn-from": "Nebėra: kažkas atsiėmė anketą",
    expired: "Nebegalioja",
    "handed-over": "Perduota komanda",
  },
  tellHolder: (n) =>
    `Iš šios rinkmenos savo atsakymus atsiėmė žmonių: ${format.number(n)}. Praneškite turėtojui, kad ją ištrintų ir pasiimtų naują.`,
  download: "Atsisiųsti",
  downloadFor: (holder) => `Atsisiųsti rinkmeną; turėtojas – ${holder}`,
  remove: "Pašalinti",
  removeFor: (holder) => `Pašalinti rinkmeną; turėtojas – ${holder}`,
  removeTitle: "Pašalinti šią rinkmeną?",
  removeWords: "Čia ji bus ištrinta; registro eilutė liks. Paprašykite turėtojo ištrinti savo kopiją.",
  removed: "Rinkmena čia pašalinta. Registro eilutė lieka.",
  back: "Palikti",
};
