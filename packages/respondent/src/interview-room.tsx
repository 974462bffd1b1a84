import { Suspense, useEffect, useState } from "react";
import type { Tools } from "./app.tsx";
import type { Draft, Keeping, KeepingState } from "./device/index.ts";
import { fetchQuestionnaire, InterviewScreen } from "./interview/index.ts";
import type { Place } from "./journey.ts";
import type { Words } from "./words/index.ts";

interface InterviewRoomProps {
  readonly draft: Draft;
  readonly resumed: boolean;
  readonly words: Words;
  readonly language: string;
  readonly tools: Tools;
  readonly keeper: Keeping;
  readonly keepingState: KeepingState;
  readonly onPlace: (place: Place) => void;
  readonly onFinished: (draft: Draft) => void;
  readonly onStartOver: () => void;
}

/** Brings the questionnaire of the draft's own version and the code that asks it, then opens the interview. */
export function InterviewRoom(props: InterviewRoomProps) {
  const { draft, tools, words, onPlace } = props;
  const [questionnaire, setQuestionnaire] = useState<object>();
  const { instrument } = draft;
  useEffect(() => {
    void fetchQuestionnaire(instrument, tools.fetchNow).then((found) => {
      if (found.kind === "found") return setQuestionnaire(found.questionnaire);
      onPlace({ screen: "unavailable", trouble: found.kind === "unreachable" ? "unreachable" : "version" });
    });
  }, [instrument, tools, onPlace]);

  const loading = (
    <main data-screen="loading">
      <p className="quiet" role="status">
        {words.loading}
      </p>
    </main>
  );
  if (questionnaire === undefined) return loading;
  return (
    <Suspense fallback={loading}>
      <InterviewScreen {...props} questionnaire={questionnaire} onChange={props.keeper.keep} />
    </Suspense>
  );
}
