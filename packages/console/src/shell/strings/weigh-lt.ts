import type { Strings } from "./en.ts";
import { formatFor } from "./format.ts";

const format = formatFor("lt-LT");
const people = (n: number) =>
  `${format.number(n)} ${format.plural(n, { one: "respondentas", few: "respondentai", other: "respondentų" })}`;

/** Ką visumos duomenų ir svorių puslapis sako lietuviškai. */
export const weighLt: Strings["weigh"] = {
  title: "Svoriai",
  lead: "Visumos duomenys – tai žinomi gyventojų skaičiai. Svoriai atsakymus su jais suderina.",
  sentence: (n, effective) =>
    `${people(n)} duoda tiek pat tikslumo, kiek ${format.number(Math.round(effective))} atrinktų vienoda tikimybe.`,
  unweighted: (n) => `${people(n)}, kiekvienas skaičiuojamas vieną kartą: visumos duomenų dar nėra.`,
  notYet: "Svoriai dar neskaičiuoti.",
  outdated:
    "Suskaičiavus šiuos svorius pasikeitė visumos duomenys, planas arba atsakymai. Kad svoriai atsinaujintų, suskaičiuokite rodiklius iš naujo.",
  computedAt: (when) => `Suskaičiuota ${format.moment(when)}.`,
  toCompute: "Skaičiuoti rodiklius",
  marginsTitle: "Visumos duomenys",
  marginsNoneTitle: "Visumos duomenų dar nėra",
  marginsNone:
    "Čia bus žinomi skaičiai su šaltiniu ir data. Kol jų nėra, kiekvienas respondentas skaičiuojamas vieną kartą. Pirmas žingsnis – pasirinkti CSV rinkmeną.",
  current: (name, when, who) =>
    when === null
      ? `Naudojama: ${name}.`
      : `Naudojama: ${name}, įkelta ${format.moment(when)}${who === null ? "" : `, įkėlė ${who}`}.`,
  confidences: {
    official: "oficialu",
    "official-rounded": "oficialu, suapvalinta",
    press: "iš spaudos",
    "press-rounded": "iš spaudos, suapvalinta",
    derived: "apskaičiuota",
    memory: "iš atminties",
    invented: "išgalvota",
  },
  ofWave: "su banga pateikta rinkmena",
  total: (n) => `Iš viso jie aprėpia žmonių: ${format.number(n)}.`,
  demonstration: "Dalis šių skaičių išgalvoti arba surašyti iš atminties: tinka tik bandymui.",
  earlier: "Ankstesnės rinkmenos",
  columns: {
    margin: "Skirstinys",
    cells: "Langeliai",
    total: "Suma",
    gap: "Atotrūkis nuo bendro",
    date: "Data",
    source: "Šaltinis",
    confidence: "Patikimumas",
    name: "Rinkmena",
    when: "Įkelta",
    who: "Įkėlė",
  },
  roles: {
    municipality: "savivaldybė",
    sex: "lytis",
    age: "amžius",
    citizenship: "pilietybė",
    ground: "gyvenimo pagrindas",
    "residence-ground": "gyvenimo pagrindas",
  },
  upload: {
    title: "Pasirinkti visumos duomenų rinkmeną",
    lead: "Pirmiau rinkmena patikrinama; naudojama ji tik tada, kai to paprašote.",
    label: "Visumos duomenų rinkmena",
    choose: "Pasirinkti CSV rinkmeną",
    dropHere: "arba nutempkite ją čia",
    tooLong: "Visumos duomenims ši rinkmena per ilga. Patikrinkite, ar pasirinkote tą.",
    unreadable:
      "Šios rinkmenos nepavyko perskaityti kaip teksto. Išsaugokite ją CSV pavidalu, UTF-8 koduote.",
    refused: (name, n) => `${name} naudoti dar negalima. Ištaisytinų vietų: ${format.number(n)}.`,
    usable: (name) => `${name} tinka.`,
    line: (line) => (line === null ? "Visa rinkmena" : `${format.number(line)} eilutė`),
    correct: "Ištaisykite rinkmenoje ir pasirinkite ją iš naujo.",
    place: "Kur",
    what: "Kas",
    notes: "Ką apie tai pasakys svoriai",
    keep: "Naudoti šiuos duomenis",
    drop: "Nenaudoti",
    kept: "Šie visumos duomenys naudojami. Kad svoriai atsinaujintų, suskaičiuokite rodiklius iš naujo.",
  },
  weightsTitle: "Svoriai",
  weightsNoneTitle: "Svorių dar nėra",
  weightsNone:
    "Čia bus matyti, ką svoriai daro: skirstiniai prieš ir po, kiek svoriai skiriasi, kas ir kodėl sujungta.",
  designEffect: "Plano efektas",
  designEffectHint: "Kiek kartų dispersija didesnė, nei esant vienodiems svoriams.",
  effective: "Veiksnusis n",
  method: "Metodas",
  methods: {
    "post-stratification": "Postratifikavimas",
    raking: "Iteracinis derinimas",
    "raking-trimmed": "Iteracinis derinimas, apribotas",
    calibration: "Kalibravimas",
  },
  fitLegend: "○ prieš ● po, brūkšninė linija – žinoma",
  largest: "Didžiausias svoris",
  times: (value) => `${format.decimal(value, 1)} karto už vidurkį`,
  before: "Prieš",
  after: "Po",
  known: "Žinoma",
  people: "Žmonės",
  category: "Kategorija",
  note: "Pastaba",
  marginPicture: (margin) =>
    `${margin}: respondentų dalis prieš svorius, po jų ir žinoma. Tos pačios dalys – lentelėje žemiau.`,
  marginTable: (margin) => `Skirstinys: ${margin}`,
  sourceLine: (source, date, confidence) => `${source}, ${date}. Patikimumas: ${confidence}.`,
  spread: "Kiek svoriai skiriasi",
  spreadPicture:
    "Svoriai, palyginti su vidurkiu: mažiausias, ketvirčių ribos, vidurinis ir didžiausias. Tie patys skaičiai – lentelėje žemiau.",
  quantile: "Dalis respondentų, kurių svoris mažesnis",
  weight: "Svoris, palyginti su vidurkiu",
  sensitivityTitle: "Ką pakeistų kiti pasirinkimai",
  sensitivityLead:
    "Tie patys atsakymai su kitais svoriais: kiek pasislinktų kiekvienas svarbiausias skaičius.",
  sensitivityNone: "Šios bangos planas kitų pasirinkimų nenumato.",
  alternative: "Kitas pasirinkimas",
  indicator: "Svarbiausias skaičius",
  shift: "Poslinkis",
  planTitle: "Analizės planas",
  planStandard: "Galioja įprastas planas.",
  planNumber: (n, who, when) =>
    `Galioja planas Nr. ${format.number(n)}; parašė ${who}, ${format.moment(when)}.`,
  planWhy: (why) => `Priežastis: ${why}`,
  planPrevious: (wave) => `Pokyčiai skaičiuojami nuo bangos: ${wave}.`,
  planNoPrevious: "Pokyčiai nuo ankstesnės bangos neskaičiuojami.",
  planOpen: "Atidaryti planą",
};
