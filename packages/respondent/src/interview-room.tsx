import type { Words } from "@tiltas/instrument/words";
import { type FunctionComponent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Draft, Keeping, KeepingState } from "./device/index.ts";
import { Screen } from "./frame/index.ts";
import {
  fetchQuestionnaire,
  type InterviewScreenProps,
  loadInterviewScreen,
  type Questions,
} from "./interview/index.ts";
import type { Opened, Trouble } from "./journey.ts";
import { keepInterviewForOffline } from "./worker/index.ts";

interface InterviewRoomProps {
  readonly draft: Draft;
  readonly words: Words;
  readonly language: string;
  readonly fetchNow: typeof fetch;
  readonly keeper: Keeping;
  readonly keepingState: KeepingState;
  readonly onTrouble: (trouble: Trouble) => void;
  readonly onFinished: (draft: Draft) => void;
  readonly onForOthers: () => void;
  readonly onStartOver: () => void;
  readonly opened: Opened;
  readonly purpose: string;
  /** False on a device that is not the person's own. */
  readonly isKept: boolean;
  readonly aside?: ReactNode;
}

interface Ready {
  readonly Interview: FunctionComponent<InterviewScreenProps>;
  readonly questions: Questions;
}

/** Brings the questionnaire of the draft's own version and the code that asks it, then opens the interview. */
export function InterviewRoom(props: InterviewRoomProps) {
  const { draft, fetchNow, onTrouble, words, isKept } = props;
  const [ready, setReady] = useState<Ready>();
  const { instrument, wave } = draft;
  const [firstLanguage] = useState(draft.language);
  const trouble = useRef(onTrouble);
  trouble.current = onTrouble;
  useEffect(() => {
    prepare(instrument, firstLanguage, fetchNow).then(
      (prepared) => (typeof prepared === "string" ? trouble.current(prepared) : setReady(prepared)),
      () => trouble.current("unreachable"),
    );
  }, [instrument, firstLanguage, fetchNow]);
  const recordings = ready?.questions.conduct.recordings;
  useEffect(() => {
    if (recordings && isKept)
      void keepInterviewForOffline(wave, instrument, recordingsIn(recordings, firstLanguage));
  }, [recordings, isKept, wave, instrument, firstLanguage]);

  if (ready === undefined) return <Loading words={words} />;
  const { Interview, questions } = ready;
  return <Interview {...props} questions={questions} onChange={props.keeper.keep} />;
}

/** On a person's own device what can be heard in the language of the interview; the others come when they are asked for. */
function recordingsIn(all: Questions["conduct"]["recordings"], language: string): string[] {
  return Object.values(all).flatMap((languages) => languages[language] ?? []);
}

async function prepare(
  instrument: string,
  language: string,
  fetchNow: typeof fetch,
): Promise<Ready | Trouble> {
  const [Interview, found] = await Promise.all([
    loadInterviewScreen(language),
    fetchQuestionnaire(instrument, fetchNow),
  ]);
  if (found.kind === "found") return { Interview, questions: found };
  return found.kind === "unreachable" ? "unreachable" : "version";
}

export function Loading({ words }: { readonly words: Words }) {
  return (
    <Screen name="loading">
      <p className="quiet" role="status">
        {words.loading}
      </p>
    </Screen>
  );
}
