import type { Code, Instrument } from "../definition/index.ts";
import { uniformOf } from "./chance.ts";
import { type Answers, conditionOf, type Holds } from "./condition.ts";
import { type Given, type GivenAnswers, givenBy } from "./given.ts";
import { type DrawingRules, type DrawnItem, drawingRulesOf } from "./rules.ts";

/** What chance and the application fill in one instrument, for any respondent. */
export interface Drawing {
  /**
   * What is drawn for one respondent, by drawn item: codes in the order of the questionnaire, an empty list where
   * nothing can be drawn (yet). The same seed and answers always give the same; an option that comes or goes changes
   * nothing about the order of the others. It is called again whenever answers change.
   *
   * @param seed  names the respondent: the response id
   */
  draw(seed: string, answers: Answers): Readonly<Record<string, readonly Code[]>>;
  /**
   * The probability, by drawn item and by code, with which each option that can be drawn was: in (0, 1]. It rests on the
   * answers alone. Where a draw is made from an earlier draw, the chance is that of the last step.
   */
  chances(answers: Answers): Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Answers to the given items that this instrument has, as far as they offer these words. */
  given(values: Given): GivenAnswers;
}

/**
 * Compiles the draws of an instrument: for every option a random priority from the seed, and the first of those that can
 * be drawn. Equal priorities make a simple random sample without replacement; where one option is drawn in unequal
 * shares, exponential priorities give each its share of the chance.
 *
 * @throws  ExpressionError where a condition is none
 * @source  B. Rosén (1997), On sampling with probability proportional to size: order sampling; for one option, the
 *          smallest of exponential variables is each with probability rate by sum of rates
 */
export function drawingOf(source: DrawingRules | Pick<Instrument, "items">): Drawing {
  const rules = "items" in source ? drawingRulesOf(source) : source;
  const { drawn } = rules;
  const draws = drawn.map((each, place) => prepared(each, drawn.slice(0, place)));
  return {
    draw: (seed, answers) => {
      const result: Record<string, readonly Code[]> = {};
      for (const each of draws)
        result[each.item] = drawOne(each, seed, each.restsOnDraws ? { ...answers, ...result } : answers);
      return result;
    },
    chances: (answers) => Object.fromEntries(draws.map((each) => [each.item, chancesOf(each, answers)])),
    given: (values) => givenBy(rules, values),
  };
}

type Prepared = DrawnItem & {
  readonly conditions: ReadonlyMap<string, Holds>;
  /** Whether what was drawn before may decide here: only then are the answers copied, once for every respondent. */
  readonly restsOnDraws: boolean;
};

function prepared(each: DrawnItem, earlier: readonly DrawnItem[]): Prepared {
  const conditions = conditionsOf(each);
  const { from, by } = each.draw;
  const names = earlier.some(({ item }) => item === from || item === by);
  return { ...each, conditions, restsOnDraws: names || (earlier.length > 0 && conditions.size > 0) };
}

function conditionsOf({ draw }: DrawnItem): ReadonlyMap<string, Holds> {
  return new Map(Object.entries(draw.eligible ?? {}).map(([code, text]) => [code, conditionOf(text)]));
}

function drawOne(each: Prepared, seed: string, answers: Answers): Code[] {
  const options = eligible(each, answers);
  const size = sizeOf(each, answers);
  if (options.length <= size) return options;
  const first = options
    .map((code) => ({ code, priority: priorityOf(each, seed, code) }))
    .sort((a, b) => a.priority - b.priority)
    .slice(0, size);
  const chosen = new Set(first.map(({ code }) => code));
  return options.filter((code) => chosen.has(code));
}

/** Exponential with the option's share as its rate: the smaller, the sooner it is drawn. */
function priorityOf({ item, draw }: DrawnItem, seed: string, code: Code): number {
  return -Math.log(uniformOf(seed, item, String(code))) / shareOf(draw, code);
}

function chancesOf(each: Prepared, answers: Answers): Record<string, number> {
  const options = eligible(each, answers);
  const size = sizeOf(each, answers);
  if (size === 0) return {};
  const shares = options.map((code) => shareOf(each.draw, code));
  const sum = shares.reduce((all, share) => all + share, 0);
  const chance = (i: number) => {
    if (options.length <= size) return 1;
    return size === 1 ? (shares[i] ?? 1) / sum : size / options.length;
  };
  return Object.fromEntries(options.map((code, i) => [String(code), chance(i)]));
}

/** The options that can be drawn for this person, in the order of the questionnaire. */
function eligible({ codes, draw, conditions }: Prepared, answers: Answers): Code[] {
  const ticked = draw.from === undefined ? undefined : answers[draw.from];
  return codes.filter((code) => {
    if (draw.from !== undefined && !(Array.isArray(ticked) && ticked.includes(code))) return false;
    return conditions.get(String(code))?.(answers) ?? true;
  });
}

/** How many are drawn at most; none while the answer that settles it is not known. */
function sizeOf({ draw: { size, by } }: DrawnItem, answers: Answers): number {
  if (typeof size === "number") return size;
  const decisive = by === undefined ? undefined : answers[by];
  const known = typeof decisive === "string" || typeof decisive === "number" ? String(decisive) : undefined;
  const wanted = known !== undefined && Object.hasOwn(size, known) ? size[known] : 0;
  return wanted === "all" ? Number.POSITIVE_INFINITY : (wanted ?? 0);
}

function shareOf({ shares }: DrawnItem["draw"], code: Code): number {
  return (shares && Object.hasOwn(shares, String(code)) ? shares[String(code)] : undefined) ?? 1;
}
