import type { Code, Instrument, Item } from "../definition/index.ts";
import type { Routing } from "../plan/index.ts";
import { dimensions } from "./population.ts";

/**
 * Codes that end the interview: with such an answer alone, less than half as many items are asked as with the answer
 * that lets the most be asked. Only items that screen or describe the design are looked at.
 */
export function screeningCodes(
  { items }: Pick<Instrument, "items">,
  routing: Routing,
): ReadonlyMap<string, ReadonlySet<Code>> {
  return new Map(
    items.filter(isScreening).map((item) => {
      const counts = item.choices.map(({ code }) => ({
        code,
        asked: routing.asked({ [item.name]: code }).size,
      }));
      const most = Math.max(0, ...counts.map(({ asked }) => asked));
      const ending = counts.filter(({ asked }) => 2 * asked < most).map(({ code }) => code);
      return [item.name, new Set(ending)];
    }),
  );
}

function isScreening({ kind, measure: { role } }: Item): boolean {
  return kind === "single" && (role === "screener" || dimensions.some((dimension) => dimension === role));
}
