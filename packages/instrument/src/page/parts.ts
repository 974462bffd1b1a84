import type { ConsentId, Instrument } from "../definition/index.ts";
import { drawingOf } from "../drawing/index.ts";
import { compileConditions, RoutingError } from "../plan/index.ts";
import { type Beforehand, knownBeforehand } from "./known.ts";

/** Stands for any respondent: how many pages a draw opens differs little from one to the next. */
const anybody = "anybody";

/**
 * How many pages are to be met as things stand: those with an item that is asked of somebody who has not answered anything
 * yet. By decision about the separate consents; undefined where only the whole plan could tell.
 */
export function partsToMeet(
  instrument: Instrument,
  beforehand: Beforehand,
  consents: readonly ConsentId[],
): readonly number[] | undefined {
  const { decisions } = knownBeforehand(instrument, beforehand, consents);
  try {
    const routing = compileConditions(instrument);
    const drawing = drawingOf(instrument);
    return decisions.map(({ answers }) => {
      const asked = routing.asked({ ...answers, ...drawing.draw(anybody, answers) });
      const met = instrument.items.filter(({ name, hidden }) => asked.has(name) && !hidden);
      return new Set(met.map(({ page }) => page)).size;
    });
  } catch (error) {
    if (error instanceof RoutingError) return undefined;
    throw error;
  }
}
