import { canonicalJson } from "@tiltas/instrument/digest";
import { type Drawing, type DrawingRules, drawingOf } from "@tiltas/instrument/drawing";
import type { Model } from "survey-core";
import type { Draft } from "../device/index.ts";

/**
 * Fills what nobody is asked: given items once, drawn items now and after every answer that changes a draw, so that the
 * next page is never shown on an old draw. The response id is the seed, so a draft goes on with the same draws.
 */
export function fillWhatNobodyIsAsked(interview: Model, rules: DrawingRules, draft: Draft): void {
  const drawing = drawingOf(rules);
  const { responseId, consent, mode, form, sample, stage } = draft;
  const given = drawing.given({ mode, form, sample, stage, consents: consent.given ?? [] });
  for (const [item, value] of Object.entries(given)) put(interview, item, value);
  drawAnew(interview, drawing, responseId);
  interview.onValueChanged.add(() => drawAnew(interview, drawing, responseId));
}

/** Writing a draw may change another that rests on it; that comes back here, until nothing changes any more. */
export function drawAnew(interview: Model, drawing: Drawing, seed: string): void {
  for (const [item, codes] of Object.entries(drawing.draw(seed, interview.data))) put(interview, item, codes);
}

/** Nothing drawn and nothing given leave the item empty, as survey-core keeps it. */
function put(interview: Model, item: string, value: unknown): void {
  const wanted = Array.isArray(value) && value.length === 0 ? undefined : value;
  const known: unknown = interview.getValue(item);
  if (canonicalJson(known ?? null) !== canonicalJson(wanted ?? null)) interview.setValue(item, wanted);
}
