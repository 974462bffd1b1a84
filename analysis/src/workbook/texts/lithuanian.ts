import { lithuanianDay as day, tie, writtenNumber } from "./dates.ts";
import type { english } from "./english.ts";
import { lithuanianGuide } from "./lithuanian-guide.ts";
import { lithuanianMethod } from "./lithuanian-method.ts";
import { lithuanianHeads, lithuanianSheets } from "./lithuanian-names.ts";
import lithuanianSources from "./lithuanian-sources.json" with { type: "json" };
import { lithuanianForm } from "./plurals.ts";

const number = (value: number, decimals: number): string => writtenNumber(value, decimals, tie, ",");
const counted = (count: number, forms: Readonly<Record<"one" | "few" | "many", string>>): string =>
  `${number(count, 0)}${tie}${forms[lithuanianForm(count)]}`;
const people = (count: number): string => counted(count, { one: "žmogus", few: "žmonės", many: "žmonių" });
/** After „iš“: iš 21 savivaldybės, iš 60 savivaldybių. */
const ofMunicipalities = { one: "savivaldybės", few: "savivaldybių", many: "savivaldybių" };
const ofIndicators = { one: "rodiklio", few: "rodiklių", many: "rodiklių" };
const responses = { one: "atsakymas", few: "atsakymai", many: "atsakymų" };

