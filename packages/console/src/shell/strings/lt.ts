import type { Strings } from "./en.ts";
import { exploreLt } from "./explore-lt.ts";
import { formatFor } from "./format.ts";
import { invitingLt } from "./inviting-lt.ts";
import { peopleLt } from "./people-lt.ts";
import { planLt } from "./plan-lt.ts";
import { problemsLt } from "./problems-lt.ts";
import { microdataLt, qualityLt } from "./quality-lt.ts";
import { releaseLt } from "./release-lt.ts";
import { reviewLt } from "./review-lt.ts";
import { tabletsLt } from "./tablets-lt.ts";
import { weighLt } from "./weigh-lt.ts";

const format = formatFor("lt-LT");
const filled = { one: "užpildyta anketa", few: "užpildytos anketos", other: "užpildytų anketų" };
const received = { one: "gauta", few: "gautos", other: "gauta" };
const responses = (n: number) =>
  `${format.plural(n, received)} ${format.number(n)} ${format.plural(n, filled)}`;

/** Viskas, ką darbo vieta sako lietuviškai. */
export const lt: Strings = {
  format,
  problems: problemsLt,
  shell: {
    product: "Tiltas",
    skip: "Pereiti prie turinio",
    navigation: "Darbo eiga",
    language: "Kalba",
    account: "Jūsų paskyra",
    signOut: "Atsijungti",
    signedOut: "Atsijungėte.",
    demonstration: "Demonstracija: visi respondentai išgalvoti",
    loading: "Įkeliama",
    tryAgain: "Bandyti dar kartą",
    dismiss: "Užverti",
    notices: "Pranešimai",
    copy: "Kopijuoti",
    copied: "Nukopijuota",
    copyFailed: "Naršyklė neleido nukopijuoti. Pažymėkite tekstą ir nukopijuokite patys.",
    rail: {
      field: "Apklausa",
      fieldAbout: "Bangos ir anketos",
      tablets: "Planšetės",
      tabletsAbout: "Susiejimas ir būklė",
      quality: "Kokybė",
      qualityAbout: "Spragos ir trukmė",
      weigh: "Svoriai",
      weighAbout: "Visumos duomenys",
      explore: "Rodikliai",
      exploreAbout: "Paskelbti skaičiai",
      release: "Skelbimas",
      releaseAbout: "Parašas ir rinkmenos",
      microdata: "Mikroduomenys",
      microdataAbout: "Rinkmenos tyrėjams",
      people: "Žmonės",
      peopleAbout: "Paskyros ir vaidmenys",
    },
    lostTitle: "Tokio puslapio nėra",
    lost: "Šis adresas niekur neveda. Iš pradžios pateksite visur, kur galite dirbti.",
    toStart: "Į pradžią",
    nothingYetTitle: "Jūsų vaidmeniui čia dar nieko nėra",
    nothingYet: "Paskyra veikia. Tai, ką čia darysite, atsiras vėlesnėje versijoje.",
    ending: {
      idleTitle: "Ar dar čia esate?",
      idle: (left) => `Kurį laiką nieko nedarėte. Saugumo sumetimais būsite atjungti ${left}.`,
      limitTitle: "Netrukus baigsis jūsų sesija",
      limit: (left) =>
        `Viena sesija trunka ne ilgiau kaip aštuonias valandas. Ši baigsis ${left}. Pabaikite, ką rašote, ir prisijunkite iš naujo.`,
      stay: "Likti prisijungus",
      understood: "Tęsti iki tol",
      left: (seconds) =>
        seconds >= 60
          ? "maždaug po dviejų minučių"
          : seconds > 30
            ? "greičiau nei po minutės"
            : "greičiau nei po pusės minutės",
    },
  },
  access: {
    title: "Prisijungimas",
    lead: "Tiems, kas rengia, vykdo ir skaito tyrimą.",
    email: "El. paštas",
    password: "Slaptažodis",
    showPassword: "Rodyti slaptažodį",
    hidePassword: "Slėpti slaptažodį",
    signIn: "Prisijungti",
    ended: "Sesija baigėsi. Prisijunkite ir grįšite ten, kur buvote.",
    idle: "Atjungėme, nes kurį laiką nieko nedarėte. Prisijunkite ir grįšite ten, kur buvote.",
    noAccount: "Dar neturite paskyros? Administratorius gali pakviesti atsiųsdamas nuorodą.",
    emailMissing: "Įrašykite savo el. pašto adresą.",
    emailWrong: "Tai nepanašu į el. pašto adresą. Jo pavidalas: žodis@vieta.",
    passwordMissing: "Įrašykite slaptažodį.",
    passwordShort: (least, now) => `Reikia bent ${least} ženklų, dabar yra ${now}.`,
    passwordHint: "Bent 12 ženklų. Keturi tarpusavyje nesusiję žodžiai – ir saugu, ir lengva įsiminti.",
    invitationTitle: "Sveiki atvykę",
    invitationFirst:
      "Esate pirmasis šio serverio administratorius. Įrašykite savo el. paštą ir susikurkite slaptažodį.",
    invitationFor: "Jus pakvietė. Susikurkite slaptažodį ir pradėkite.",
    choosePassword: "Naujas slaptažodis",
    begin: "Pradėti",
    openingInvitation: "Atveriamas kvietimas",
    linkIncomplete: "Nuoroda nepilna. Atverkite ją iš gauto laiško dar kartą, visą.",
    toSignIn: "Į prisijungimą",
  },
  people: peopleLt,
  inviting: invitingLt,
  tablets: tabletsLt,
  review: reviewLt,
  quality: qualityLt,
  weigh: weighLt,
  plan: planLt,
  explore: exploreLt,
  release: releaseLt,
  microdata: microdataLt,
  tables: {
    copy: "Kopijuoti lentelę",
    copied: "Lentelė nukopijuota. Įklijuokite ją į skaičiuoklę.",
    save: "Atsisiųsti lentelę (CSV)",
  },
  fieldwork: {
    wavesTitle: "Bangos",
    wavesSummary: (open, all) => {
      if (open === 0) return "Šiuo metu nė viena banga nevyksta.";
      if (open === all) return all === 1 ? "Viena banga, ji vyksta dabar." : "Šiuo metu vyksta visos bangos.";
      return `Šiuo metu vyksta ${format.number(open)} iš ${format.number(all)} bangų.`;
    },
    noWavesTitle: "Bangų dar nėra",
    noWaves:
      "Čia bus bangos: kiekviena turi savo klausimyną, kalbas ir dienas. Jas parengia serverį prižiūrintis žmogus.",
    states: { upcoming: "Dar neprasidėjo", open: "Vyksta", closed: "Baigta" },
    days: (opens, closes) => `${format.day(opens)} – ${format.day(closes)}`,
    languagesOf: (list) => `Kalbos: ${list}`,
    instrumentOf: (id, version) => `Klausimynas ${id}, versija ${version}`,
    back: "Visos bangos",
    sentence: {
      upcoming: (opens) => `Prasidės ${format.day(opens)} Iki tos dienos anketos nepriimamos.`,
      open: (closes, n) =>
        n === 0
          ? `Vyksta iki ${format.day(closes)} Dar niekas neatsakė.`
          : `Vyksta iki ${format.day(closes)}; kol kas ${responses(n)}.`,
      closed: (closes, n) => `Baigėsi ${format.day(closes)}; iš viso ${responses(n)}.`,
    },
    responses: (n) => format.plural(n, filled),
    atOnce: "Skaičiuojama iš karto; puslapis pasitikrina kas penkias sekundes.",
    notRefreshing: "Skaičiaus ką tik atnaujinti nepavyko. Bandome toliau.",
    byLanguage: "Pagal kalbą",
    byMunicipality: "Pagal savivaldybę",
    bandsNote: (day) => `Dešimtimis, ${format.day(day)} duomenys, atnaujinami kartą per dieną.`,
    whyBands: "Kodėl dešimtimis?",
    whyBandsAnswer:
      "Mažoje savivaldybėje vienetu pasikeitęs tikslus skaičius gali išduoti žmogų. Todėl čia skaičiai niekada nėra tikslūs, niekada nekryžminami ir keičiasi kartą per dieną.",
    picture: (what) => `Juostos: ${what}. Tie patys skaičiai – lentelėje žemiau.`,
    table: "Lentelė",
    noResponsesTitle: "Dar niekas neatsakė",
    noResponses:
      "Čia bus anketų skaičius pagal kalbą ir savivaldybę, dešimtimis. Pirmas žingsnis – duoti žmonėms nuorodą arba QR kodą.",
    place: "Savivaldybė",
    languageColumn: "Kalba",
    band: "Anketos (dešimtimis)",
    legend: { least: "bent tiek", upTo: "daugiausia tiek" },
    bandOf: (from, to) => `${format.number(from)}–${format.number(to)}`,
    share: "Respondentams",
    shareLead: "Atveria klausimyną bet kuriame telefone. Ta pati nuoroda tinka visiems.",
    shareClosed: "Nuoroda veikia tomis dienomis, kai vyksta banga.",
    link: "Klausimyno nuoroda",
    qr: "QR kodas, atveriantis klausimyną",
    downloadQr: "Atsisiųsti QR kodą (SVG)",
    next: "Ką galima daryti toliau",
    toRelease: "Šios bangos skelbimai",
    chooseWave: "Pasirinkite bangą",
    wave: "Banga",
    waveLost: "Adrese nurodytos bangos čia nėra. Pasirinkite iš sąrašo.",
    toLinks: "Nuorodos, QR kodai ir asmeniniai kodai",
    toCases: "Apklausėjų atvejai",
    toReview: "Peržiūrėti anketas",
  },
};
