import { type Code, type DesignRole, type Instrument, type Item, itemWithRole } from "../definition/index.ts";
import { hash } from "../drawing/index.ts";
import { compileConditions, type Routing } from "../plan/index.ts";
import { allocate } from "./allocation.ts";
import { type Answering, answeringOf, type Respondent } from "./answering.ts";
import { dimensions, type MarginRow, type Population, type Profile, readPopulation } from "./population.ts";
import { type Random, seeded } from "./random.ts";
import { drawLanguage } from "./speech.ts";

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
}

/** One invented response. Whoever keeps it marks it as synthetic. */
export interface SimulatedResponse {
  /** UUID (version 8) derived from seed, instrument and place in the sequence. */
  readonly responseId: string;
  readonly language: string;
  readonly mode: "web";
  /** Recruitment channel carried by the link. */
  readonly channel: string;
  /** Hours between the opening of the wave and the consent, 0 to 503 (three weeks), by day rather than by night. */
  readonly consentHour: number;
  /** Only answers to items that were asked, in questionnaire order. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/**
 * Invents respondents who walk the instrument: routing, types, codes, ranges and missing reasons are respected,
 * about 3 % stop on the way.
 *
 * @throws MarginsMisfitError if the margins speak of codes that the instrument does not offer
 */
export function* simulate({
  instrument,
  margins,
  respondents,
  seed,
  small,
}: Simulation): Generator<SimulatedResponse> {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError("The seed is a whole number from 0 to 9007199254740991.");
  if (!Number.isSafeInteger(respondents) || respondents < 0)
    throw new RangeError("The number of respondents is a whole number, at least 0.");
  const streams = { low: seed >>> 0, high: Math.floor(seed / 2 ** 32) ^ hash(instrument.digest) };
  const population = readPopulation(margins, instrument);
  const places = shuffledPlaces(population, respondents, small, seeded(streams.low, streams.high, 0));
  const walk = walkOf(instrument, population);
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

interface Stop {
  readonly item: Item;
  readonly answer: Answering;
  readonly role: DesignRole | undefined;
}

function walkOf(
  instrument: Instrument,
  population: Population,
): (random: Random, place: Code | undefined) => SimulatedResponse {
  const plan = compileConditions(instrument);
  const stops = instrument.items.map((item) => ({ item, answer: answeringOf(item), role: designRole(item) }));
  const lastDesign = stops.findLastIndex(({ role }) => role !== undefined);
  const { languages } = instrument.manifest;
  const knowsPlaces = itemWithRole(instrument, "municipality") !== undefined;
  return (random, place) => {
    const responseId = uuidFrom(random);
    const profile = population.draw(
      random,
      knowsPlaces && place !== undefined ? { municipality: place } : {},
    );
    const language = drawLanguage(random, profile.citizenship, languages);
    const respondent = {
      random,
      language,
      place: String(profile.municipality),
      group: String(profile.citizenship),
      mood: random.normal(),
    };
    const consentHour = 24 * random.index(21) + 7 + random.index(15);
    const channel = channels[random.weighted(channelOdds)] ?? "website";
    const end = random.chance(0.03) ? lastDesign + 1 + random.index(stops.length - lastDesign) : stops.length;
    return {
      responseId,
      language,
      mode: "web",
      channel,
      consentHour,
      answers: answersOf(stops.slice(0, end), plan, profile, respondent),
    };
  };
}

const channels = ["website", "office-qr", "partner", "social-media"];
const channelOdds = [4, 3, 2, 3];

function answersOf(
  stops: readonly Stop[],
  plan: Routing,
  profile: Profile,
  respondent: Respondent,
): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const stop of stops) {
    if (!plan.isAsked(stop.item.name, answers)) continue;
    const given = stop.role === undefined ? stop.answer(respondent) : designAnswer(stop, profile, respondent);
    if (given !== undefined) answers[stop.item.name] = given;
  }
  return answers;
}

/** What the margins decided, where they speak of it; a few people keep sex or residence ground to themselves. */
function designAnswer({ item, answer, role }: Stop, profile: Profile, respondent: Respondent): unknown {
  const drawn = role && profile[role];
  if (drawn === undefined) return answer(respondent);
  const refusal =
    role === "municipality" || role === "citizenship"
      ? undefined
      : item.choices.find(({ missing }) => missing === "refused");
  return refusal && respondent.random.chance(0.01) ? refusal.code : drawn;
}

function designRole({ measure }: Item): DesignRole | undefined {
  return dimensions.find((role) => role === measure.role);
}

/** Version 8 (RFC 9562): 122 bits of our own making. */
function uuidFrom(random: Random): string {
  const hex = Array.from({ length: 4 }, () => random.word().toString(16).padStart(8, "0")).join("");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
