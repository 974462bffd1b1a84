import type { Strings } from "./en.ts";
import { formatFor } from "./format.ts";

const format = formatFor("lt-LT");
const codes = { one: "naujas kodas", few: "nauji kodai", other: "naujų kodų" };

/** Ką nuorodų ir kodų puslapis sako lietuviškai. */
export const invitingLt: Strings["inviting"] = {
  title: "Nuorodos ir kodai",
  lead: "Kiekvienas būdas pakviesti žmones turi savo nuorodą – vėliau matysite, kurie būdai pasiteisino.",
  toWave: "Atgal į bangą",
  makeTitle: "Nuoroda ir QR kodas",
  kind: "Kaip pakviečiama",
  kinds: {
    office: "Įstaigoje",
    poster: "Plakatas",
    letter: "Laiškas",
    message: "SMS arba el. laiškas",
    social: "Socialiniai tinklai",
    partner: "Per partnerių organizaciją",
    event: "Renginyje",
    interviewer: "Kviečia apklausėjas",
  },
  place: "Kur",
  wholeCountry: "Visa šalis",
  language: "Nuorodos kalba",
  personChooses: "Pasirenka pats žmogus",
  link: "Nuoroda",
  qr: (channel) => `QR kodas: ${channel}`,
  channel: (kind, place, language) => `${kind} · ${place} · ${language}`,
  noChannel: "Be kanalo",
  svg: "Atsisiųsti QR kodą (SVG)",
  png: "Atsisiųsti QR kodą (PNG)",
  print: "Spausdinti lapą",
  sheetHint: "Viename lape – kodas, keli žodžiai respondentams ir adresas.",
  carries: "Ką nuoroda pasako apie žmogų?",
  carriesAnswer:
    "Tik tai, kaip, kur ir kuria kalba žmonės buvo pakviesti. Tai įrašoma prie atsakymų kaip kintamasis ir yra vienoda visiems, atėjusiems tuo pačiu keliu. Nei atsakymų, nei vardo, nei adreso joje nėra.",
  codesTitle: "Asmeniniai kodai",
  codesLead:
    "Su asmeniniu kodu vienas žmogus atsako vieną kartą. Kodas niekada nesaugomas prie atsakymų, tad niekas nesužinos, kas ką atsakė.",
  count: "Kiek kodų",
  countHint: (most) => `Nuo 1 iki ${format.number(most)}. Jiems tiks aukščiau pasirinktas kanalas.`,
  countWrong: (most) => `Įrašykite sveikąjį skaičių nuo 1 iki ${format.number(most)}.`,
  make: "Sukurti kodus",
  madeTitle: (count) => `${format.number(count)} ${format.plural(count, codes)}`,
  madeOnce:
    "Šie kodai rodomi tik dabar. Serveris pasilieka vien pėdsaką, iš kurio juos atpažins, todėl atsisiųskite arba atsispausdinkite juos iškart.",
  csv: "Atsisiųsti lentelę (CSV)",
  printCards: "Spausdinti korteles",
  tooManyCards: (most) =>
    `Kortelių vienu kartu galima išspausdinti iki ${format.number(most)}. Didesniam kiekiui naudokite lentelę.`,
  columns: {
    code: "Kodas",
    link: "Nuoroda",
    channel: "Kanalas",
    day: "Sukurta",
    issued: "Kodų",
    spent: "Panaudota",
  },
  firstCodes: (shown, all) => (shown === all ? "Visi kodai:" : `Pirmieji ${format.number(shown)}:`),
  done: "Išsisaugojau",
  issuedTitle: "Iki šiol sukurti kodai",
  spentNote: "Kiek kodų panaudota, rodoma dešimtimis.",
  noneTitle: "Asmeninių kodų dar nėra",
  none: "Čia bus šios bangos kodai pagal kanalą ir dieną. Atvirai nuorodai jų nereikia – kodai skirti laiškams ir sąrašams.",
};
