import type { Strings } from "./en.ts";
import { formatFor } from "./format.ts";

const format = formatFor("lt-LT");
const of = (n: number) =>
  `${format.number(n)} ${format.plural(n, { one: "respondento", few: "respondentų", other: "respondentų" })}`;
const cells = (n: number) =>
  `${format.number(n)} ${format.plural(n, { one: "langelis", few: "langeliai", other: "langelių" })}`;

/** Ką skelbimo puslapiai sako lietuviškai. */
export const releaseLt: Strings["release"] = {
  title: "Skelbimas",
  lead: "Nuo atsakymų iki skaičių, kuriuos galima skelbti: suskaičiuoti, peržiūrėti, pasirašyti, užfiksuoti.",
  sentences: {
    none: "Iš šios bangos dar nieko nepaskelbta.",
    running: "Rodikliai skaičiuojami.",
    ready: "Rodikliai suskaičiuoti ir laukia, kol juos peržiūrėsite ir pasirašysite.",
    waiting: "Vienas žmogus jau pasirašė; turi pasirašyti ir antras.",
    released: (number, day) => `Galioja skelbimas Nr. ${number}, ${format.day(day)}`,
  },
  way: {
    label: "Skelbimo eiga",
    compute: "Suskaičiuoti",
    look: "Peržiūrėti, kas paslėpta",
    sign: "Pastabos ir parašas",
    released: "Paskelbta",
    done: "padaryta",
    now: "dabar",
    later: "vėliau",
  },
  computeTitle: "Suskaičiuoti rodiklius",
  computeLead:
    "Visi rodikliai visuose šios bangos lentelių langeliuose, jau pritaikius žmonių apsaugą. Tuo dar nieko nepaskelbiama.",
  compute: "Skaičiuoti",
  computeAgain: "Skaičiuoti iš naujo",
  noPrepare: "Skelbimus rengia analitikai ir tyrėjai. Čia matysite, ką jie paskelbė.",
  steps: {
    waiting: "Laukia savo eilės",
    reading: "Skaitomos anketos",
    weighting: "Skaičiuojami svoriai",
    estimating: "Vertinami rodikliai",
    comparing: "Lyginamos bangos ir vietos",
    protecting: "Tikrinama, ar nieko neįmanoma atpažinti",
    writing: "Rašomos rinkmenos",
  },
  progress: "Šios bangos rodikliai",
  cancel: "Nutraukti",
  goesOn: "Galite išeiti iš šio puslapio: darbas nenutrūks, o kai jis baigsis, pranešime.",
  cancelled: "Skaičiavimas nutrauktas. Nieko neparašyta.",
  failed: "Rodiklių suskaičiuoti nepavyko.",
  outdated: "Suskaičiavus kažkas atsiėmė savo anketą, todėl šių rodiklių skelbti nebegalima.",
  ready: (wave) => `Bangos „${wave}“ rodikliai suskaičiuoti.`,
  broke: (wave) => `Bangos „${wave}“ rodiklių suskaičiuoti nepavyko.`,
  show: "Rodyti",
  throwAway: "Atsisakyti šių skaičių",
  thrownAway: "Atsisakyta. Nieko nepaskelbta.",
  candidate: (n, when) => `Suskaičiuota ${format.moment(when)} iš ${of(n)} atsakymų.`,
  previewTitle: "Kas rodoma ir kas paslėpta",
  previewLead:
    "Tik langelių skaičius pagal priežastį – nei reikšmių, nei kurie tai langeliai. Kas paslėpta čia, paslėpta visose rinkmenose.",
  policy: "Kam skirta",
  policies: { ministry: "Ministerijai", public: "Visiems" },
  shown: (shown, all) => `Rodoma ${format.share(shown / Math.max(1, all))}; iš viso – ${cells(all)}.`,
  reasons: {
    published: "Rodoma",
    fewObservations: "Rodoma, mažai atsakymų",
    tooFew: "Per mažai, būtų netikslu",
    protected: "Paslėpta saugant žmones",
    notEstimable: "Įvertinti negalima",
    leftOut: "Ne apie šiuos žmones",
    notShownHere: "Šiuo lygmeniu nerodoma",
  },
  bar: (policy) => `Langeliai pagal priežastį; ${policy}. Tie patys skaičiai – lentelėje žemiau.`,
  cells: "Langeliai",
  reason: "Priežastis",
  share: "Dalis",
  byCut: "Pagal pjūvį",
  byIndicator: "Pagal rodiklį",
  cut: "Pjūvis",
  country: "Visa šalis",
  places: "Vietos ar grupės",
  indicator: "Rodiklis",
  hidden: "Paslėpta",
  tooFew: "Per mažai",
  shownColumn: "Rodoma",
  comparisons: (n) => (n === 0 ? "Palyginimų nėra." : `Palyginimų: ${format.number(n)}.`),
  ladder: (single, pooled, group) =>
    `Savivaldybės: savarankiškai – ${format.number(single)}, dvi bangos kartu – ${format.number(pooled)}, per savo grupę – ${format.number(group)}.`,
  whyHidden: "Kodėl slepiama dviem būdais?",
  whyHiddenAnswer:
    "„Per mažai, būtų netikslu“ reiškia, kad skaičius daugiau pasakytų apie atsitiktinumą nei apie žmones: atsakė mažiau kaip 20. „Paslėpta saugant žmones“ – tai skaičiai, iš kurių būtų galima atpažinti žmogų, ir tie, iš kurių paslėptąjį būtų galima apskaičiuoti atimant.",
  changed: (n) =>
    n === 0
      ? "Palyginti su galiojančiu skelbimu, nė vienas langelis nepasikeitė."
      : `Palyginti su galiojančiu skelbimu, kitaip sako ${cells(n)}.`,
  digests: "Iš ko šie skaičiai padaryti",
  digest: "SHA-256",
  signTitle: "Pastabos ir parašas",
  signLead:
    "Skelbimas užfiksuojamas: vėliau jo keisti negalima, tik ištaisyti nauju skelbimu, kuriame pasakyta, kas pasikeitė.",
  twoNeeded: "Šiam tyrimui reikia dviejų žmonių parašų.",
  notesLt: "Pastabos lietuviškai",
  notesEn: "Pastabos angliškai",
  notesHint:
    "Ką skaitytojui būtina žinoti apie šį skelbimą. Bus kiekvienoje darbaknygėje. Gali likti tuščia.",
  corrects: (number) => `Šis skelbimas ištaisys skelbimą Nr. ${number}.`,
  signedBy: (who, when) => `Pasirašė ${who}, ${format.moment(when)}.`,
  waits: "Jūs pasirašėte. Dabar skaičius peržiūri ir pasirašo kitas žmogus.",
  sign: "Pasirašyti ir skelbti",
  signFirst: "Pasirašyti",
  confirmTitle: "Skelbti šiuos skaičius?",
  confirm: (n) =>
    `Iš ${of(n)} atsakymų gauti skaičiai bus užfiksuoti ir matomi visiems, kam leidžia jų vaidmuo. Atšaukti nebus galima, tik ištaisyti.`,
  confirmFirst: "Pasirašote pirmas iš dviejų. Nieko nebus paskelbta, kol nepasirašys antras žmogus.",
  back: "Dar ne",
  done: (number) => `Skelbimas Nr. ${number} paskelbtas.`,
  signed: "Pasirašyta. Turi pasirašyti ir antras žmogus.",
  listTitle: "Šios bangos skelbimai",
  listNone: "Čia bus baigti skelbimai: kiekvienas su darbaknyge, savivaldybių lapais ir atvirais duomenimis.",
  number: (n) => `Skelbimas Nr. ${n}`,
  facts: (n, by) => `Iš ${of(n)} atsakymų; pasirašė ${by}.`,
  correctsNote: (n) => `Ištaiso skelbimą Nr. ${n}.`,
  correctedBy: (n) => `Ištaisytas skelbimu Nr. ${n}. Naudokite tą.`,
  withdrawn: (n) =>
    `Nuo to laiko savo atsakymus atsiėmė ${format.number(n)} ${format.plural(n, { one: "žmogus", few: "žmonės", other: "žmonių" })}. Užfiksuoti skaičiai lieka, bet iš duomenų jų iš naujo apskaičiuoti nebegalima.`,
  changedTitle: "Kas pasikeitė",
  changedMuch: (lines) =>
    `Kas pasikeitė: ${format.number(lines)} ${format.plural(lines, { one: "eilutė", few: "eilutės", other: "eilučių" })}`,
  digestOf: (digest) => `Kontrolinė suma ${digest.slice(0, 12)}…`,
  workbook: { lt: "Darbaknygė lietuviškai", en: "Darbaknygė angliškai" },
  openData: "Atviri duomenys",
  manifest: "Aprašas",
  explore: "Žiūrėti šiuos rodiklius",
  sheets: "Vieno puslapio savivaldybės lapas",
  sheetsNone: "Nė viena savivaldybė neturi pakankamai atsakymų savo lapui.",
  sheetChoose: "Pasirinkite savivaldybę",
  sheet: { lt: "Atverti lietuviškai", en: "Atverti angliškai" },
  sheetHint: "Atsiveria kaip puslapis, kurį galima spausdinti arba išsaugoti kaip PDF.",
};
