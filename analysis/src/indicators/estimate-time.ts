import type { Design } from "../design/index.ts";
import {
  type CrossedCells,
  type Estimate,
  freedomByCell,
  inEachCrossing,
  type Survival,
  survivalInCells,
} from "../estimation/index.ts";
import type { CellCounts } from "./counted-cells.ts";
import type { ScoredStatistic } from "./statistics.ts";

/**
 * The time by which it has happened to a share of people, by Kaplan and Meier's product limit. Who still waits is
 * censored at the time waited; where fewer than the share are known to have got there, the reason is "not-reached".
 */
export function estimateTimeToEvent(
  { times, events, share }: Extract<ScoredStatistic, { kind: "time-to-event" }>,
  design: Design,
) {
  const survivalIn = survivalInCells(design, { times, events }, { levels: [1 - share], method: "product" });
  return (cells: CrossedCells, counts: readonly CellCounts[]): Estimate[] => {
    const degreesOfFreedom = inEachCrossing(cells, (domains) => [...freedomByCell(design, domains)]);
    return survivalIn(cells).map((survival, cell) =>
      asEstimate(survival, counts[cell]!.eligible, degreesOfFreedom[cell]!),
    );
  };
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
