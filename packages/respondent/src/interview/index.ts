import type { FunctionComponent } from "react";
import type { InterviewScreenProps } from "./interview-screen.tsx";

export { fetchQuestionnaire, type Questions } from "./fetch-questionnaire.ts";
export type { InterviewScreenProps };

/**
 * survey-core is large: it comes while the notice is read, never before the first screen. Its own words come in the
 * language of the interview; without a network it speaks English for a while.
 */
export async function loadInterviewScreen(
  language: string,
): Promise<FunctionComponent<InterviewScreenProps>> {
  const [{ InterviewScreen }, { learnStrings }] = await Promise.all([
    import("./interview-screen.tsx"),
    import("./strings/index.ts"),
  ]);
  await learnStrings(language).catch(() => undefined);
  return InterviewScreen;
}
