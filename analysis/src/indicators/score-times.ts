import type { Dataset } from "../dataset/dataset.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import { quantityOf } from "./quantities.ts";
import { truthOf, unansweredAmong, variablesOfQuantity, variablesOfRule } from "./rules.ts";
import { belongingTo, scoreRows } from "./scores.ts";

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
  const holds = truthOf(happened, dataset);
  const read = [time, waiting].flatMap(variablesOfQuantity).concat(variablesOfRule(happened));
  const unanswered = unansweredAmong(read, dataset);
  const { eligible, values } = scoreRows(
    (row) => {
      const gotThere = holds(row);
      const value = gotThere === undefined ? Number.NaN : gotThere ? took(row) : waited(row);
      const usable = !Number.isNaN(value);
      return { asked: usable || unanswered(row) > 0, usable, value, prorated: false };
    },
    belongingTo(indicator, dataset),
    dataset.rows,
  );
  const events = Uint8Array.from(values, (_, row) => (holds(row) === true ? 1 : 0));
  return { eligible, times: values, events };
}
