import type { Words } from "@tiltas/instrument/words";
import type { ReactNode } from "react";
import { Survey } from "survey-react-ui";
import type { Draft, KeepingState } from "../device/index.ts";
import { Offline, Screen, useBackKey, whereKept } from "../frame/index.ts";
import { isLeftOutHere } from "./alone.ts";
import { GivenBeside } from "./beside.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import type { Questions } from "./fetch-questionnaire.ts";
import { HandOverScreen } from "./hand-over-screen.tsx";
import { Progress } from "./progress.tsx";
import { drawQuestionsOurWay } from "./questions/index.ts";
import { Saved } from "./saved.tsx";
import { useHandOver } from "./use-hand-over.ts";
import { type Asking, useInterview } from "./use-interview.ts";
import { sayThemselves, Why } from "./why.tsx";
import "./interview.css";

drawQuestionsOurWay();

export interface InterviewScreenProps {
  readonly questions: Questions;
  readonly draft: Draft;
  /** resumed: after a while, which is said; goes-on: the first page was answered, the next one is wanted. */
  readonly opened: "resumed" | "goes-on" | "returned";
  /** What the notice says about who asks and why. */
  readonly purpose: string;
  readonly words: Words;
  readonly language: string;
  readonly keepingState: KeepingState;
  /** False on a device that is not the person's own: nothing is kept on it. */
  readonly isKept: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onFinished: (draft: Draft) => void;
  /** The questions are for other people: the answers go away unsent. */
  readonly onForOthers: () => void;
  readonly onStartOver: () => void;
  /** Ways to leave and to go on elsewhere, below the questions. */
  readonly aside?: ReactNode;
}

/** The questionnaire, one page at a time, with our frame around SurveyJS's questions. */
export function InterviewScreen(props: InterviewScreenProps) {
  const { draft, words, language, questions } = props;
  const asking = useInterview(props);
  const { interview, page, alone } = asking;
  const { due, done } = useHandOver(page, alone, draft);
  useBackKey(asking.goBack);
  if (due !== undefined) return <HandOverScreen {...{ due, words }} onDone={done} />;

  const isLeftOut =
    draft.mode === "telephone" && isLeftOutHere(interview, questions.questionnaire, page, alone);
  const isResumed = props.opened === "resumed" && Object.keys(draft.answers).length > 0;
  return (
    <Screen
      name="interview"
      page={page.name}
      above={<Above {...props} asking={asking} />}
      heading={page.locTitle.textOrHtml}
      bottom={<Bottom {...props} asking={asking} />}
    >
      {page.hasDescription && <p className="reference-period">{page.description}</p>}
      {asking.isFresh && isResumed && <Resumed words={words} onStartOver={props.onStartOver} />}
      {isLeftOut && <p className="strip">{words.leftOutOnTelephone}</p>}
      <ErrorSummary {...{ page, words }} refusals={asking.refusals} onLeaveEmpty={asking.leaveEmpty} />
      <GivenBeside value={questions.conduct}>
        <Survey key={language} model={interview} />
      </GivenBeside>
      {asking.isForOthers ? (
        <p className="strip">{words.notSent(whereKept(words))}</p>
      ) : (
        <div className="asides">
          {!sayThemselves(page, questions.conduct.reasons) && <Why purpose={props.purpose} words={words} />}
          {props.aside}
        </div>
      )}
    </Screen>
  );
}

interface PartProps extends InterviewScreenProps {
  readonly asking: Asking;
}

function Above({ asking, draft, words }: PartProps) {
  return (
    <>
      <Offline words={words} />
      <Progress interview={asking.interview} page={asking.page} mode={draft.mode} words={words} />
    </>
  );
}

function Bottom({ asking, words, keepingState, isKept, language }: PartProps) {
  const { interview, goBack, proceed, isForOthers } = asking;
  const send = isForOthers ? words.finish : words.send;
  return (
    <>
      <div className="bottom-buttons">
        {goBack && (
          <button type="button" className="secondary" onClick={goBack}>
            {words.back}
          </button>
        )}
        <button type="button" className="primary" onClick={proceed}>
          {interview.isLastPage ? send : words.next}
        </button>
      </div>
      {isKept ? (
        <Saved state={keepingState} words={words} language={language} />
      ) : (
        <p className="saved">{words.borrowed}</p>
      )}
    </>
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
