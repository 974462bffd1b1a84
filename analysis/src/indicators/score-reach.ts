import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import type { People } from "./measured.ts";
import { truthsOf } from "./rules.ts";
import { belongingTo } from "./scores.ts";
import { yes } from "./truths.ts";

export type Channels = EstimandOf<"reach">["channels"];

/** The share of people reached by at least one of the channels. */
export const reachOf = (rules: Channels) =>
  ({ type: "proportion", where: { any: rules.map(({ where }) => where) } }) as const;

/**
 * Total unduplicated reach: the share of people reached by at least one channel of the best combination, chosen once
 * for the country among all of its size. The parts are the chosen channels with their own reach. Chosen and estimated
 * from the same answers, the reach is a little too favourable; its interval is that of the combination as given.
 *
 * @source Miaoulis, Free & Parsons (1990), Turf: a new planning approach for product line extensions, Marketing Research 2(1)
 */
export function chosenChannels(
  indicator: IndicatorDefinition,
  { channels, size }: EstimandOf<"reach">,
  people: People,
): Channels {
  return bestOf(channels, Math.min(size, channels.length), indicator, people);
}

/** The combination with the largest weight of people reached; of equal ones the first in the order given. */
function bestOf(channels: Channels, size: number, indicator: IndicatorDefinition, people: People): Channels {
  const weightOf = weightByPattern(channels, indicator, people);
  let [best, most] = [0, -1];
  for (const combination of combinations(channels.length, size)) {
    let reached = 0;
    for (const [pattern, weight] of weightOf) if ((pattern & combination) !== 0) reached += weight;
    if (reached > most) [best, most] = [combination, reached];
  }
  return channels.filter((_, i) => (best & (1 << i)) !== 0);
}

/** People of the universe who use the same channels count together: at most 2²⁰ patterns, in practice few. */
function weightByPattern(
  channels: Channels,
  indicator: IndicatorDefinition,
  { dataset, design: { weights }, country }: People,
): ReadonlyMap<number, number> {
  const belongs = belongingTo(indicator, dataset);
  const patterns = new Int32Array(dataset.rows);
  channels.forEach(({ where }, i) => {
    const uses = truthsOf(where, dataset);
    for (let row = 0; row < patterns.length; row++) if (uses[row] === yes) patterns[row]! |= 1 << i;
  });
  const weightOf = new Map<number, number>();
  for (let row = 0; row < patterns.length; row++) {
    const pattern = patterns[row]!;
    if (pattern === 0 || country.of[row] !== 0 || belongs[row] === 0) continue;
    weightOf.set(pattern, (weightOf.get(pattern) ?? 0) + weights[row]!);
  }
  return weightOf;
}

/** All sets of `size` among `count` channels as bits, in lexical order. */
function* combinations(count: number, size: number, first = 0): Generator<number> {
  if (size === 0) {
    yield 0;
    return;
  }
  for (let i = first; i <= count - size; i++)
    for (const rest of combinations(count, size - 1, i + 1)) yield rest | (1 << i);
}
