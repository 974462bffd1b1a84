import type { IndicatorDefinition } from "../indicators/index.ts";
import { differenceOf } from "./difference.ts";
import { numbersOf, type StaffLanguage } from "./figure-words.ts";
import { verdictOf } from "./verdict.ts";
import type { WorkingComparison } from "./working-comparisons.ts";

type Text = Readonly<Record<string, string>>;

/** A released figure with the name of its domain. */
export interface NamedFigure {
  readonly name: Text;
  readonly value: number;
  readonly standardError: number | null;
  readonly degreesOfFreedom: number;
  readonly respondents: number;
}

export interface CompareTwoInput {
  readonly indicator: Pick<IndicatorDefinition, "unit" | "direction"> & { readonly label: Text };
  readonly one: NamedFigure;
  readonly other: NamedFigure;
  /** Of the errors of the two figures, −1 to 1; 0 where nothing is known of any. */
  readonly correlation: number;
  /** False for samples whose chances nobody knows. */
  readonly hasTests: boolean;
  /** What an interval is called, as the release says of its kind of sample; the range of a model when left out. */
  readonly interval?: Text;
}

export interface ComparedTwo {
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly detectable: number | null;
  readonly verdict: WorkingComparison["verdict"];
  /** One sentence in each language of staff. */
  readonly sentence: { readonly lt: string; readonly en: string };
}

/**
 * Two figures beside each other in one sentence: values, respondents, difference, interval with the covariance, what can
 * be said, and what this sample could have seen.
 *
 * @agrees R survey::svycontrast of two domains, tests/reference
 */
export function compareTwo(input: CompareTwoInput): ComparedTwo {
  const { indicator, one, other, correlation, hasTests } = input;
  const [a, b] = [one.standardError ?? Number.NaN, other.standardError ?? Number.NaN];
  const found = differenceOf(
    one.value - other.value,
    a * a + b * b - 2 * correlation * a * b,
    Math.min(one.degreesOfFreedom, other.degreesOfFreedom),
  );
  const verdict =
    hasTests && found.p !== null ? verdictOf(found.difference, found.p, indicator.direction) : "tests-off";
  const { difference, low, high, detectable } = found;
  const compared = { difference, low, high, detectable, verdict };
  const say = (language: StaffLanguage) => sentenceOf(input, compared, language);
  return { ...compared, sentence: { lt: say("lt"), en: say("en") } };
}

function sentenceOf(
  { indicator, one, other, interval = modelRange }: CompareTwoInput,
  { difference, low, high, detectable, verdict }: Omit<ComparedTwo, "sentence">,
  language: StaffLanguage,
): string {
  const numbers = numbersOf(indicator.unit, Math.min(one.respondents, other.respondents), language);
  const nameOf = (text: Text) => text[language] ?? text.en ?? "";
  const told = (figure: NamedFigure) =>
    `${nameOf(figure.name)} ${language === "lt" ? "– " : ""}${numbers.figure(figure.value)} (n = ${figure.respondents})`;
  const head = `${nameOf(indicator.label)}: ${told(one)}, ${told(other)}`;
  if (low === null || high === null || detectable === null)
    return `${head}; ${noInterval[language](numbers.difference(difference))}.`;
  const range = `${numbers.limit(low)} … ${numbers.limit(high)}`;
  return `${head}; ${differs[language](numbers.difference(difference), range, lowerCase(nameOf(interval)))}: ${verdicts[language][verdict](nameOf(one.name), numbers.size(detectable))}.`;
}

const modelRange: Text = { lt: "intervalas pagal svėrimo modelį", en: "range under the weighting model" };

/** Within a sentence. */
const lowerCase = (words: string): string => words.replace(/^\p{Lu}/u, (first) => first.toLowerCase());

const differs: Readonly<
  Record<StaffLanguage, (difference: string, range: string, interval: string) => string>
> = {
  lt: (difference, range, interval) => `skirtumas ${difference} (${interval} ${range})`,
  en: (difference, range, interval) => `the difference is ${difference} (${interval} ${range})`,
};

const noInterval: Readonly<Record<StaffLanguage, (difference: string) => string>> = {
  lt: (difference) => `skirtumas ${difference}, o jo tikslumas nežinomas, todėl išvados daryti negalima`,
  en: (difference) =>
    `the difference is ${difference}; how precise it is, is not known, so nothing follows from it`,
};

type Say = (name: string, detectable: string) => string;

const verdicts: Readonly<Record<StaffLanguage, Readonly<Record<ComparedTwo["verdict"], Say>>>> = {
  lt: {
    better: (name, size) => `${name}: rodiklis geresnis (imtis leido pastebėti maždaug ${size} skirtumą)`,
    worse: (name, size) => `${name}: rodiklis prastesnis (imtis leido pastebėti maždaug ${size} skirtumą)`,
    higher: (name, size) => `${name}: rodiklis didesnis (imtis leido pastebėti maždaug ${size} skirtumą)`,
    lower: (name, size) => `${name}: rodiklis mažesnis (imtis leido pastebėti maždaug ${size} skirtumą)`,
    "cannot-be-told-apart": (_, size) =>
      `pagal šią imtį vienos reikšmės nuo kitos atskirti negalima; ji keturis kartus iš penkių būtų parodžiusi ne mažesnį kaip ${size} skirtumą`,
    "tests-off": (_, size) =>
      `imtis netikimybinė, todėl nesakoma, kuri reikšmė geresnė; pagal svėrimo modelį būtų pastebimas maždaug ${size} skirtumas`,
  },
  en: {
    better: (name, size) => `${name} does better (this sample could have seen a difference of about ${size})`,
    worse: (name, size) => `${name} does worse (this sample could have seen a difference of about ${size})`,
    higher: (name, size) => `${name} is higher (this sample could have seen a difference of about ${size})`,
    lower: (name, size) => `${name} is lower (this sample could have seen a difference of about ${size})`,
    "cannot-be-told-apart": (_, size) =>
      `the two cannot be told apart; four times in five this sample would have shown a difference of ${size} or more`,
    "tests-off": (_, size) =>
      `nobody knows the chances of this sample, so neither is called better; under the weighting model a difference of about ${size} could be seen`,
  },
};
