import { z } from "zod";
import { type Code, type Instrument, type Item, itemWithRole } from "../definition/index.ts";
import { leaning } from "./effects.ts";
import { quantityAround, remembered, substantive } from "./leanings.ts";
import type { Answering, Respondent } from "./respondent.ts";

const Shares = z.record(z.string(), z.number().min(0).max(1));

const Tendency = z.strictObject({
  /** By code, of those who answer; a missing code such as "dont-know" too. What is not named shares the rest alike. */
  shares: Shares.exactOptional(),
  /** By row of a matrix: the same. */
  rows: z.record(z.string(), Shares).exactOptional(),
  /** By option of a multiple-choice item: the share who tick it. */
  options: Shares.exactOptional(),
  /** The mean of a number. */
  mean: z.number().exactOptional(),
  /** By code of the citizenship item: shares, or of a multiple-choice item options, instead of those for everybody. */
  byGroup: z.record(z.string(), Shares).exactOptional(),
});
export type Tendency = z.infer<typeof Tendency>;

/** Figures that the answers of simulated respondents are bent to, by item; `item.part` does not exist here. */
export const Tendencies = z.strictObject({ items: z.record(z.string(), Tendency) });
export type Tendencies = z.infer<typeof Tendencies>;

/** The tendencies speak of what the instrument does not have; the message names it. */
export class TendencyMisfitError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "TendencyMisfitError";
  }
}

/** @throws TendencyMisfitError naming the item, code or row that the instrument does not have */
export function checkTendencies({ items }: Tendencies, instrument: Pick<Instrument, "items">): void {
  const groups = itemWithRole(instrument, "citizenship");
  for (const [name, tendency] of Object.entries(items)) {
    const item = instrument.items.find((each) => each.name === name);
    if (item === undefined) throw new TendencyMisfitError(`Tendencies: the instrument has no item ${name}.`);
    const codes = item.choices.map(({ code }) => String(code));
    const lists = [tendency.shares, tendency.options, ...Object.values(tendency.rows ?? {})];
    for (const list of [...lists, ...Object.values(tendency.byGroup ?? {})])
      mustHave(Object.keys(list ?? {}), codes, `${name} has no option`);
    mustHave(
      Object.keys(tendency.rows ?? {}),
      item.rows.map(({ code }) => String(code)),
      `${name} has no row`,
    );
    mustHave(
      Object.keys(tendency.byGroup ?? {}),
      (groups?.choices ?? []).map(({ code }) => String(code)),
      `${name}: there is no citizenship`,
    );
  }
}

function mustHave(wanted: readonly string[], known: readonly string[], missing: string): void {
  const stray = wanted.find((code) => !known.includes(code));
  if (stray !== undefined) throw new TendencyMisfitError(`Tendencies: ${missing} ${stray}.`);
}

/** Answers to an item that lie around the wanted figures; undefined where the tendency says nothing of its kind. */
export function tending(item: Item, tendency: Tendency): Answering | undefined {
  const { shares, rows, options, mean, byGroup = {} } = tendency;
  const groups = new Map(Object.entries(byGroup));
  switch (item.kind) {
    case "single":
    case "rating": {
      if (shares === undefined && groups.size === 0) return undefined;
      const of = remembered((group) => oneOf(item, groups.get(group) ?? shares ?? {}, item.name));
      return (respondent) => of(respondent.group)(respondent);
    }
    case "matrix":
      return rows && rowsTending(item, rows);
    case "multiple": {
      if (options === undefined && groups.size === 0) return undefined;
      const of = remembered((group) => someOf(item, groups.get(group) ?? options ?? {}));
      return (respondent) => of(respondent.group)(respondent);
    }
    case "number":
      return mean === undefined ? undefined : quantityAround(item, mean);
    default:
      return undefined;
  }
}

/** One code, its odds bent mildly by place and person, so that places differ around the wanted figure. */
function oneOf(
  item: Item,
  wanted: Tendency["shares"] & object,
  name: string,
): (one: Respondent) => Code | undefined {
  const missing = item.choices.filter((choice) => choice.missing !== undefined).map(({ code }) => code);
  const codes = [...substantive(item.choices), ...missing.filter((code) => String(code) in wanted)];
  const weights = completed(codes, wanted);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const middle = weights.reduce((sum, weight, i) => sum + (weight / total) * i, 0);
  const isScale = item.kind === "rating" || item.measure.level !== "nominal";
  const direction = item.measure.reversed ? -1 : 1;
  const bend = remembered((place) => 0.09 * leaning(item.measure.domain, "place", place));
  const nominal = remembered((place) =>
    codes.map((code) => 0.15 * leaning("place", place, name, String(code))),
  );
  return ({ random, place, mood }) => {
    const lean = direction * (bend(place) + 0.1 * mood);
    const bent = weights.map((weight, i) =>
      isScale
        ? weight * Math.exp((4 * lean * (i - middle)) / Math.max(1, codes.length - 1))
        : weight * Math.exp(nominal(place)[i] ?? 0),
    );
    return codes[random.weighted(bent)];
  };
}

/** The shares by code; what is not named shares what is left alike. */
function completed(codes: readonly Code[], wanted: Readonly<Record<string, number>>): number[] {
  const named = codes.map((code) => (Object.hasOwn(wanted, String(code)) ? wanted[String(code)] : undefined));
  const left = Math.max(0, 1 - named.reduce<number>((sum, share) => sum + (share ?? 0), 0));
  const open = named.filter((share) => share === undefined).length;
  const weights = named.map((share) => share ?? left / open);
  return weights.some((weight) => weight > 0) ? weights : codes.map(() => 1);
}

function rowsTending(item: Item, wanted: Tendency["rows"] & object): Answering {
  const rows = item.rows.map(({ code }) => {
    const shares = Object.hasOwn(wanted, String(code)) ? wanted[String(code)] : undefined;
    return { row: String(code), draw: oneOf(item, shares ?? {}, `${item.name}.${code}`) };
  });
  return (respondent) => {
    const answer: Record<string, Code> = {};
    for (const { row, draw } of rows) {
      const code = !item.required && respondent.random.chance(0.015) ? undefined : draw(respondent);
      if (code !== undefined) answer[row] = code;
    }
    return Object.keys(answer).length === 0 ? undefined : answer;
  };
}

/** Each option ticked at its own rate; whoever ticks none chooses what stands alone, such as "none of these". */
function someOf(item: Item, wanted: Tendency["options"] & object): Answering {
  const options = item.choices.filter(({ missing }) => missing === undefined);
  const alone = options.filter(({ exclusive }) => exclusive).map(({ code }) => code);
  const together = options.filter(({ exclusive }) => !exclusive).map(({ code }) => code);
  const rateOf = (code: Code) => (Object.hasOwn(wanted, String(code)) ? (wanted[String(code)] ?? 0) : 0.1);
  const bends = remembered((place) =>
    together.map((code) => 0.15 * leaning("place", place, item.name, String(code))),
  );
  return ({ random, place }) => {
    const bent = bends(place);
    const chosen = together.filter((code, i) => {
      const rate = rateOf(code);
      return random.chance(rate + rate * (1 - rate) * (bent[i] ?? 0));
    });
    if (chosen.length > 0) return chosen;
    const only = alone[random.index(alone.length)];
    return only === undefined ? undefined : [only];
  };
}
