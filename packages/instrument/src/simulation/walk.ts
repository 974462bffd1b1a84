import {
  type Code,
  channelName,
  type DesignRole,
  type Instrument,
  type Item,
  itemWithRole,
} from "../definition/index.ts";
import {
  type Answers,
  type Drawing,
  type DrawingRules,
  drawingOf,
  drawingRulesOf,
} from "../drawing/index.ts";
import { parseExpression, referencesIn } from "../expressions/index.ts";
import { compileConditions, type Routing } from "../plan/index.ts";
import { answeringOf } from "./answering.ts";
import { type Circumstances, meet } from "./circumstances.ts";
import { offersOf } from "./offers.ts";
import { dimensions, type Population, type Profile } from "./population.ts";
import { type Random, seeded } from "./random.ts";
import type { Answering, Respondent } from "./respondent.ts";
import { uuidFrom } from "./respondent-id.ts";
import { screeningCodes } from "./screening.ts";
import type { SimulatedResponse } from "./simulate.ts";
import { drawLanguage } from "./speech.ts";
import type { Tendencies } from "./tendencies.ts";

interface Country {
  readonly instrument: Instrument;
  readonly population: Population;
  readonly circumstances: Circumstances;
  readonly tendencies: Tendencies;
}

interface Stop {
  readonly item: Item;
  readonly answer: Answering;
  readonly role: DesignRole | undefined;
}

/** The walk of one respondent through the instrument. */
export function walkOf(country: Country): (random: Random, place: Code | undefined) => SimulatedResponse {
  const { instrument, population, circumstances } = country;
  const routing = compileConditions(instrument);
  const course = {
    routing,
    drawing: drawingOf(instrument),
    decisive: decisiveIn(drawingRulesOf(instrument)),
  };
  const stops = stopsOf(country, routing);
  const lastDesign = stops.findLastIndex(({ role }) => role !== undefined);
  const { languages } = instrument.manifest;
  const knowsPlaces = itemWithRole(instrument, "municipality") !== undefined;
  const movesAbout = itemWithRole(instrument, "actual-municipality") !== undefined;
  return (random, place) => {
    const responseId = uuidFrom(random);
    const known = knowsPlaces && place !== undefined ? { municipality: place } : {};
    const profile = population.draw(random, known);
    const language = drawLanguage(random, profile.citizenship, languages);
    const mood = random.normal();
    const consentHour = 24 * random.index(21) + 7 + random.index(15);
    const channel = channels[random.weighted(channelOdds)] ?? "";
    const end = random.chance(0.03) ? lastDesign + 1 + random.index(stops.length - lastDesign) : stops.length;
    const aside = seeded(...wordsOf(responseId));
    const met = meet(circumstances, aside);
    const home = movesAbout ? homeOf(profile, population, aside) : profile.municipality;
    const answers: Record<string, unknown> = {};
    const group = String(profile.citizenship);
    const respondent = { random, language, place: String(home), group, mood, aside, answers };
    const walker = { responseId, profile, home, respondent, answers, given: course.drawing.given(met) };
    walk(stops.slice(0, end), course, walker);
    const ordered = stops.flatMap(({ item: { name } }) => (name in answers ? [[name, answers[name]]] : []));
    return {
      responseId,
      language,
      mode: met.mode,
      channel,
      consentHour,
      answers: Object.fromEntries(ordered),
    };
  };
}

const channels = (["message", "office", "partner", "social"] as const).map((kind) =>
  channelName({ kind, place: null, language: null }),
);
const channelOdds = [4, 3, 2, 3];

function stopsOf({ instrument, tendencies }: Country, routing: Routing): Stop[] {
  const offers = offersOf(instrument);
  const ending = screeningCodes(instrument, routing);
  return instrument.items.map((item) => {
    const codes = tendencies.items[item.name] === undefined ? ending.get(item.name) : undefined;
    const choices = item.choices.filter(({ code }) => !codes?.has(code));
    const role = dimensions.find((dimension) => dimension === item.measure.role);
    return { item, answer: answeringOf({ ...item, choices }, { offers, tendencies }), role };
  });
}

interface Walker {
  readonly responseId: string;
  readonly profile: Profile;
  /** Municipality where the person lives, whatever is declared. */
  readonly home: Code | undefined;
  readonly respondent: Respondent;
  readonly answers: Record<string, unknown>;
  readonly given: Answers;
}

interface Course {
  readonly routing: Routing;
  readonly drawing: Drawing;
  /** Items whose answers a draw rests on. */
  readonly decisive: ReadonlySet<string>;
}

function decisiveIn({ drawn }: DrawingRules): ReadonlySet<string> {
  return new Set(
    drawn.flatMap(({ draw: { from, by, eligible = {} } }) => [
      ...[from, by].filter((name) => name !== undefined),
      ...Object.values(eligible).flatMap((text) =>
        referencesIn(parseExpression(text)).flatMap(({ path: [first] }) => (first ? [first.name] : [])),
      ),
    ]),
  );
}

/** Item after item in the order of the questionnaire; every draw follows the answers so far. */
function walk(stops: readonly Stop[], { routing, drawing, decisive }: Course, walker: Walker): void {
  const { answers, responseId, respondent, given } = walker;
  const open = new Set<string>();
  for (const stop of stops) {
    const { name, measure } = stop.item;
    if (!routing.isAsked(name, answers)) continue;
    if (measure.role === "drawn") open.add(name);
    else {
      const answer = measure.role === "given" ? given[name] : answerAt(stop, walker);
      if (answer !== undefined && !(Array.isArray(answer) && answer.length === 0)) answers[name] = answer;
    }
    if (open.has(name) || (open.size > 0 && decisive.has(name)))
      drawAgain(open, drawing.draw(responseId, respondent.answers), answers);
  }
}

function drawAgain(open: ReadonlySet<string>, drawn: Answers, answers: Record<string, unknown>): void {
  for (const name of open) {
    const codes = drawn[name];
    if (Array.isArray(codes) && codes.length > 0) answers[name] = codes;
    else delete answers[name];
  }
}

/** What the margins decided, where they speak of it; a few people keep sex or residence ground to themselves. */
function answerAt({ item, answer, role }: Stop, { profile, home, respondent }: Walker): unknown {
  const { sameAs } = item.measure;
  const offers = (code: Code | undefined) => item.choices.some((choice) => choice.code === code);
  if (item.measure.role === "actual-municipality" && offers(home)) return home;
  const drawn = role && profile[role];
  if (drawn === undefined) return answer(respondent);
  if (sameAs !== undefined && respondent.answers[sameAs.item] === drawn) return sameAs.code;
  const refusal =
    role === "municipality" || role === "citizenship"
      ? undefined
      : item.choices.find(({ missing }) => missing === "refused");
  return refusal && respondent.random.chance(0.01) ? refusal.code : drawn;
}

/** About one person in twelve lives in another municipality than the declared one, more often in a large one. */
function homeOf({ municipality }: Profile, { municipalities }: Population, random: Random): Code | undefined {
  if (municipality === undefined || !random.chance(1 / 12)) return municipality;
  return [...municipalities.keys()][random.weighted([...municipalities.values()])];
}

/** The first words of a response id, as a stream of chance of its own. */
function wordsOf(responseId: string): number[] {
  const hex = responseId.replaceAll("-", "");
  return [0, 8, 16].map((start) => Number.parseInt(hex.slice(start, start + 8), 16));
}