/** The workbook's words for readers of Lithuanian: written for them, not translated. */
export const lithuanian: typeof english = {
  language: "lt",
  languageName: "lietuvių",
  synthetic: "Sintetiniai duomenys – demonstracija",
  unweighted:
    "Duomenys nepasverti: gyventojų skaičiai nepateikti, todėl rezultatai apibūdina tik atsakiusiuosius, o ne visą tiriamą grupę.",
  clientsOnly:
    "Tik klientai: šie skaičiai apie žmones, kurie kreipėsi į įstaigą, o ne apie visus čia gyvenančius.",
  notDrawn: (unreached) => `Imtis neatsitiktinė, todėl pokyčiai ir skirtumai netikrinami. ${unreached}`,
  sheets: lithuanianSheets,
  heads: lithuanianHeads,
  country: "Lietuva",
  countryKind: "Šalis",
  page: "&P puslapis iš &N",
  day,
  moment: (iso) => `${day(iso)} ${iso.slice(11, 16)} (UTC)`,
  number,
  people,
  percent: (written) => `${written}${tie}%`,
  points: "proc. p.",
  units: {
    percent: "%",
    "score-0-10": "0–10",
    "index-0-1": "0–1",
    "index-0-100": "0–100",
    points: "punktai, nuo −100 iki 100",
    number: "skaičius",
    days: "dienos",
  },
  directions: {
    "higher-is-better": "Geriau, kai daugiau",
    "lower-is-better": "Geriau, kai mažiau",
    none: "Nevertinama",
  },
  verdicts: {
    better: "geriau",
    worse: "blogiau",
    higher: "daugiau",
    lower: "mažiau",
    "cannot-be-told-apart": "skirtumo neįžvelgta",
    "tests-off": "netikrinta",
  },
  comparability: {
    same: "galima lyginti su ankstesne banga",
    limited: "lyginti atsargiai: klausimas keitėsi",
    "not-comparable": "su ankstesne banga nelyginama",
    "no-wave-before": "ankstesnės bangos nėra",
  },
  kinds: {
    change: "pokytis nuo ankstesnės bangos",
    rest: "palyginti su kitomis savivaldybėmis",
    country: "palyginti su šalimi",
    group: "palyginti su savo grupe",
  },
  states: {
    published: "skelbiama",
    "few-observations": "mažai stebėjimų",
    "too-few": "per mažai, kad būtų tikslu",
    protected: "nerodoma saugant žmones",
    "left-out": "ne apie šiuos žmones",
    "not-shown-here": "šiuo lygmeniu nerodoma",
    "not-estimable": "įverčio nėra",
  },
  levels: {
    country: "šalies",
    "municipality-group": "savivaldybių grupių",
    municipality: "savivaldybių",
  },
  notes: {
    few: "mažai stebėjimų",
    pooled: "dvi bangos kartu",
    lowPrecision: "mažas tikslumas",
    protected: "nerodoma saugant žmones",
    tooFew: "per mažai, kad būtų tikslu",
    nonresponse: "per daug neatsakiusiųjų",
    noEstimate: "įverčio nėra",
    manyMissing: "daug neatsakiusiųjų",
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
  policies: {
    ministry: "Ministerijai: ministerijos darbalaukio ribos",
    public: "Visiems: griežtesnės viešų lentelių ribos",
  },
  cover: {
    subtitle:
      "Ką Lietuvoje gyvenantys trečiųjų šalių piliečiai ir asmenys be pilietybės sako apie integraciją",
    release: (one) => `${one} leidimas`,
    corrects: (one) => `Taiso ${one} leidimą; kas pasikeitė, nurodyta lape „Duomenų kilmė“.`,
    begin: "Nuo ko pradėti",
  },
  answered: (count, drawn) =>
    drawn
      ? `Atsakė ${people(count)}. Šalia kiekvieno įverčio nurodyta, nuo kiek iki kiek gali siekti tikroji reikšmė (95${tie}% pasikliautinasis intervalas).`
      : `Atsakė ${people(count)}. Šalia kiekvieno įverčio nurodytos ribos, kuriose jis būtų, jei svoriai nusprendusius atsakyti supanašintų su visais kitais.`,
  fieldwork: (opens, closes) => `Atsakymai rinkti nuo ${day(opens)} iki ${day(closes)}`,
  summaryMessage: (tested, better, worse, wave) =>
    tested === 0
      ? "Pagrindiniai visos šalies rodikliai."
      : `Palyginti su banga „${wave}“, iš ${counted(tested, ofIndicators)} pagerėjo ${better}, pablogėjo ${worse}; kitų pokyčio nuo atsitiktinumo atskirti negalima.`,
  indicatorsMessage: "Visi šalies rodikliai ir jų dalys, išdėstyti pagal gyvenimo sritis.",
  placesMessage: (shown, all) =>
    `Savo skaičius turi ${shown} iš ${all}${tie}${ofMunicipalities[lithuanianForm(all)]}; kitose atsakė per mažai žmonių, todėl už jas kalba jų grupė.`,
  countryOnly: "Vietų skaičiams klausta per mažai žmonių, todėl čia – tik šalies ir žmonių grupių skaičiai.",
  continued: (part, parts) => `${part} dalis iš ${parts}`,
  groupMessage: (members) => `Grupei priklauso: ${members}.`,
  groupAlone: (members) =>
    members === ""
      ? "Kiekviena jų turi savo lapą."
      : `Atskirai nerodomos, nes atsakė per mažai žmonių: ${members}.`,
  outsideMessage:
    "Jų taip pat klausta, bet į tiriamą visumą jie neįeina: kiek jų yra, nežinoma, todėl svoriai netaikomi, ir nė vienas šalies ar vietos skaičius jų neapima.",
  municipalityMessage: (shown, all, group) =>
    `Čia galima parodyti ${shown} iš ${counted(all, ofIndicators)}${group ? `; savivaldybė priklauso grupei „${group}“` : ""}.`,
  pooledMessage: "Vienoje bangoje atsakė per mažai žmonių, todėl šie skaičiai apima dvi bangas kartu.",
  municipalityChart: (place) => `${place}, jos grupė ir šalis`,
  groupChart: (place) => `${place} ir šalis`,
  contentsMessage: "Spustelėkite pavadinimą ir pereisite į jo lapą.",
  ownSheet: "savas lapas",
  throughGroup: (group) => `žr. grupę „${group}“`,
  dataMessage:
    "Visi šio leidimo skaičiai, po vieną eilutėje kiekvienam rodikliui ir pjūviui: filtruokite arba sudarykite suvestinę lentelę.",
  trendsMessage: (from, to) => `„${from}“ ir „${to}“ greta, kai klausimai tai leidžia.`,
  noTrends: "Ankstesnės bangos nėra, todėl laike niekas nelyginama.",
  trendTitle: (label, verdict, wave) =>
    verdict === "skirtumo neįžvelgta"
      ? `${label}: pokyčio nuo bangos „${wave}“ neįžvelgta`
      : verdict === "netikrinta"
        ? `${label}: greta bangos „${wave}“, netikrinta`
        : `${label}: ${verdict} nei bangoje „${wave}“`,
  toldApart: (apart, tested) =>
    `Už atsitiktinumą didesni ${number(apart, 0)} iš ${number(tested, 0)} skirtumų.`,
  comparisonsMessage:
    "Kurie skirtumai didesni už atsitiktinumą, atsižvelgus į tai, kiek jų tikrinta. Savivaldybės nereitinguojamos: kai intervalai persidengia, tvarka nieko nereiškia.",
  alikeMessage:
    "Vienoje eilutėje – tie, kurių nė dviejų atskirti negalima, atsižvelgus į visas tikrintas poras; tas pats gali būti keliose eilutėse. Tvarka – kaip sąrašuose, ne pagal skaičius.",
  allAlike: "Nė vienos nuo kitos atskirti negalima.",
  apart: (name) => `${name}: skiriasi nuo visų kitų.`,
  channelsMessage:
    "Pagrindiniai rodikliai pagal kanalą, kuriuo žmonės pasiekė klausimyną. Jei kanalai skiriasi, bendras skaičius priklauso nuo to, kiek žmonių kuriuo kanalu atėjo.",
  source: (asDefined) => sources[asDefined] ?? asDefined,
  manyIndicators: (count) => counted(count, { one: "rodiklis", few: "rodikliai", many: "rodiklių" }),
  ownAnswer: "skaičius arba savi žodžiai",
  missingReasons: { refused: "ne atsakymas: atsisakė", "dont-know": "ne atsakymas: nežino" },
  charts: "grafikai",
  domainChartsMessage:
    "Visi šios srities rodikliai su intervalais: pagal savivaldybių grupes, o jei jos nerodomos – pagal pilietybę ar kitą žmonių grupę; vienodų matų mastelis vienodas.",
  answersMessage: "Rodiklių klausimai, jų atsakymų kodai ir rodikliai, kuriems jie naudojami.",
  untestedMessage:
    "Skirtumai su jų ribomis. Nė vienas netikrintas, nes žmonės į imtį pateko ne atsitiktinai. Savivaldybės nereitinguojamos.",
  othersMessage:
    "Kitų paskelbti skaičiai greta mūsų. Prieš lygindami pažiūrėkite, ko, kada ir iš kurių žmonių klausta: vienodai vadinami skaičiai dažnai yra apie skirtingus žmones.",
  noOthers: "Kitų paskelbtų skaičių nepateikta.",
  weightsMessage: (effect, effective) =>
    `Dėl svorių tikslumas sumažėja ${number(effect, 2)} karto: jis toks, lyg būtų gauta ${number(effective, 0)} vienodo svorio atsakymų.`,
  quantilesMessage: "Svoriai, palyginti su jų vidurkiu",
  marginsMessage: "Gyventojų skaičiai prieš svėrimą ir po jo",
  sensitivityMessage:
    "Kiek pagrindiniai rodikliai pasislinktų pagal kitus svorius, kiekvieno matu. Mažas poslinkis rodo, kad skaičius nuo svorių pasirinkimo nepriklauso.",
  qualityMessage: "Į ką neatsakyta, kur sustota ir kurie atsakymai nepanaudoti.",
  codebookMessage: "Ką rodo kiekvienas rodiklis, apie kuriuos žmones jis yra ir kaip sudaromas.",
  marksInShort:
    "*  mažai stebėjimų   ≈  mažas tikslumas   ‡  dvi bangos kartu   ·  per mažai, kad būtų tikslu   ··  nerodoma saugant žmones   :  įverčio nėra   –  ne apie šiuos žmones",
  marksWhere: "(paaiškinta lape „Ženklai“)",
  silentIndicators: (names) => `Skaičių parodyti negalima: ${names}.`,
  silentRows: (cut, names) => `Skaičių parodyti negalima (${cut.toLowerCase()}): ${names}.`,
  onePage: {
    silent: (place, group) =>
      `${place}: savo skaičiams atsakė per mažai žmonių. Čia – jos grupės „${group}“ skaičiai.`,
    picture: (withGroup) =>
      `Linija – intervalas, taškas – įvertis${withGroup ? ", rombas – grupė" : ""}, brūkšnys – šalis.`,
    first: (count) => `Čia – pirmieji ${count}; kiti yra darbaknygėje.`,
    since: "nei ankstesnėje bangoje",
    rest: "nei kitose savivaldybėse",
  },
  legendMessage: "Ką reiškia ženklai ir kodėl langelyje gali nebūti skaičiaus.",
  provenanceMessage:
    "Iš tų pačių duomenų „Tiltas“ vėl sudarytų lygiai tokią pačią darbaknygę, iki paskutinio baito.",
  chartDataMessage:
    "Langeliai, iš kurių nubraižyti grafikai. „Žemyn“ ir „aukštyn“ – atstumai nuo įverčio iki intervalo galų, kokių reikia grafikams.",
  groupChartsMessage:
    "Pagrindiniai rodikliai pagal savivaldybių grupes su intervalais; vienodų matų mastelis vienodas.",
  municipalityChartsMessage:
    "Pagrindiniai rodikliai pagal savivaldybes: grupė po grupės, abėcėlės tvarka. Kai intervalai persidengia, tvarka nieko nereiškia.",
  chartAlt: (title, count, interval) =>
    `Stulpelinė diagrama: ${title}. Stulpelių – ${count}, prie kiekvieno – intervalas (${interval}). Skaičiai – lape „Grafikų duomenys“.`,
  lineAlt: (title, waves) =>
    `Linijinė diagrama: ${title}. Bangos: ${waves}. Skaičiai – lape „Grafikų duomenys“.`,
  headlineTitle: (unit) => `Pagrindiniai šalies rodikliai, ${unit}`,
  wordOf: { below: "žemyn", above: "aukštyn", chart: "Grafikas" },
  confidences: {
    official: "oficialu",
    "official-rounded": "oficialu, suapvalinta",
    press: "iš spaudos",
    "press-rounded": "iš spaudos, suapvalinta",
    derived: "išvesta",
    memory: "iš atminties",
    invented: "išgalvota",
    "looked up": "patikrinta šaltinyje",
    "0–1 computed": "į 0–1 perskaičiuota mūsų",
    none: "nėra",
    "not given": "nenurodyta",
  },
  exclusion: (reason, count) => `${counted(count, responses)}: ${exclusions[reason] ?? reason}`,
  method: lithuanianMethod,
  ...lithuanianGuide,
};

/** By the English words of the definition: once those change, they stand until somebody writes the Lithuanian ones. */
const sources: Readonly<Record<string, string>> = lithuanianSources;

const exclusions: Readonly<Record<string, string>> = {
  "has-issues": "turi neatitikimų, jų niekas nepatvirtino",
  "awaits-review": "dar neperžiūrėta",
  rejected: "peržiūrėjus atmesta",
  "set-aside": "atidėta pagal kanalą ir laikotarpį",
  "screened-out": "žmonių, kurie nepriklauso tiriamai grupei",
  "unknown-instrument": "pagal neįkeltą klausimyno versiją",
};
