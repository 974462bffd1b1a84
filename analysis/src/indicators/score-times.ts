import type { Dataset } from "../dataset/dataset.ts";
import { unansweredAmong } from "./answers.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import { quantityOf } from "./quantities.ts";
import { truthsOf, variablesOfQuantity, variablesOfRule } from "./rules.ts";
import { scoredWhereKnown, scoredWithin } from "./scored.ts";
import { belongingTo } from "./scores.ts";
import { no, yes } from "./truths.ts";

/** By row: how long it took, or has not happened yet, and which of both; NaN for who does not count. */
export interface WaitingTimes {
  readonly eligible: Uint8Array;
  readonly times: Float64Array;
  readonly events: Uint8Array;
}

export function waitingTimes(
  indicator: IndicatorDefinition,
  { time, waiting = time, happened }: EstimandOf<"time-to-event">,
  dataset: Dataset,
): WaitingTimes {
  const [took, waited] = [quantityOf(time, dataset), quantityOf(waiting, dataset)];
  const holds = truthsOf(happened, dataset);
  const events = new Uint8Array(dataset.rows);
  for (let row = 0; row < dataset.rows; row++) {
    if (holds[row] === yes) events[row] = 1;
    else took[row] = holds[row] === no ? waited[row]! : Number.NaN;
  }
  const read = [time, waiting].flatMap(variablesOfQuantity).concat(variablesOfRule(happened));
  const scored = scoredWhereKnown(took, unansweredAmong(read, dataset));
  const { eligible, values } = scoredWithin(belongingTo(indicator, dataset), scored);
  return { eligible, times: values, events };
}
