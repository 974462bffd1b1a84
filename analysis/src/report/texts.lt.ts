import { lithuanianMethod } from "./method.lt.ts";
import { lithuanianForm } from "./plurals.ts";
import type { Texts } from "./texts.ts";

const months = [
  "sausio",
  "vasario",
  "kovo",
  "balandžio",
  "gegužės",
  "birželio",
  "liepos",
  "rugpjūčio",
  "rugsėjo",
  "spalio",
  "lapkričio",
  "gruodžio",
];

/** Keeps a number and what belongs to it on one line. */
const tie = "\u00a0";

function day(iso: string): string {
  return `${iso.slice(0, 4)}${tie}m. ${months[Number(iso.slice(5, 7)) - 1]} ${Number(iso.slice(8, 10))}${tie}d.`;
}

function number(value: number, decimals: number): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, tie);
  const sign = value < 0 && /[1-9]/.test(`${whole}${fraction ?? ""}`) ? "−" : "";
  return `${sign}${grouped}${fraction ? `,${fraction}` : ""}`;
}

/** The factors that made counts of other people fit, with all their digits. */
function converted(factors: readonly number[]): string {
  const digits = (factor: number) => number(factor, String(factor).split(".")[1]?.length ?? 0);
  return factors.length === 0 ? "" : `, taikant nurodytą koeficientą ${factors.map(digits).join(" ir ")}`;
}

const people = { one: "žmogus", few: "žmonės", many: "žmonių" };
/** After „iš“: iš 21 savivaldybės, iš 60 savivaldybių. */
const ofMunicipalities = { one: "savivaldybės", few: "savivaldybių", many: "savivaldybių" };
const responses = { one: "atsakymas", few: "atsakymai", many: "atsakymų" };

const rounds = { one: "žingsnis", few: "žingsniai", many: "žingsnių" };

const counted = (count: number, forms: Readonly<Record<"one" | "few" | "many", string>>) =>
  `${number(count, 0)}${tie}${forms[lithuanianForm(count)]}`;

const dimensionNames = {
  municipality: "savivaldybę",
  citizenship: "pilietybę",
  sex: "lytį",
  age: "amžių",
  "residence-ground": "gyvenimo šalyje pagrindą",
};

