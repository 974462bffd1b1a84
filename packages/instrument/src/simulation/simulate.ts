import type { Code, Instrument } from "../definition/index.ts";
import { hash } from "../drawing/index.ts";
import { allocate } from "./allocation.ts";
import type { Circumstances, Mode } from "./circumstances.ts";
import { type MarginRow, type Population, readPopulation } from "./population.ts";
import { type Random, seeded } from "./random.ts";
import { checkTendencies, type Tendencies } from "./tendencies.ts";
import { walkOf } from "./walk.ts";

export interface Simulation {
  readonly instrument: Instrument;
  /** Rows of a margins file, the header's words as keys. */
  readonly margins: readonly MarginRow[];
  /** How many to invent; a whole number, at least 0. */
  readonly respondents: number;
  /** Whole number from 0 to 2⁵³-1: the same seed and instrument give the same respondents. */
  readonly seed: number;
  /** Municipalities that stay below 20 respondents, with their exact number; by default the three with the fewest people get 7, 12 and 17. */
  readonly small?: Readonly<Record<string, number>>;
  /** How people are met and asked; by default all on the web, with the short form, in the pilot, from the register. */
  readonly circumstances?: Circumstances;
  /** Figures that answers are bent to; by default everything is invented. */
  readonly tendencies?: Tendencies;
}

/** One invented response. Whoever keeps it marks it as synthetic. */
export interface SimulatedResponse {
  /** UUID (version 8) derived from seed, instrument and place in the sequence. */
  readonly responseId: string;
  readonly language: string;
  readonly mode: Mode;
  /** Recruitment channel carried by the link. */
  readonly channel: string;
  /** Hours between the opening of the wave and the consent, 0 to 503 (three weeks), by day rather than by night. */
  readonly consentHour: number;
  /** Only answers to items that were asked, in questionnaire order. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/**
 * Invents respondents who walk the instrument: routing, types, codes, ranges and missing reasons are respected,
 * about 3 % stop on the way. Given items follow the circumstances, drawn ones the answers; nobody is screened out, unless
 * the tendencies speak of it.
 *
 * @throws MarginsMisfitError if the margins speak of codes that the instrument does not offer
 * @throws TendencyMisfitError if the tendencies do
 */
export function* simulate({
  instrument,
  margins,
  respondents,
  seed,
  small,
  circumstances = {},
  tendencies = { items: {} },
}: Simulation): Generator<SimulatedResponse> {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError("The seed is a whole number from 0 to 9007199254740991.");
  if (!Number.isSafeInteger(respondents) || respondents < 0)
    throw new RangeError("The number of respondents is a whole number, at least 0.");
  checkTendencies(tendencies, instrument);
  const streams = { low: seed >>> 0, high: Math.floor(seed / 2 ** 32) ^ hash(instrument.digest) };
  const population = readPopulation(margins, instrument);
  const places = shuffledPlaces(population, respondents, small, seeded(streams.low, streams.high, 0));
  const walk = walkOf({ instrument, population, circumstances, tendencies });
  for (let i = 0; i < respondents; i++) yield walk(seeded(streams.low, streams.high, i + 1), places[i]);
}

/** The municipality of every respondent, in random order; empty where the margins know none. */
function shuffledPlaces(
  population: Population,
  respondents: number,
  small: Simulation["small"],
  random: Random,
): Code[] {
  if (population.municipalities.size === 0) return [];
  const counts = allocate(respondents, population.municipalities, {
    floor: 24,
    small: keptSmall(population, small),
  });
  const places = [...counts].flatMap(([code, count]) => Array.from({ length: count }, () => code));
  for (let i = places.length - 1; i > 0; i--) {
    const j = random.index(i + 1);
    const [here, there] = [places[i], places[j]];
    if (here !== undefined && there !== undefined) [places[i], places[j]] = [there, here];
  }
  return places;
}

const smallCounts = [7, 12, 17];

function keptSmall({ municipalities }: Population, small: Simulation["small"]): ReadonlyMap<Code, number> {
  const codes = [...municipalities.keys()];
  if (small)
    return new Map(
      codes.flatMap((code) => (Object.hasOwn(small, String(code)) ? [[code, small[String(code)] ?? 0]] : [])),
    );
  const fewest = [...municipalities]
    .toSorted(([, a], [, b]) => a - b)
    .slice(0, codes.length > 6 ? smallCounts.length : 0);
  return new Map(fewest.map(([code], i) => [code, smallCounts[i] ?? 0]));
}
