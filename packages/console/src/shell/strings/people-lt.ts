import type { Role } from "@tiltas/contract/roles";
import type { Strings } from "./en.ts";
import { formatFor } from "./format.ts";

const format = formatFor("lt-LT");

const roleNames: Record<Role, string> = {
  administrator: "Administratorius",
  researcher: "Tyrėjas",
  translator: "Vertėjas",
  interviewer: "Apklausėjas",
  coordinator: "Koordinatorius",
  analyst: "Analitikas",
  "data-protection-officer": "Duomenų apsaugos pareigūnas",
};

const roleDescriptions: Record<Role, string> = {
  administrator: "Kviečia žmones ir uždaro jų paskyras. Mato, kiek anketų gauta, bet ne rodiklius.",
  researcher: "Sprendžia, kurios anketos įtraukiamos, rengia svorius ir skelbimus, juos pasirašo ir skaito.",
  translator: "Turi paskyrą, bet darbo čia dar nėra: vertimas atsiras vėlesnėje versijoje.",
  interviewer: "Turi paskyrą, bet darbo čia dar nėra: apklausėjo planšetė atsiras vėlesnėje versijoje.",
  coordinator:
    "Vienoje savivaldybėje kviečia respondentus, tvarko planšetes ir atvejus, stebi, kiek anketų gaunama. Skaito tai, kas paskelbta visiems.",
  analyst: "Rengia svorius ir skelbimus, juos pasirašo ir skaito; išduoda atsakymus su naujais numeriais.",
  "data-protection-officer": "Mato, kas turi paskyras ir kiek anketų gauta. Nieko nekeičia.",
};

/** Ką žmonių puslapis sako lietuviškai. */
export const peopleLt: Strings["people"] = {
  title: "Žmonės",
  summary: (active, invited) =>
    `${format.number(active)} ${format.plural(active, { one: "veikianti paskyra", few: "veikiančios paskyros", other: "veikiančių paskyrų" })}` +
    (invited === 0
      ? "."
      : `, ${format.number(invited)} ${format.plural(invited, { one: "atviras kvietimas", few: "atviri kvietimai", other: "atvirų kvietimų" })}.`),
  alone: "Kol kas čia esate tik jūs. Pakvieskite tuos, kas rengia, vykdo ir skaito tyrimą.",
  invite: "Pakviesti žmogų",
  inviteTitle: "Pakviesti žmogų",
  inviteLead: "Gausite vienkartinę nuorodą. Ją nusiųskite patys.",
  email: "El. paštas",
  role: "Vaidmuo",
  municipality: "Savivaldybė",
  municipalityHint: "Iš savivaldybių šis žmogus matys tik šią.",
  emailMissing: "Įrašykite kviečiamo žmogaus el. pašto adresą.",
  municipalityMissing: "Pasirinkite savivaldybę.",
  roleMissing: "Pasirinkite vaidmenį.",
  chooseRole: "Pasirinkite vaidmenį",
  chooseMunicipality: "Pasirinkite savivaldybę",
  wholeCountry: "Visa šalis",
  makeLink: "Sukurti nuorodą",
  cancel: "Atšaukti",
  linkTitle: "Nuoroda sukurta",
  linkLead: (email) => `Nusiųskite ją adresu ${email} patikimu būdu. Ji rodoma tik dabar.`,
  linkOnce: (until) => `Veikia vieną kartą, iki ${until}. Jei pasimestų, sukursite naują.`,
  linkLabel: "Kvietimo nuoroda",
  done: "Baigta",
  newLink: "Nauja nuoroda",
  newLinkFor: (email) => `Nauja nuoroda: ${email}`,
  disable: "Išjungti",
  disableFor: (email) => `Išjungti ${email}`,
  enable: "Įjungti",
  enableFor: (email) => `Įjungti ${email}`,
  undo: "Grąžinti",
  disabled: (email) => `${email} nebegali prisijungti.`,
  enabled: (email) => `${email} vėl gali prisijungti.`,
  columns: {
    person: "Žmogus",
    role: "Vaidmuo",
    place: "Vieta",
    state: "Būsena",
    actions: "Ką galima daryti",
  },
  states: { invited: "Pakviesta", active: "Veikia", disabled: "Išjungta" },
  you: "jūs",
  roleNames,
  roleDescriptions,
};
