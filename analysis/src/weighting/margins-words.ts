import type { Sentence } from "./margins-problem.ts";

/** What can be wrong in a margins file, and the remedy; names of columns and codes stay as they stand in the file. */

export const noColumn = (column: string, required: readonly string[]): Sentence => ({
  lt: `Rinkmenoje nėra stulpelio „${column}“. Pridėkite jį; reikalingi stulpeliai: ${required.join(", ")}.`,
  en: `The margins file has no column "${column}". Add it; the file needs the columns ${required.join(", ")}.`,
});

export const organisations: Sentence = {
  lt: "Pagal šį klausimyną atsako organizacijos, o visumos duomenys skaičiuoja žmones. Bangai jų nereikia: kiekviena organizacija skaičiuojama vieną kartą.",
  en: "The instrument asks organisations, and margins count people. Give the wave no margins; every organisation then counts once.",
};

export const countsNobody: Sentence = {
  lt: "Rinkmenoje nėra nė vieno skirstinio. Pridėkite bent vieną, pavyzdžiui, savivaldybių (municipality).",
  en: "The margins file counts nobody. Add at least one margin, such as municipality.",
};

export const noMargin: Sentence = {
  lt: "Nenurodytas skirstinys. Jo pavadinimą įrašykite stulpelyje „margin“.",
  en: 'The row names no margin. Write the margin it belongs to in the column "margin".',
};

export const totalWithCell = (cell: string): Sentence => ({
  lt: `Bendro skaičiaus eilutėje įrašyta kategorija „${cell}“. Šioje eilutėje stulpelį „cell“ palikite tuščią.`,
  en: `The row declares the total but names the cell "${cell}". Leave the cell of the total empty.`,
});

export const twiceInCell = (dimension: string): Sentence => ({
  lt: `Toje pačioje kategorijoje „${dimension}“ nurodyta du kartus. Kiekvienai kategorijai rašykite atskirą eilutę.`,
  en: `The cell names ${dimension} twice. Write one row per category.`,
});

export const cellUnreadable = (cell: string): Sentence => ({
  lt: `Kategorija „${cell}“ parašyta nesuprantamai. Rašykite dimension=code, o kelias jungkite kabliataškiu, pvz., sex=female;age=18-29.`,
  en: `The cell "${cell}" is not understood. Write it as dimension=code, several joined by ";".`,
});

export const dimensionUnknown = (name: string, known: readonly string[]): Sentence => ({
  lt: `Pagal „${name}“ skaičiuoti negalima: klausimyne tokio požymio nėra. Galimi: ${known.join(", ")}.`,
  en: `The dimension "${name}" is the role of no item of the instrument. Use one of ${known.join(", ")}.`,
});

export const codeUnknown = (dimension: string, code: string): Sentence => ({
  lt: `Kategorijos ${dimension}=${code} klausimyne nėra, todėl niekas negali jai priklausyti. Įrašykite klausimyno kodą arba eilutę pašalinkite.`,
  en: `Nobody can be in the category ${dimension}=${code}: the instrument has no such code. Use one of its codes, or remove the row.`,
});

export const countUnreadable = (count: string): Sentence => ({
  lt: `Skaičius „${count}“ netinka. Rašykite sveikąjį skaičių, didesnį už nulį, be tarpų; tuščią kategoriją sujunkite su gretima.`,
  en: `The count "${count}" cannot be used. Counts are whole numbers above zero, without spaces: correct it, or merge the category with a neighbour.`,
});

export const factorUnreadable = (factor: string): Sentence => ({
  lt: `Daugiklis „${factor}“ stulpelyje „universe_factor“ netinka. Rašykite skaičių, didesnį už nulį, su tašku, arba palikite tuščią.`,
  en: `The universe factor "${factor}" cannot be used. Write a number above zero, or leave it empty.`,
});

/** One value that counts other people than the instrument asks. */
export interface OtherValue {
  readonly column: string;
  readonly given: string;
  readonly expected: string;
}

export const otherPeople = (values: readonly OtherValue[]): Sentence => ({
  lt: `Suskaičiuoti ne tie žmonės, kurių klausiama: ${values.map(({ column, given, expected }) => `„${column}“ yra „${given}“, o turi būti „${expected}“`).join("; ")}. Imkite tų pačių žmonių skaičius arba stulpelyje „universe_factor“ nurodykite daugiklį.`,
  en: `The row counts other people than the instrument asks: ${values.map(({ column, given, expected }) => `${column} "${given}" instead of "${expected}"`).join(" and ")}. Use counts of the right universe, or state the factor that converts them in a column universe_factor.`,
});

export const dateUnreadable = (date: string): Sentence => ({
  lt: `Data „${date}“ netinka. Rašykite esamą dieną taip: MMMM-MM-DD, pvz., 2026-01-01.`,
  en: `The reference date "${date}" is no day. Write it as YYYY-MM-DD.`,
});

