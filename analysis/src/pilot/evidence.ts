import type { Figure, Known } from "./figure.ts";
import type { Decision, ProblemCode } from "./problem-codes.ts";
import type { PilotThresholds, ThresholdName } from "./thresholds.ts";

export type VerdictRule =
  | "alike"
  | "one-option"
  | "nonresponse"
  | "backwards"
  | "item-rest"
  | "dif"
  | "slow"
  | "problems"
  | "relevance"
  | "retest"
  | "page-exits"
  | "interviewer-variance";

/** A figure that speaks against a unit, with the threshold it passed. */
export interface Evidence {
  readonly rule: VerdictRule;
  /** Absent: in all languages together. */
  readonly language?: string;
  /** What it asks for; "note": worth a look, the verdict stays. */
  readonly effect: Decision | "note";
  readonly figure: Known;
  readonly threshold: ThresholdName;
  readonly limit: number;
  readonly side: "above" | "below";
  readonly scale?: string;
  readonly page?: string;
  /** dif: the language it was compared with. */
  readonly reference?: string;
  readonly codes?: readonly ProblemCode[];
}

/** One rule as it looks at a unit: the figure of everybody, and of each language. */
export interface Question {
  readonly rule: VerdictRule;
  readonly threshold: ThresholdName;
  readonly side: "above" | "below";
  readonly effect: Decision | "note";
  readonly pooled: Figure;
  readonly languages: ReadonlyMap<string, Figure>;
  readonly scale?: string;
}

/**
 * Who is it about? Where some languages pass the limit beyond chance and most do not, it is about those: their
 * translation is at fault, or in the source language the wording. Else it is about the item.
 */
export function evidenceFor(question: Question, thresholds: PilotThresholds, source: string): Evidence[] {
  const { pooled, languages } = question;
  const limit = thresholds[question.threshold];
  const found = [...languages].flatMap(([language, figure]) =>
    figure.known ? [{ language, figure, how: position(figure, limit, question.side) }] : [],
  );
  const beyond = found.filter(({ how }) => how === "beyond");
  if (found.length > 1 && beyond.length > 0 && beyond.length * 2 <= found.length)
    return beyond.map(({ language, figure }) => ({
      ...told(question, figure, limit),
      language,
      effect: inOneLanguage(question.effect, language, source),
    }));
  if (!pooled.known) return [];
  const how = position(pooled, limit, question.side);
  if (how === "clear") return [];
  // A note that only just holds is none.
  if (how === "near" && question.effect === "note") return [];
  const whole = told(question, pooled, limit);
  return [how === "beyond" ? whole : { ...whole, effect: "note" }];
}

function told({ rule, threshold, side, effect, scale }: Question, figure: Known, limit: number): Evidence {
  return { rule, threshold, side, effect, figure, limit, ...(scale === undefined ? {} : { scale }) };
}

/** What is wrong in one translation only is mended there. */
export function inOneLanguage(
  effect: Evidence["effect"],
  language: string,
  source: string,
): Evidence["effect"] {
  if (effect === "note") return effect;
  return language === source ? "reword" : "retranslate";
}

/** Beyond a limit only where the whole interval is; "near" where only the figure itself is. */
export function position(
  { value, low, high }: Known,
  limit: number,
  side: "above" | "below",
): "beyond" | "near" | "clear" {
  const isPast = side === "above" ? value > limit : value < limit;
  if (!isPast) return "clear";
  const nearest = side === "above" ? (low ?? value) : (high ?? value);
  return (side === "above" ? nearest > limit : nearest < limit) ? "beyond" : "near";
}
