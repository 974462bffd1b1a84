import { tie } from "./dates.ts";
import type { englishGuide } from "./english-guide.ts";

/** What guides a reader of Lithuanian through the workbook. */
export const lithuanianGuide: typeof englishGuide = {
  about: {
    cover: "",
    how: "septyni dalykai, kuriuos verta žinoti prieš pirmąjį skaičių",
    contents: "",
    summary: "pagrindiniai šalies rodikliai ir kas pasikeitė",
    indicators: "visi šalies rodikliai ir jų dalys",
    groupCharts: "pagrindiniai rodikliai pagal savivaldybių grupes",
    municipalityCharts: "pagrindiniai rodikliai pagal savivaldybes",
    trends: "ši ir ankstesnė banga greta",
    trendCharts: "pagrindinių rodiklių pokyčiai",
    comparisons: "kurie skirtumai didesni už atsitiktinumą",
    alike: "vietos ir žmonių grupės, kurių tikrinimas neatskiria",
    channels: "pagrindiniai rodikliai pagal tai, kaip žmonės pasiekti",
    domainCharts: "kiekvienas srities rodiklis paveiksle",
    answers: "rodiklių klausimai ir jų atsakymų kodai",
    data: "visi skaičiai po vieną eilutėje",
    others: "kitų paskelbti skaičiai greta mūsų",
    sensitivity: "kiek pagrindiniai rodikliai pasislinktų pagal kitus svorius",
    weights: "kiek svoriai skiriasi, gyventojų skaičiai prieš svėrimą ir po jo",
    quality: "į ką ir kas neatsakė",
    method: "kaip gauti skaičiai",
    codebook: "ką rodo kiekvienas rodiklis",
    legend: "ką reiškia ženklai",
    provenance: "iš ko viskas sudaryta",
    chartData: "grafikų langeliai",
    group: "savivaldybių grupė",
  },
  missingRules: {
    M1: "neatsakiusieji neįskaičiuojami",
    M2: "„nežinau“ laikoma atsakymu",
    M3: "skaičiuojama, kai atsakyta į tiek klausimų, kiek reikalauja taisyklė",
    M4: "pamatę sąrašą ir nieko nepažymėję laikomi neatsakiusiais",
    M5: "kam netaikoma, tas neįskaičiuojamas",
    M6: "didžiausios reikšmės nukerpamos ties 99 procentiliu",
  },
  legend: ({
    thresholds: { showFrom, fewBelow, effectiveFrom, withholdAboveNonresponse, countsIn },
    interval,
    meaning,
  }) => [
    ["*", "mažai stebėjimų", `atsakė nuo ${showFrom} iki ${fewBelow - 1} žmonių: vertinti atsargiai`],
    [
      "≈",
      "mažas tikslumas",
      "intervalas platus arba paklaida didelė, palyginti su įverčiu: rodo tik apytikslę vietą",
    ],
    ["‡", "dvi bangos kartu", "vienoje bangoje atsakė per mažai, todėl skaičius apima dvi"],
    [
      "·",
      "per mažai, kad būtų tikslu",
      `atsakė mažiau nei ${showFrom} žmonių arba jų atsakymai verti mažiau nei ${effectiveFrom} vienodo svorio; niekas neslepiama`,
    ],
    [
      "··",
      "nerodoma saugant žmones",
      "šis ar iš jo apskaičiuojamas skaičius pasakytų ką nors apie kelis žmones",
    ],
    [
      ":",
      "įverčio nėra",
      `nėra iš ko jo apskaičiuoti arba neatsakė daugiau kaip ${Math.round(withholdAboveNonresponse * 100)}${tie}% klaustųjų`,
    ],
    ["–", "ne apie šiuos žmones", "pagal apibrėžtį rodiklis yra apie kitus"],
    ["▲ ▼", "daugiau, mažiau", "spalva ir žodis rodo, ar tai geriau; tik kai skirtumą patvirtina tikrinimas"],
    ["nuo, iki", interval, meaning],
    [
      "n",
      "atsakė",
      `kiek žmonių atsakymų įskaityta, be svorių${countsIn === null ? "" : `; nurodoma kas ${countsIn}`}`,
    ],
  ],
  how: (drawn) => [
    [
      "Įvertis nėra suskaičiuotas skaičius.",
      drawn
        ? "Klausta ne visų. Intervalas šalia skaičiaus rodo, kiek jį galėjo paveikti vien atsitiktinumas, o n – kiek žmonių atsakė."
        : "Klausta ne visų, ir niekas neatrinktas atsitiktinai. Ribos šalia skaičiaus rodo, kiek jis gali kisti pagal svėrimo modelį; iš pačių duomenų to modelio įrodyti negalima.",
    ],
    [
      "Du skaičiai skiriasi, kai tai patvirtina tikrinimas.",
      "Persidengiantys intervalai dar nereiškia, kad skirtumo nėra, o nesiliečiantys beveik visada reiškia, kad jis yra. Visi tikrinimai – lape „Palyginimai“; kitur ▲ ir ▼ rodomi tik tada, kai skirtumas patvirtintas.",
    ],
    [
      "Savivaldybės nereitinguojamos.",
      "Grupėse jos išdėstytos abėcėlės tvarka. Iš tiek atsakymų daugumos jų atskirti negalima.",
    ],
    [
      "Už mažą savivaldybę kalba jos grupė.",
      "Kur atsakė per mažai žmonių, paslėptų langelių puslapio nėra: lapas „Turinys“ nuveda į grupę.",
    ],
    [
      "Tuščias langelis pasako, kodėl jis tuščias.",
      "Vienas taškas – per mažai, kad būtų tikslu, du taškai – nerodoma saugant žmones, dvitaškis – įverčio nėra, brūkšnys – klausimas apie kitus. Viskas paaiškinta lape „Ženklai“.",
    ],
    [
      "Daugiau ne visada geriau.",
      "Kai kurių rodiklių, pavyzdžiui, nepatenkintų poreikių, geriau mažiau. Spalvos ir žodžiai rodo, kas geriau.",
    ],
    [
      "Viskas dar kartą yra paprastoje lentelėje.",
      "Lape „Duomenys“ – visi skaičiai po vieną eilutėje, filtrams ir suvestinėms; lape „Grafikų duomenys“ – grafikų langeliai, kad juos būtų galima pertvarkyti.",
    ],
  ],
};
