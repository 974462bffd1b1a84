import type { Choice, Code, Item } from "../definition/index.ts";
import { leaning } from "./effects.ts";
import type { Answering, Respondent } from "./respondent.ts";

/** A place on an ordered scale: the item's centre, bent mildly by place, group and person. */
export function positionOn(
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
export function favourite(item: Item): Answering {
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

/** Some of the options, or one that stands alone such as "none of these". */
export function severalOf(item: Item): Answering {
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
export function quantityOf({ name, minimum = 0, maximum = minimum + 100 }: Item): Answering {
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

/** Codes that are an answer, in order. */
export function substantive(choices: readonly Choice[]): Code[] {
  return choices.filter(({ missing }) => missing === undefined).map(({ code }) => code);
}

/** Work that depends on a word, done once for each. */
export function remembered<Value>(work: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}

/** A whole number within the item's range whose mean lies around the wanted one. */
export function quantityAround({ minimum = 0, maximum }: Item, mean: number): Answering {
  const lowest = Math.ceil(minimum);
  const most = Math.floor(maximum ?? Number.MAX_SAFE_INTEGER);
  const nearTop = maximum !== undefined && mean - lowest > (most - lowest) / 2;
  const width = (Math.max(0, nearTop ? most - mean : mean - lowest) + 0.5) / 2;
  return ({ random }) => {
    const steps = Math.floor(-Math.log((1 - random.unit()) * (1 - random.unit())) * width);
    return nearTop ? Math.max(lowest, most - steps) : Math.min(most, lowest + steps);
  };
}
