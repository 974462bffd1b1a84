import { numbersOf } from "@tiltas/analysis/comparison";
import type { ReleasedIndicator, ReleaseFile, ShownCell } from "@tiltas/analysis/release";

export type Language = "lt" | "en";

type Hidden = Exclude<
  ReleaseFile["crossings"][number]["cells"][number][number]["state"],
  "published" | "few-observations"
>;

/** Why a figure is not told. */
const reasons: Readonly<Record<Language, Readonly<Record<Hidden, string>>>> = {
  lt: {
    "too-few": "atsakė per mažai žmonių, kad skaičius būtų pakankamai tikslus",
    protected: "skaičius neskelbiamas, kad nebūtų galima atpažinti žmonių",
    "left-out": "pagal apibrėžimą rodiklis ne apie šiuos žmones",
    "not-shown-here": "šiuo lygmeniu rodiklis neskelbiamas: žiūrėkite savivaldybių grupę arba visą šalį",
    "not-estimable": "patikimai apskaičiuoti neįmanoma",
  },
  en: {
    "too-few": "too few people answered for a figure that is precise enough",
    protected: "the figure is not published, so that nobody can be recognised",
    "left-out": "by its definition the indicator is not about these people",
    "not-shown-here":
      "the indicator is not published at this level: see the group of municipalities or the country",
    "not-estimable": "there is no dependable estimate",
  },
};

export function refusalOf(label: string, place: string, state: Hidden, language: Language): string {
  const head = language === "lt" ? "Atsakyti negalima" : "This cannot be answered";
  return `${head}. ${label}, ${place}: ${reasons[language][state]}.`;
}

export function outsideLattice(release: ReleaseFile, words: string, language: Language): string {
  const refused = release.lattice.refused.find(({ dimensions }) =>
    dimensions.every((id) => words.includes(`${id}=`)),
  );
  const why = refused?.why[language];
  return language === "lt"
    ? `Atsakyti negalima. Toks pjūvis neskelbiamas. ${why ?? "Pjūviai nustatyti prieš bangą, kad iš kelių lentelių nebūtų galima išskaičiuoti pavienių žmonių."}`
    : `This cannot be answered. Figures are not cut this way. ${why ?? "The cuts were fixed before the wave, so that single people cannot be worked out from several tables."}`;
}

/** Why two cuts are not set beside each other. */
export function overlapping(
  label: string,
  [one, other]: readonly [string, string],
  language: Language,
): string {
  return language === "lt"
    ? `${label}: ${one} ir ${other} – palyginti negalima, nes tie patys žmonės gali priklausyti abiem. Kiekvieną galima lyginti su Lietuva.`
    : `${label}: ${one} and ${other} cannot be compared, because the same people may belong to both. Each of them can be compared with Lithuania.`;
}

/** A shown figure in a sentence. */
export function figureOf(
  indicator: ReleasedIndicator,
  label: string,
  place: string,
  cell: ShownCell,
  interval: ReleaseFile["sampling"]["interval"],
  language: Language,
): string {
  const numbers = numbersOf(indicator.unit, cell.respondents, language);
  const whom = indicator.universe[language] ?? "";
  const called = (interval[language] ?? "").replace(/^\p{Lu}/u, (first) => first.toLowerCase());
  const hasInterval = cell.low !== null && cell.high !== null;
  const range = hasInterval ? `${numbers.limit(cell.low ?? 0)} … ${numbers.limit(cell.high ?? 0)}` : "";
  const few = cell.state === "few-observations" || cell.lowPrecision === true;
  const care = few
    ? { lt: " Skaičius netikslus, vertinti atsargiai.", en: " The figure is imprecise: read it with care." }[
        language
      ]
    : "";
  const inside = [...(hasInterval ? [`${called} ${range}`] : []), `n = ${cell.respondents}`].join("; ");
  return `${label}, ${place}: ${numbers.figure(cell.value)} (${inside}). ${whom}.${care}`;
}

/** From which release a sentence is, and what it may not be taken for. */
export function provenance(
  { wave, study, policy }: ReleaseFile,
  number: number,
  isSigned: boolean,
  language: Language,
): string {
  const title = wave.title[language] ?? wave.id;
  const parts =
    language === "lt"
      ? [
          `${title}, leidinys ${number}${policy === "ministry" ? ", ministerijai" : ""}`,
          ...(isSigned ? [] : ["niekas nepasirašė, nepaskelbta"]),
          ...(study.synthetic ? ["duomenys išgalvoti"] : []),
        ]
      : [
          `${title}, release ${number}${policy === "ministry" ? ", for the ministry" : ""}`,
          ...(isSigned ? [] : ["nobody has signed, not released"]),
          ...(study.synthetic ? ["all data are invented"] : []),
        ];
  return `[${parts.join("; ")}]`;
}
