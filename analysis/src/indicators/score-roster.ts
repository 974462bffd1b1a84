import type { Dataset } from "../dataset/dataset.ts";
import { IndicatorError, unansweredAmong } from "./answers.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import { truthsOf, variablesOfRule } from "./rules.ts";
import type { Totals } from "./score-totals.ts";
import { belongingTo } from "./scores.ts";
import { unknown, yes } from "./truths.ts";

/**
 * S6 over the members of a roster: by respondent the members who fulfil the numerator among those of the denominator,
 * so that the error follows respondents, not members; members of whom it is not known do not count. Eligible are
 * people who have members in the denominator.
 */
export function membersOf(
  indicator: IndicatorDefinition,
  { roster: name, numerator, denominator }: EstimandOf<"roster-ratio">,
  dataset: Dataset,
): Totals {
  const roster = dataset.rosters?.get(name);
  if (!roster)
    throw new IndicatorError(
      `The list "${name}" is not in the dataset. Name an item of the instrument that is a list, such as a panel that repeats.`,
    );
  const belongs = belongingTo(indicator, dataset);
  const [inNumerator, inDenominator] = [truthsOf(numerator, roster), truthsOf(denominator, roster)];
  const unanswered = unansweredAmong(variablesOfRule(numerator), roster);
  const eligible = new Uint8Array(dataset.rows);
  const [over, under] = [
    new Float64Array(dataset.rows).fill(Number.NaN),
    new Float64Array(dataset.rows).fill(Number.NaN),
  ];
  for (let member = 0; member < roster.rows; member++) {
    const row = roster.owner[member]!;
    if (belongs[row] === 0 || inDenominator[member] !== yes) continue;
    const holds = inNumerator[member]!;
    if (holds !== unknown || unanswered[member]! > 0) eligible[row] = 1;
    if (holds === unknown) continue;
    under[row] = (Number.isNaN(under[row]) ? 0 : under[row]!) + 1;
    over[row] = (Number.isNaN(over[row]) ? 0 : over[row]!) + holds;
  }
  return { eligible, numerator: over, denominator: under };
}
