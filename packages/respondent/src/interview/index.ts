import { lazy } from "react";

export { fetchQuestionnaire } from "./fetch-questionnaire.ts";

/** survey-core is large: it comes when the interview does, not before the first screen. */
const loadScreen = () => import("./interview-screen.tsx");

export const InterviewScreen = lazy(() =>
  loadScreen().then(({ InterviewScreen: Screen }) => ({ default: Screen })),
);

/** Fetches the code of the interview while a person still reads the notice. */
export function prepareInterview(): void {
  loadScreen().catch(() => undefined);
}