/** The workbook's words for readers of Lithuanian. */
export const lithuanian: Texts = {
  language: "lt",
  synthetic: "Sintetiniai duomenys – demonstracija",
  unweighted:
    "Duomenys nepasverti: gyventojų skaičiai nepateikti, todėl rezultatai apibūdina tik atsakiusiuosius, o ne visą tiriamą grupę.",
  clientsOnly:
    "Tik klientai: šie skaičiai apie žmones, kurie kreipėsi į įstaigą, o ne apie visus čia gyvenančius.",
  sheets: { summary: "Santrauka", indicators: "Rodikliai", method: "Metodika", provenance: "Duomenų kilmė" },
  heads: {
    indicator: "Rodiklis",
    estimate: "Įvertis",
    interval: "95 % intervalas",
    modelRange: "Ribos pagal svėrimo modelį",
    from: "nuo",
    to: "iki",
    respondents: "Atsakė",
    n: "n",
    note: "Pastaba",
    direction: "Kas geriau",
    municipality: "Savivaldybė",
    id: "Nr.",
    universe: "Iš ko skaičiuota",
    measure: "Matas",
    missingRule: "Trūkstami atsakymai",
    nonresponse: "Neatsakė",
    prorated: "Atsakė iš dalies",
    designEffect: "Imties plano efektas",
    effective: "Efektyvus n",
    source: "Šaltinis",
  },
  few: "mažai stebėjimų",
  notes: {
    hidden: "nerodoma saugant žmones",
    nonresponse: "per daug neatsakiusiųjų",
    noEstimate: "įverčio nėra",
    manyMissing: "daug neatsakiusiųjų",
    drawn: "klausta atsitiktinai parinktų",
  },
  country: "Lietuva",
  noMunicipality: "Savivaldybė nenurodyta",
  otherPlaces: { "no-fixed-place": "Neturintys nuolatinės vietos" },
  outsideGroups: { "asylum-applicant": "Prieglobsčio prašytojai" },
  outsideMessage: (respondents, { hideBelow }) =>
    `Atsakė ${respondents < hideBelow ? `mažiau nei ${hideBelow} žmonių` : counted(respondents, people)}. Gyventojų skaičiai šių žmonių neapima: jų atsakymai pagal gyventojų skaičius nepasverti ir neįeina į jokį šalies ar savivaldybės skaičių.`,
  directions: {
    "higher-is-better": "Geriau, kai daugiau",
    "lower-is-better": "Geriau, kai mažiau",
    none: "Nevertinama",
  },
  units: {
    percent: "%",
    "score-0-10": "0–10",
    "index-0-1": "0–1",
    "index-0-100": "0–100",
    points: "punktai, nuo −100 iki 100",
    number: "skaičius",
    days: "dienos",
  },
  measures: {
    proportion: "Dalis",
    mean: "Vidurkis",
    quantile: "Mediana ar kitas kvantilis",
    "time-to-event": "Laikas iki įvykio",
    index: "Indeksas",
    "grouped-index": "Kelių dalykų indeksas",
    ratio: "Dviejų sumų santykis",
    "roster-ratio": "Išvardytųjų dalis",
    "net-balance": "Teigiamų ir neigiamų skirtumas",
    count: "Vidutinis skaičius",
    reach: "Geriausio derinio pasiekiamumas",
    priority: "Svarba, padauginta iš nepatenkintos dalies",
  },
  missing: {
    dropped: "neatsakiusieji neįskaičiuojami",
    kept: "„nežinau“ laikoma atsakymu",
    index: (atLeast, items) => `atsakyta bent į ${atLeast} iš ${items} klausimų`,
  },
  indicatorsMessage: "Ką rodo kiekvienas rodiklis ir ar išsamiai į jo klausimus atsakyta visoje šalyje.",
  answered: (respondents, sample) =>
    sample === "register"
      ? `Atsakė ${counted(respondents, people)}; šalia kiekvieno įverčio nurodyta, nuo kiek iki kiek gali siekti tikroji reikšmė (95${tie}% pasikliautinasis intervalas).`
      : `Atsakė ${counted(respondents, people)}; šalia kiekvieno įverčio nurodytos ribos, kuriose jis būtų, jei svoriai nusprendusius atsakyti supanašintų su visais kitais.`,
  tooFew: (limit) =>
    `Šioje bangoje gauta mažiau nei ${limit} tinkamų atsakymų, todėl įverčiai nerodomi: jie per daug pasakytų apie atskirus žmones ir per mažai – apie visus.`,
  tooFewNext: "Sudarykite šią darbaknygę iš naujo, kai atsakymų bus daugiau.",
  placesShown: (shown, all) =>
    `Rezultatus galima parodyti ${shown} iš ${all}${tie}${ofMunicipalities[lithuanianForm(all)]}; kitose kol kas atsakė per mažai žmonių.`,
  continued: (part, parts) => `${part} dalis iš ${parts}`,
  legend: ({ hideBelow, fewBelow, withholdAboveNonresponse }, sample) => [
    `*   mažai stebėjimų (atsakė nuo ${hideBelow} iki ${fewBelow - 1} žmonių): vertinti atsargiai`,
    withholdAboveNonresponse === undefined
      ? "·   įverčio nėra: nėra iš ko jo apskaičiuoti"
      : `·   patikimo įverčio nėra: nėra iš ko jo apskaičiuoti arba neatsakė daugiau kaip ${withholdAboveNonresponse * 100}${tie}% klaustųjų`,
    `··   nerodoma, kad būtų apsaugoti žmonės: atsakė mažiau nei ${hideBelow} arba iš šio skaičiaus būtų galima apskaičiuoti kitą nerodomą`,
    "–   ten neskaičiuojama: rodiklis apie kitas savivaldybes",
    `nuo, iki – ${
      sample === "register"
        ? `95${tie}% pasikliautinojo intervalo ribos`
        : "ribos pagal svėrimo modelį, nes imtis neatsitiktinė"
    };   n – kiek žmonių atsakymų įskaityta (be svorių).`,
  ],
  page: "&P puslapis iš &N",
  fieldwork: (opens, closes) => `Banga atvira atsakymams nuo ${day(opens)} iki ${day(closes)}`,
  day,
  moment: (iso) => `${day(iso)} ${iso.slice(11, 16)} (UTC)`,
  number,
  method: lithuanianMethod,
  provenance: {
    message: "Iš tų pačių duomenų „Tiltas“ vėl sudarytų lygiai tokią pačią darbaknygę, iki paskutinio baito.",
    study: "Tyrimas",
    wave: "Banga",
    fieldwork: "Apklausos laikas",
    instrument: "Klausimynas",
    indicators: "Rodikliai",
    margins: "Gyventojų skaičiai",
    noMargins: "nepateikti; nesverta",
    data: "Duomenys",
    respondents: "Panaudota atsakymų",
    exclusions: "Nepanaudota atsakymų",
    noExclusions: "nėra",
    asOf: "Atsakymai įtraukti iki",
    software: "Sudaryta programa",
    language: "Kalba",
    weighting: "Svėrimas",
    rule: "Viešinimo taisyklė",
    digest: "SHA-256 arba šaltinis",
  },
  fewerThan: (limit) => `mažiau nei ${limit}`,
  marginsTotal: (total) => `iš viso ${counted(Math.round(total), people)}`,
  margin: ({ dimensions, referenceDate, givenTotal, gap, factors = [] }) =>
    `pagal ${dimensions.map((dimension) => dimensionNames[dimension]).join(" ir ")}, ${referenceDate.length === 10 ? day(referenceDate) : referenceDate}; pateikta ${counted(Math.round(givenTotal), people)}${converted(factors)}${
      Math.abs(gap) < 0.0005
        ? ""
        : `, nuo bendro skaičiaus skiriasi ${gap > 0 ? "+" : ""}${number(gap * 100, 1)}${tie}%`
    }`,
  raking: ({ iterations, converged, designEffect, smallest, largest }) =>
    `iteracinis svėrimas; ${counted(iterations, rounds)}; ${converged ? "visi gyventojų skaičiai atitikti" : "atitikti NE visi gyventojų skaičiai"}; svorių lemiamas plano efektas ${number(designEffect, 2)}; svoriai – nuo ${number(smallest, 2)} iki ${number(largest, 2)} jų vidurkio`,
  languageName: "lietuvių",
  exclusion: (reason, count) => {
    const left = counted(count, responses);
    if (reason === "has-issues") return `${left}: turi neatitikimų, jų niekas nepatvirtino`;
    if (reason === "awaits-review") return `${left}: dar neperžiūrėta`;
    if (reason === "rejected") return `${left}: peržiūrėjus atmesta`;
    if (reason === "set-aside") return `${left}: atidėta pagal kanalą ir laikotarpį`;
    if (reason === "screened-out") return `${left}: žmonių, kurie nepriklauso tiriamai grupei`;
    if (reason === "unknown-instrument") return `${left}: pagal neįkeltą klausimyno versiją`;
    return `${left}: ${reason}`;
  },
  rule: ({ hideBelow, fewBelow }) =>
    `slepiama, kai atsakė mažiau nei ${hideBelow}, žymima, kai mažiau nei ${fewBelow}; greta šalies skaičiaus nelieka vienos paslėptos savivaldybės`,
};
