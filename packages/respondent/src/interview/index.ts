import type { FunctionComponent } from "react";
import type { InterviewScreenProps } from "./interview-screen.tsx";

export { fetchQuestionnaire } from "./fetch-questionnaire.ts";
export type { InterviewScreenProps };

/** survey-core is large: it comes while the notice is read, never before the first screen. */
export async function loadInterviewScreen(): Promise<FunctionComponent<InterviewScreenProps>> {
  const { InterviewScreen } = await import("./interview-screen.tsx");
  return InterviewScreen;
}
