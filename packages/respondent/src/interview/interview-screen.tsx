import type { DrawingRules } from "@tiltas/instrument/drawing";
import type { Words } from "@tiltas/instrument/words";
import { useState } from "react";
import type { PageModel } from "survey-core";
import { Survey } from "survey-react-ui";
import type { Draft, KeepingState } from "../device/index.ts";
import { Screen, whereKept } from "../frame/index.ts";
import { completed } from "./completed.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { openInterview } from "./open-interview.ts";
import { Progress } from "./progress.tsx";
import { drawQuestionsOurWay } from "./questions/index.ts";
import { Saved } from "./saved.tsx";
import { progressOf, useInterviewState } from "./use-interview-state.ts";
import "./interview.css";

drawQuestionsOurWay();

export interface InterviewScreenProps {
  readonly questionnaire: object;
  readonly drawing: DrawingRules;
  readonly draft: Draft;
  readonly words: Words;
  readonly language: string;
  readonly keepingState: KeepingState;
  readonly onChange: (draft: Draft) => void;
  readonly onFinished: (draft: Draft) => void;
  readonly onStartOver: () => void;
}

/** The questionnaire, one page at a time, with our frame around SurveyJS's questions. */
export function InterviewScreen(props: InterviewScreenProps) {
  const { draft, words, language, onChange, onFinished } = props;
  const [interview] = useState(() => openInterview(props.questionnaire, props.drawing, draft));
  const [refusals, setRefusals] = useState(0);
  const [isResumed, setResumed] = useState(Object.keys(draft.answers).length > 0);
  useInterviewState(interview, language, (progress) => onChange({ ...draft, language, ...progress }));

  const page: PageModel = interview.activePage;
  const isLast = interview.isLastPage;
  const proceed = () => {
    const isRight = isLast ? interview.validateCurrentPage() : interview.nextPage();
    setRefusals(isRight ? 0 : refusals + 1);
    if (isRight) setResumed(false);
    if (!isRight || !isLast) return;
    const { answers, page } = progressOf(interview);
    onFinished({
      ...draft,
      language,
      page,
      answers: completed(props.questionnaire, props.drawing, { ...draft, answers }),
    });
  };
  const goBack = () => {
    setRefusals(0);
    interview.prevPage();
  };
  const buttons = (
    <>
      <div className="bottom-buttons">
        {!interview.isFirstPage && (
          <button type="button" className="secondary" onClick={goBack}>
            {words.back}
          </button>
        )}
        <button type="button" className="primary" onClick={proceed}>
          {isLast ? words.send : words.next}
        </button>
      </div>
      <Saved state={props.keepingState} words={words} language={language} />
    </>
  );
  return (
    <Screen
      name="interview"
      page={page.name}
      above={<Progress interview={interview} page={page} words={words} />}
      heading={page.locTitle.textOrHtml}
      bottom={buttons}
    >
      {page.hasDescription && <p className="reference-period">{page.description}</p>}
      {isResumed && <Resumed words={words} onStartOver={props.onStartOver} />}
      <ErrorSummary page={page} refusals={refusals} words={words} />
      <Survey key={language} model={interview} />
    </Screen>
  );
}

interface ResumedProps {
  readonly words: Words;
  readonly onStartOver: () => void;
}

/** Says that earlier answers were found, and offers to remove them. */
function Resumed({ words, onStartOver }: ResumedProps) {
  return (
    <div className="strip">
      <p>{words.resumed(whereKept(words))}</p>
      <button type="button" className="link-button" onClick={onStartOver}>
        {words.startOver}
      </button>
    </div>
  );
}
