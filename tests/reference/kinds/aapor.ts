import { outcomeRates } from "@tiltas/analysis/outcomes";
import type { AnswerCase } from "./kind.ts";

/** Response, cooperation, refusal and contact rates from the letters of AAPOR. */
export const answer: AnswerCase = ({ one }) => {
  const { counts = {} } = one.call.options as { counts?: Record<string, number> };
  const { I = 0, P = 0, R = 0, NC = 0, O = 0, UH = 0, UO = 0, e = 1 } = counts;
  const rates = outcomeRates(
    {
      complete: I,
      partial: P,
      refusal: R,
      nonContact: NC,
      other: O,
      unknownHousehold: UH,
      unknownOther: UO,
    },
    e,
  );
  return Object.fromEntries(Object.entries(rates).map(([name, { value }]) => [name, value]));
};
