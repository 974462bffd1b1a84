import type { Asked } from "./cells.ts";

const names = {
  municipality: {
    lt: "savivaldybė, kurioje deklaruota gyvenamoji vieta",
    en: "municipality of declared residence",
  },
  citizenship: { lt: "pilietybių grupė", en: "group of citizenships" },
  sex: { lt: "lytis", en: "sex" },
  age: { lt: "amžiaus grupė", en: "age group" },
  "residence-ground": { lt: "buvimo Lietuvoje pagrindas", en: "ground for staying" },
} as const;

type Named = keyof typeof names;

/** The letter with which a study asks the Migration Department for its tables. Who sends it fills in the brackets. */
export function letterOf({ categories }: Asked, date: string, language: "lt" | "en"): string {
  const listed = [...categories]
    .map(
      ([role, own]) =>
        `- ${names[role as Named]?.[language] ?? role}: ${own.map((one) => one[language]).join("; ")}`,
    )
    .join("\n");
  return language === "lt" ? lithuanian(date, listed) : english(date, listed);
}

const lithuanian = (date: string, listed: string): string => `[Siuntėjas, adresas, data]

Migracijos departamentui prie Vidaus reikalų ministerijos

DĖL STATISTINIŲ DUOMENŲ APIE TREČIŲJŲ ŠALIŲ PILIEČIUS

Atliekame tyrimą, kuriame trečiųjų šalių piliečiai ir asmenys be pilietybės vertina, kaip jiems sekasi įsikurti Lietuvoje. Kad atsakymai teisingai atspindėtų visus šiuos žmones, prašome pateikti jų skaičių **${date}** dienos duomenimis.

Ką skaičiuoti: 18 metų ir vyresni asmenys, turintys teisę gyventi Lietuvoje, kurie nėra Lietuvos, kitos Europos Sąjungos ar Europos laisvosios prekybos asociacijos šalies piliečiai. Asmenys be pilietybės įskaičiuojami.

Pagal ką skaičiuoti (visi požymiai sukryžiuoti, vienos dienos duomenimis):

${listed}

Prašome užpildyti pridedamos lentelės \`table.csv\` stulpelį „count“. Jei žmonių nėra, įrašykite 0. Asmens duomenų nereikia. Mažų skaičių prašome neapvalinti: lentelė naudojama tik svoriams skaičiuoti ir neskelbiama. Jei mažų skaičių pateikti negalite, įrašykite „<5“ – tai pažymėsime.

Taip pat prašome nurodyti, kokie leidimai ir dokumentai įskaičiuoti, ar neįskaičiuoti nebegaliojantys, ir kuo šie duomenys skiriasi nuo Jūsų skelbiamų bendrų skaičių.

[Vardas, pareigos, kontaktai]
`;

const english = (date: string, listed: string): string => `[Sender, address, date]

To the Migration Department under the Ministry of the Interior

STATISTICS ON THIRD-COUNTRY NATIONALS

We run a survey in which third-country nationals and stateless persons say how they judge settling in Lithuania. So that their answers stand for all of them, we ask for their number as of **${date}**.

Whom to count: people aged 18 and over with a right to reside in Lithuania who are not citizens of Lithuania, of another country of the European Union or of the European Free Trade Association. Stateless persons are included.

By what (all of it crossed, at this one date):

${listed}

Please fill the column "count" of the enclosed \`table.csv\`. Where there is nobody, write 0. No personal data are needed. Please do not round small numbers: the table serves weights only and is not published. Where small numbers cannot be given, write "<5"; we shall mark it.

Please say, too, which permits and documents are counted, whether expired ones are left out, and how these counts differ from the totals that you publish.

[Name, position, contacts]
`;