export const confidenceUnknown = (confidence: string, known: readonly string[]): Sentence => ({
  lt: `Patikimumas „${confidence}“ nežinomas. Galimi: ${known.join(", ")}.`,
  en: `The confidence "${confidence}" is not known. Use one of ${known.join(", ")}.`,
});

export const demonstrationOnly = (confidence: string): Sentence => ({
  lt: `Patikimumas „${confidence}“ tinka tik bandymams. Prieš sverdami tikrus atsakymus, įrašykite skaičių iš šaltinio.`,
  en: `The confidence "${confidence}" serves demonstrations only. Replace the count by one from a source before weighting real answers.`,
});

export const secondTotal = (first: number): Sentence => ({
  lt: `Bendras skaičius nurodytas antrą kartą; pirmas yra ${first} eilutėje. Palikite vieną.`,
  en: `The row declares a second total; line ${first} has the first. Keep one.`,
});

export const countedAgain = (cell: string, first: number): Sentence => ({
  lt: `Kategorija ${cell} suskaičiuota antrą kartą; ji jau yra ${first} eilutėje. Palikite vieną iš jų.`,
  en: `The row counts ${cell} again; line ${first} has it already. Keep one of the two.`,
});

interface Other {
  readonly margin: string;
  readonly line: number;
}

export const otherShape = (
  given: string[],
  { margin, line }: Other,
  expected: readonly string[],
): Sentence => ({
  lt: `Čia skaičiuojama pagal ${given.join(" ir ")}, o to paties skirstinio „${margin}“ ${line} eilutėje – pagal ${expected.join(" ir ")}. Visose skirstinio eilutėse turi būti tie patys požymiai; kitaip pavadinkite kitą skirstinį.`,
  en: `The row crosses ${given.join(" and ")}, but line ${line} of the same margin "${margin}" crosses ${expected.join(" and ")}. Give every row of a margin the same dimensions, or another margin name.`,
});

export const otherDay = (given: string, { margin, line }: Other, expected: string): Sentence => ({
  lt: `Čia data ${given}, o to paties skirstinio „${margin}“ ${line} eilutėje – ${expected}. Visi vieno skirstinio skaičiai turi būti tos pačios dienos.`,
  en: `The row is of ${given}, but line ${line} of the same margin "${margin}" is of ${expected}. Take all counts of a margin from one day.`,
});

export const sameCategories = (one: Other, other: Other): Sentence => ({
  lt: `Skirstiniai „${one.margin}“ (${one.line} eilutė) ir „${other.margin}“ (${other.line} eilutė) skaičiuoja tas pačias kategorijas. Vieną pašalinkite.`,
  en: `The margins "${one.margin}" (line ${one.line}) and "${other.margin}" (line ${other.line}) count the same categories. Remove one of the two.`,
});

/** How far a margin is from the declared total. */
export interface Apart {
  readonly margin: string;
  readonly people: number;
  /** Signed, in per cent, such as "−9.1 %". */
  readonly gap: string;
  readonly total: number;
}

const gapInLithuanian = (gap: string) => gap.replace(".", ",");

export const tooFarApart = ({ margin, people, gap, total }: Apart): Sentence => ({
  lt: `Skirstinyje „${margin}“ suskaičiuota žmonių: ${people}, tai ${gapInLithuanian(gap)} nuo bendro skaičiaus ${total}. Leistinas skirtumas – 10 %: pataisykite arba, jei vis tiek norite suderinti, stulpelyje „gap_confirmed“ įrašykite yes.`,
  en: `The margin "${margin}" counts ${people} people, ${gap} from the total of ${total}. Margins may differ by at most 10 %: correct it, or write yes in a column gap_confirmed if it is to be scaled all the same.`,
});

export const scaledToTotal = ({ margin, people, gap, total }: Apart): Sentence => ({
  lt: `Skirstinyje „${margin}“ suskaičiuota žmonių: ${people}, tai ${gapInLithuanian(gap)} nuo bendro skaičiaus ${total}; jis proporcingai suderintas.`,
  en: `The margin "${margin}" counts ${people} people, ${gap} from the total of ${total}; it was scaled to the total.`,
});

export const noTotal = (margin: string, people: number): Sentence => ({
  lt: `Bendras skaičius nenurodytas, todėl juo laikoma skirstinio „${margin}“ suma: ${people}.`,
  en: `No total is declared; the margin "${margin}" (${people} people) stands for it.`,
});

export const multiplied = (factor: number, lines: readonly number[]): Sentence => ({
  lt: `Ne tų pačių žmonių skaičiai padauginti iš ${String(factor).replace(".", ",")} (eilutės: ${lines.join(", ")}).`,
  en: `Counts of another universe were multiplied by ${factor} (lines ${lines.join(", ")}).`,
});

export const differentDays = (days: readonly string[]): Sentence => ({
  lt: `Skirstinių datos skiriasi: ${days.join(", ")}.`,
  en: `The margins are of different days: ${days.join(", ")}.`,
});
