import { useEffect, useRef, useState } from "react";
import { type Model, type PageModel, type Question, QuestionMatrixModel } from "survey-core";
import type { Draft } from "../device/index.ts";
import { pageBefore } from "./alone.ts";
import { completed } from "./completed.ts";
import type { Questions } from "./fetch-questionnaire.ts";
import { openInterview } from "./open-interview.ts";
import { progressOf, useInterviewState } from "./use-interview-state.ts";
import { useRecorder } from "./use-recorder.ts";

interface Needs {
  readonly questions: Questions;
  readonly draft: Draft;
  readonly opened: "resumed" | "goes-on" | "returned";
  readonly language: string;
  readonly onChange: (draft: Draft) => void;
  readonly onFinished: (draft: Draft) => void;
  readonly onForOthers: () => void;
}

export interface Asking {
  readonly interview: Model;
  readonly page: PageModel;
  readonly alone: ReadonlySet<string>;
  /** How often "Continue" was refused on this page. */
  readonly refusals: number;
  /** True on the page that tells people that the questions are for others. */
  readonly isForOthers: boolean;
  /** True until the first page is left. */
  readonly isFresh: boolean;
  readonly proceed: () => void;
  /** Goes on although something that was wanted is empty. */
  readonly leaveEmpty: () => void;
  /** Undefined where there is nothing to go back to. */
  readonly goBack: (() => void) | undefined;
}

/** One interview from the page it was left at to its end. */
export function useInterview({ questions, draft, language, ...needs }: Needs): Asking {
  const { questionnaire, drawing, conduct } = questions;
  const [alone] = useState(() => new Set(conduct.alone));
  const [interview] = useState(() => openInterview(questionnaire, drawing, alone, draft));
  const [refusals, setRefusals] = useState(0);
  const [isFresh, setFresh] = useState(true);
  const changes = useChanges(draft, language, () => interview.activePage.name);
  useInterviewState(interview, language, (progress) =>
    needs.onChange({ ...draft, language, ...changes(), ...progress }),
  );
  const ended = useRecorder(interview, draft, { language, goesOn: needs.opened === "goes-on" });
  const page: PageModel = interview.activePage;
  const isForOthers = interview.isLastPage && conduct.forOthers.includes(page.name);
  const before = pageBefore(interview, alone, draft);

  const finish = () => {
    if (isForOthers) return needs.onForOthers();
    const { answers, page } = progressOf(interview);
    ended();
    const sent = completed(questionnaire, drawing, { ...draft, answers });
    needs.onFinished({ ...draft, language, page, ...changes(), answers: sent });
  };
  const proceed = () => {
    const { isLastPage } = interview;
    const isRight = isLastPage ? interview.validateCurrentPage() : interview.nextPage();
    setRefusals(isRight ? 0 : refusals + 1);
    if (!isRight) return;
    setFresh(false);
    if (isLastPage) finish();
  };
  const first = useRef(needs.opened === "goes-on" ? proceed : undefined);
  useEffect(() => {
    first.current?.();
    first.current = undefined;
  }, []);
  return {
    ...{ interview, page, alone, refusals, isForOthers, isFresh, proceed },
    leaveEmpty() {
      for (const question of page.questions) wantNothingMore(question);
      proceed();
    },
    goBack:
      before &&
      (() => {
        setRefusals(0);
        interview.currentPage = before;
      }),
  };
}

/** Of the question and of everything asked inside it. */
function wantNothingMore(question: Question): void {
  for (const one of [question, ...question.getNestedQuestions(true, true)]) {
    if (one.isEmpty()) one.isRequired = false;
    if (one instanceof QuestionMatrixModel) one.eachRowRequired = false;
  }
}

const mostChanges = 50;

/** The changes of language on the way, by the page on which they happened. */
function useChanges(
  { changes = [], language: first }: Draft,
  language: string,
  pageName: () => string,
): () => Pick<Draft, "changes"> {
  const known = useRef(changes);
  const spoken = useRef(first);
  return () => {
    if (spoken.current !== language) {
      spoken.current = language;
      known.current = [...known.current, { page: pageName(), language }].slice(-mostChanges);
    }
    return known.current.length === 0 ? {} : { changes: known.current };
  };
}
