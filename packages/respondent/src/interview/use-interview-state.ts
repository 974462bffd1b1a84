import { useEffect, useReducer, useRef } from "react";
import type { Model } from "survey-core";
import type { Draft } from "../device/index.ts";
import { learnStrings } from "./strings/index.ts";
import { teachWords } from "./wording.ts";

type Progress = Pick<Draft, "answers" | "page">;

/** What has been answered so far and on which page the person is; a copy that SurveyJS cannot change later. */
export function progressOf(interview: Model): Progress {
  const answers: Draft["answers"] = structuredClone(interview.data);
  return { answers, page: interview.currentPage?.name ?? null };
}

/**
 * Follows the interview: redraws when pages or answers change, and reports every change.
 *
 * @param onChange  called after each answer, each change of page and each change of language
 */
export function useInterviewState(
  interview: Model,
  language: string,
  onChange: (progress: Progress) => void,
): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const report = useRef(onChange);
  report.current = onChange;

  useEffect(() => {
    const changed = () => {
      redraw();
      report.current(progressOf(interview));
    };
    interview.onValueChanged.add(changed);
    interview.onCurrentPageChanged.add(changed);
    interview.onPageVisibleChanged.add(redraw);
    return () => {
      interview.onValueChanged.remove(changed);
      interview.onCurrentPageChanged.remove(changed);
      interview.onPageVisibleChanged.remove(redraw);
    };
  }, [interview]);

  useEffect(() => {
    interview.locale = language;
    redraw();
    report.current(progressOf(interview));
    return speakAnew(interview, language, redraw);
  }, [interview, language]);
}

/** Fetches the words of a language and shows them; @returns how to stop when another language is chosen meanwhile */
function speakAnew(interview: Model, language: string, redraw: () => void): () => void {
  let isCurrent = true;
  const show = () => {
    if (!isCurrent) return;
    teachWords();
    interview.locStrsChanged();
    redraw();
  };
  learnStrings(language).then(show, () => undefined);
  return () => {
    isCurrent = false;
  };
}
