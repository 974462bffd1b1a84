import type { ConsentId, Instrument } from "../definition/index.ts";
import { drawingOf } from "../drawing/index.ts";
import { type Asked, minutesOf, type Reader } from "../pace/index.ts";
import { compileConditions, RoutingError } from "../plan/index.ts";
import { type Beforehand, knownBeforehand } from "./known.ts";
import { askedOfItem, notesMet } from "./what-is-read.ts";

/** Stands for any respondent: how many pages a draw opens differs little from one to the next. */
const anybody = "anybody";

/** What is still to come for somebody who has not answered anything yet. */
export interface Ahead {
  readonly parts: number;
  /** Reading and answering, rounded up; in the language of the page. */
  readonly minutes: number;
}

/**
 * How many pages are to be met as things stand (those with an item that is asked), and how long they take: by decision
 * about the separate consents, as the application reckons both later. undefined where only the whole plan could tell.
 */
export function ahead(
  instrument: Instrument,
  beforehand: Beforehand,
  consents: readonly ConsentId[],
  language: string,
): readonly Ahead[] | undefined {
  const { decisions } = knownBeforehand(instrument, beforehand, consents);
  const reader: Reader = ["interviewer", "telephone"].includes(beforehand.mode)
    ? "interviewer"
    : "respondent";
  try {
    const routing = compileConditions(instrument);
    const drawing = drawingOf(instrument);
    const read = askedOfItem(instrument, language);
    return decisions.map(({ answers }) => {
      const known = { ...answers, ...drawing.draw(anybody, answers) };
      const asked = routing.asked(known);
      const met = instrument.items.filter(({ name, hidden }) => asked.has(name) && !hidden);
      const pages = new Set(met.map(({ page }) => page));
      const toRead: Asked[] = [...met.map(read), ...notesMet(instrument, pages, known, language)];
      return { parts: pages.size, minutes: minutesOf(toRead, reader) };
    });
  } catch (error) {
    if (error instanceof RoutingError) return undefined;
    throw error;
  }
}
