import type { Instrument } from "@tiltas/instrument/definition";
import { collectRosters, collectVariables } from "../dataset/index.ts";
import { failuresOf } from "./case.ts";
import type { IndicatorSet } from "./definition.ts";

/** Runs the cases of every indicator. @returns a sentence for each thing that comes out otherwise */
export function failingCases({ indicators }: IndicatorSet, instrument: Instrument): string[] {
  const known = { variables: collectVariables([instrument]), rosters: collectRosters([instrument]) };
  return indicators.flatMap((indicator) =>
    (indicator.cases ?? []).flatMap((one) => failuresOf(indicator, one, known)),
  );
}
