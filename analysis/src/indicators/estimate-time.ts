import type { Dataset } from "../dataset/dataset.ts";
import { type Estimate, freedomByCell, type Survival, survivalInCells } from "../estimation/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import { type IndicatorEstimatesIn, type People, withCounts } from "./measured.ts";
import { quantityOf } from "./quantities.ts";
import { truthOf, unansweredAmong, variablesOfQuantity, variablesOfRule } from "./rules.ts";
import { belongingTo, scoreRows } from "./scores.ts";

/**
 * The time by which it has happened to a share of people, by Kaplan and Meier's product limit. Who still waits is
 * censored at the time waited; where fewer than the share are known to have got there, the reason is "not-reached".
 */
export function estimateTimeToEvent(
  indicator: IndicatorDefinition,
  estimand: EstimandOf<"time-to-event">,
  { dataset, design }: People,
): IndicatorEstimatesIn {
  const { eligible, times, events } = waitingTimes(indicator, estimand, dataset);
  const base = Uint8Array.from(times, (time) => (Number.isNaN(time) ? 0 : 1));
  const marks = { eligible, usable: base, base, numerator: null, prorated: null };
  const survivalIn = survivalInCells(
    design,
    { times, events },
    { levels: [1 - estimand.share], method: "product" },
  );
  return withCounts(design, marks, (cells, counts) => {
    const degreesOfFreedom = freedomByCell(design, cells);
    return survivalIn(cells).map((survival, cell) =>
      asEstimate(survival, counts[cell]!.eligible, degreesOfFreedom[cell]!),
    );
  });
}

/** By respondent: how long it took, or has not happened yet, and which of both. */
function waitingTimes(
  indicator: IndicatorDefinition,
  { time, waiting = time, happened }: EstimandOf<"time-to-event">,
  dataset: Dataset,
) {
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

function asEstimate(survival: Survival, eligible: number, degreesOfFreedom: number): Estimate {
  const [quantile] = survival.quantiles;
  const { respondents } = survival;
  const { low = null, high = null } = quantile?.interval ?? {};
  const reason = eligible > 0 && respondents === 0 ? "all-missing" : quantile?.reason;
  return {
    value: quantile?.value ?? null,
    standardError: quantile?.standardError ?? null,
    interval: low === null || high === null ? null : { low, high, method: "survival" },
    degreesOfFreedom,
    respondents,
    effectiveRespondents: null,
    designEffect: null,
    itemNonresponse: 0,
    ...(reason ? { reason } : {}),
  };
}
