import { wordsIn } from "@tiltas/instrument/words";
import { createContext, useContext } from "react";
import type { Question } from "survey-core";
import type { Questions } from "./fetch-questionnaire.ts";
import { Listen } from "./listen.tsx";
import { WhyThis } from "./why.tsx";

/** What an instrument gives beside its items. */
export const GivenBeside = createContext<Pick<Questions["conduct"], "reasons" | "recordings">>({
  reasons: [],
  recordings: {},
});

/** Between the title of an item and its answers: a recording of it, and why it is asked. */
export function Beside({ question }: { readonly question: Question }) {
  const { reasons, recordings } = useContext(GivenBeside);
  const language = question.getLocale();
  const words = wordsIn(language);
  const recording = recordings[question.name]?.[language];
  return (
    <>
      {recording !== undefined && <Listen key={recording} {...{ recording, words, question }} />}
      <WhyThis {...{ question, reasons, words, language }} />
    </>
  );
}
