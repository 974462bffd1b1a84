import { hasReached } from "./states.ts";
import type { LanguageStatus } from "./status.ts";

/** publish: the version is frozen · pilot: a pilot wave opens · field: a field wave opens. */
export type TranslationGate = "publish" | "pilot" | "field";

export interface GateVerdict {
  readonly ready: boolean;
  /** One sentence for each reason why not. */
  readonly reasons: readonly string[];
  /** Keys of the texts that stand in the way. */
  readonly keys: readonly string[];
  /** pilot: texts below "pretested"; the wave shows that its language is on trial. */
  readonly onTrial: boolean;
}

/** Every text is there and none is older than its source. */
export function isComplete({ missing, stale }: LanguageStatus): boolean {
  return missing === 0 && stale === 0;
}

/**
 * Whether a language may pass. Publishing and piloting need every text, none stale; the field needs "pretested" too.
 * The source language only needs every text.
 */
export function readyFor(gate: TranslationGate, status: LanguageStatus): GateVerdict {
  const { language, isSource, missing, stale, strings } = status;
  const untested = isSource
    ? []
    : strings.filter(
        ({ standing, state }) => standing === "current" && state && !hasReached(state, "pretested"),
      );
  const reasons = [
    ...(missing > 0 ? [`${textCount(missing)} in ${language} ${missing === 1 ? "is" : "are"} missing.`] : []),
    ...(stale > 0
      ? [
          `${textCount(stale)} in ${language} ${stale === 1 ? "is older than its source" : "are older than their sources"}.`,
        ]
      : []),
    ...(gate === "field" && untested.length > 0
      ? [
          `${textCount(untested.length)} in ${language} ${untested.length === 1 ? "is" : "are"} not pretested.`,
        ]
      : []),
  ];
  const behind = strings.filter(({ standing }) => standing !== "current");
  return {
    ready: reasons.length === 0,
    reasons,
    keys: [...behind, ...(gate === "field" ? untested : [])].map(({ unit }) => unit.key),
    onTrial: gate === "pilot" && untested.length > 0,
  };
}

function textCount(count: number): string {
  return count === 1 ? "1 text" : `${count} texts`;
}
