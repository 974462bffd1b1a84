import type { Choice, Code, Item } from "../definition/index.ts";
import { leaning } from "./effects.ts";
import type { Random } from "./random.ts";
import { drawSentence } from "./speech.ts";

/** What bends the answers of one respondent. */
export interface Respondent {
  readonly random: Random;
  readonly language: string;
  readonly place: string;
  readonly group: string;
  /** Standard normal: how favourably this person sees things altogether. */
  readonly mood: number;
}

/** One item, with what its answers lean to worked out once. */
export type Answering = (respondent: Respondent) => unknown;

/** How answers to one item are invented; undefined is "left empty". */
export function answeringOf(item: Item): Answering {
  if (item.measure.role === "missing-reason") return ({ random }) => pick(random, item.choices, [6, 3], 0.1);
  const emptiness = item.required ? 0 : item.measure.dataClass === "ordinary" ? 0.012 : 0.02;
  const answer = substance(item);
  const reason = missingReasonOf(item);
  return (respondent) =>
    respondent.random.chance(emptiness) ? undefined : (reason(respondent) ?? answer(respondent));
}

function substance(item: Item): Answering {
  switch (item.kind) {
    case "single":
    case "rating":
      return isOrdered(item) ? positionOn(substantive(item.choices), item, item.name) : favourite(item);
    case "matrix":
      return rowsOf(item);
    case "multiple":
      return severalOf(item);
    case "number":
      return quantityOf(item);
    case "text":
      return ({ random, language }) =>
        random.chance(0.25) ? drawSentence(random, language).slice(0, item.maximumLength) : undefined;
    default:
      return () => undefined;
  }
}

/** "refused" and "dont-know", where the item offers them; sensitive items twice as often. */
function missingReasonOf(item: Item): Answering {
  if (item.kind === "matrix") return () => undefined;
  const often = item.measure.dataClass === "ordinary" ? 1 : 2;
  const rates = item.choices.flatMap(({ code, missing }) =>
    missing ? [{ code, rate: often * (missing === "refused" ? 0.01 : 0.018) }] : [],
  );
  return ({ random }) => {
    const code = rates.find(({ rate }) => random.chance(rate))?.code;
    return code !== undefined && item.kind === "multiple" ? [code] : code;
  };
}

function isOrdered({ kind, measure }: Item): boolean {
  return kind === "rating" || measure.level !== "nominal";
}

/** A place on an ordered scale: the item's centre, bent mildly by place, group and person. */
function positionOn(
  codes: readonly Code[],
  { measure }: Item,
  name: string,
): (respondent: Respondent) => Code | undefined {
  const centre = 0.55 + 0.06 * leaning("item", name);
  const direction = measure.reversed ? -1 : 1;
  const byPlace = remembered(
    (place) => 0.05 * leaning("place", place) + 0.04 * leaning(measure.domain, "place", place),
  );
  const byGroup = remembered((group) => 0.04 * leaning(measure.domain, "group", group));
  return ({ random, place, group, mood }) => {
    const bent = centre + direction * (byPlace(place) + byGroup(group) + 0.1 * mood) + 0.19 * random.normal();
    return codes[Math.min(codes.length - 1, Math.floor(Math.max(0, bent) * codes.length))];
  };
}

/** One of several unordered codes; the first are a little more usual, of reversed items the last. */
function favourite(item: Item): Answering {
  const codes = substantive(item.choices);
  const steps = (i: number) => (item.measure.reversed ? codes.length - 1 - i : i) / codes.length;
  const base = codes.map((code, i) =>
    Math.exp(0.35 * leaning("code", item.name, String(code)) - 2 * steps(i)),
  );
  const bend = (place: string, group: string, code: Code) =>
    0.25 * leaning("place", place, item.name, String(code)) +
    0.2 * leaning("group", group, item.name, String(code));
  const weightsOf = remembered((place) =>
    remembered((group) => codes.map((code, i) => (base[i] ?? 0) * Math.exp(bend(place, group, code)))),
  );
  return ({ random, place, group }) => codes[random.weighted(weightsOf(place)(group))];
}

function rowsOf(item: Item): Answering {
  const codes = substantive(item.choices);
  const unknown = item.choices.find(({ missing }) => missing !== undefined)?.code;
  const rows = item.rows.map(({ code }) => ({
    row: String(code),
    draw: positionOn(codes, item, `${item.name}.${code}`),
  }));
  return (respondent) => {
    const answer: Record<string, Code> = {};
    for (const { row, draw } of rows) {
      if (!item.required && respondent.random.chance(0.015)) continue;
      const code = unknown !== undefined && respondent.random.chance(0.05) ? unknown : draw(respondent);
      if (code !== undefined) answer[row] = code;
    }
    return Object.keys(answer).length === 0 ? undefined : answer;
  };
}

/** Some of the options, or one that stands alone such as "none of these". */
function severalOf(item: Item): Answering {
  const options = item.choices.filter(({ missing }) => missing === undefined);
  const alone = options.filter(({ exclusive }) => exclusive).map(({ code }) => code);
  const together = options.filter(({ exclusive }) => !exclusive).map(({ code }) => code);
  const rates = together.map((code) => 0.25 + 0.08 * leaning("code", item.name, String(code)));
  const byPlace = remembered((place) =>
    together.map((code) => 0.05 * leaning("place", place, item.name, String(code))),
  );
  return ({ random, place }) => {
    const bent = byPlace(place);
    const chosen = together.filter((_, i) => random.chance((rates[i] ?? 0) + (bent[i] ?? 0)));
    if (chosen.length > 0) return chosen;
    const only =
      alone.length > 0 ? alone[random.index(alone.length)] : together[random.index(together.length)];
    return only === undefined ? undefined : [only];
  };
}

/** A whole number within the item's range: a hump near its lower end (gamma with shape 2). */
function quantityOf({ name, minimum = 0, maximum = minimum + 100 }: Item): Answering {
  const width = Math.min(
    (maximum - minimum) / 6,
    1.1 + 0.2 * leaning("item", name) + (maximum - minimum) / 100,
  );
  const lowest = Math.ceil(minimum);
  return ({ random }) =>
    Math.min(
      Math.floor(maximum),
      lowest + Math.floor(-Math.log((1 - random.unit()) * (1 - random.unit())) * width),
    );
}

function pick(
  random: Random,
  choices: readonly Choice[],
  weights: readonly number[],
  emptiness: number,
): Code | undefined {
  if (random.chance(emptiness)) return undefined;
  return choices[random.weighted(choices.map((_, i) => weights[i] ?? 1))]?.code;
}

function substantive(choices: readonly Choice[]): Code[] {
  return choices.filter(({ missing }) => missing === undefined).map(({ code }) => code);
}

function remembered<Value>(work: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}
