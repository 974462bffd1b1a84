import type { DesignRole } from "@tiltas/instrument/definition";
import { told } from "./public-cells.ts";
import type { Text } from "./weighting-plan.ts";

/** What is said of weights on sheets and screens, in the languages of staff. */
export const dimensionNames: Readonly<Record<DesignRole, { readonly lt: string; readonly en: string }>> = {
  municipality: { lt: "Savivaldybė (deklaruota)", en: "Municipality (declared)" },
  citizenship: { lt: "Pilietybė", en: "Citizenship" },
  sex: { lt: "Lytis", en: "Sex" },
  age: { lt: "Amžius", en: "Age" },
  "residence-ground": { lt: "Buvimo Lietuvoje pagrindas", en: "Ground of residence" },
};

export const joinedBecause = (fewest: number): Text => ({
  lt: `Sujungta, nes bent vienoje kategorijoje buvo mažiau kaip ${fewest} respondentų.`,
  en: `Joined because one of the categories had fewer than ${fewest} respondents.`,
});

const percent = (share: number) => `${share > 0 ? "+" : "−"}${(Math.abs(share) * 100).toFixed(1)}`;

export const scaledAway = ({ lt, en }: Text, gap: number): Text => ({
  lt: `Skirstinio „${lt}“ suma nuo bendro skaičiaus skyrėsi ${percent(gap).replace(".", ",")} %; ji proporcingai suderinta.`,
  en: `The margin "${en}" differed from the total by ${percent(gap)} %; it was scaled to it.`,
});

export const otherUniverse = ({ lt, en }: Text, factors: readonly number[]): Text => ({
  lt: `Skirstinyje „${lt}“ suskaičiuoti ne tie patys žmonės; jo skaičiai padauginti iš ${factors.map((one) => String(one).replace(".", ",")).join("; ")}.`,
  en: `The margin "${en}" counts other people; its counts were multiplied by ${factors.join("; ")}.`,
});

export const differentDays = (days: readonly string[]): Text => ({
  lt: `Skirstinių datos skiriasi: ${days.join(", ")}.`,
  en: `The margins are of different days: ${days.join(", ")}.`,
});

export const withoutCategory = ({ lt, en }: Text, respondents: number): Text => ({
  lt: `Respondentai be kategorijos skirstinyje „${lt}“: ${told(respondents, "lt")}; jie įskaičiuoti proporcingai skirstiniui.`,
  en: `Respondents without a category in the margin "${en}": ${told(respondents, "en")}; they count in proportion to the margin.`,
});

export const withoutBase = (respondents: number): Text => ({
  lt: `Respondentai, kurių atrankos tikimybė nežinoma: ${told(respondents, "lt")}; jiems priskirtas vidutinis pradinis svoris.`,
  en: `Respondents whose chance of selection is not known: ${told(respondents, "en")}; they start with the typical weight of the others.`,
});

export const extremeWeights = (shareOfTotal: number): Text => ({
  lt: `Kai kurie svoriai daugiau kaip penkis kartus didesni už vidutinį; jiems tenka ${(shareOfTotal * 100).toFixed(1).replace(".", ",")} % visų žmonių.`,
  en: `Some weights are more than five times the mean; together they carry ${(shareOfTotal * 100).toFixed(1)} % of all people.`,
});

export const notConverged: Text = {
  lt: "Svoriais ne visi skirstiniai suderinti: žr. stulpelius „prieš“ ir „po“. Smulkias kategorijas sujunkite svėrimo plane.",
  en: "The weights do not meet every margin: see the columns before and after. Join small categories in the weighting plan.",
};

export const boundsPassed = (upper: number): Text => ({
  lt: `Riba (${upper}) ir skirstiniai nesuderinami: skirstinių laikytasi, todėl kai kurie svoriai ribą viršija.`,
  en: `The bound (${upper}) and the margins do not agree: the margins were kept, so some weights pass the bound.`,
});

export const cellsJoined = ({ lt, en }: Text, fewest: number): Text => ({
  lt: `Skirstinyje „${lt}“ kategorijos, kuriose mažiau kaip ${fewest} respondentų, sujungtos su kitomis.`,
  en: `In the margin "${en}" categories with fewer than ${fewest} respondents were joined with others.`,
});

export const declaredAndLived: Text = {
  lt: "Savivaldybių skirstinys suderintas pagal deklaruotą vietą, o rezultatai pateikiami pagal vietą, kurioje gyvenama.",
  en: "Margins of municipalities are met by the declared municipality; results are told of the one lived in.",
};

export const outsidePopulation = (label: Text, code: string, respondents: number): Text => ({
  lt: `Skirstiniuose neskaičiuojama grupė „${label.lt ?? code}“, respondentų: ${told(respondents, "lt")}. Jų svoris pradinis, ir į šalies bei savivaldybių rodiklius jie neįeina.`,
  en: `Outside the population that the margins count: "${label.en ?? code}", respondents: ${told(respondents, "en")}. They keep their base weight and enter no figure of the country or a municipality.`,
});

export const tooFewToWeigh = (fewest: number): Text => ({
  lt: `Respondentų mažiau kaip ${fewest}, todėl jie nesverti: kiekvienas skaičiuojamas vieną kartą.`,
  en: `There are fewer than ${fewest} respondents, so they were not weighted: everyone counts once.`,
});

export const withoutMargins: Text = {
  lt: "Skirstinių nebuvo, todėl atsakymai nesverti: kiekvienas respondentas skaičiuojamas su pradiniu svoriu.",
  en: "There were no margins, so answers are not weighted to the population: every respondent counts with the base weight.",
};

export const alternativeNotFollowed = ({ lt, en }: Text): Text => ({
  lt: `Su šiais atsakymais kitas svėrimo būdas „${lt}“ neįmanomas, todėl jautrumo lape jo nėra.`,
  en: `The other way of weighting "${en}" is not possible with these answers, so the sensitivity sheet is without it.`,
});
