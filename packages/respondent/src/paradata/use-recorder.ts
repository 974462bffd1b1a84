import { createContext, useContext, useEffect, useRef, useState } from "react";
import type { Model } from "survey-core";
import { type Recorded, type Recorder, recorderOf, type Shelf } from "./recorder.ts";

/** Where paradata are put; without one, nothing is recorded. */
export const ParadataShelf = createContext<Shelf | undefined>(undefined);

interface Shown {
  readonly language: string;
  /** True where the first page was answered before the application was there, so that nothing is known of its time. */
  readonly goesOn: boolean;
}

/** Records one interview while it is on screen. @returns to be called when the person has come to the end */
export function useRecorder(interview: Model, recorded: Recorded, { language, goesOn }: Shown): () => void {
  const shelf = useContext(ParadataShelf);
  const inUse = useRef(shelf);
  inUse.current = shelf;
  const [recorder] = useState(
    () => shelf && recorderOf(only(recorded), following(inUse), () => performance.now()),
  );
  const isFirst = useRef(true);
  useEffect(() => {
    if (!recorder) return;
    if (isFirst.current) begin(recorder, interview, { language, goesOn });
    else recorder.record("language-changed", { page: interview.activePage.name, language });
    isFirst.current = false;
  }, [recorder, interview, language, goesOn]);
  useEffect(() => (recorder ? followInterview(recorder, interview) : undefined), [recorder, interview]);
  useEffect(() => (recorder ? followWindow(recorder, interview) : undefined), [recorder, interview]);
  return () => recorder?.finish({ page: interview.activePage.name });
}

function only({ responseId, wave, instrument }: Recorded): Recorded {
  return { responseId, wave, instrument };
}

/** The device may change on the way: who says that it is not theirs leaves nothing more on it. */
function following(inUse: { readonly current: Shelf | undefined }): Shelf {
  return {
    putParadata: async (responseId, batch) => inUse.current?.putParadata(responseId, batch),
    paradata: async (responseId) => inUse.current?.paradata(responseId) ?? [],
  };
}

function begin(recorder: Recorder, interview: Model, { language, goesOn }: Shown): void {
  const page = interview.activePage.name;
  if (goesOn) return;
  if (!interview.isEmpty) recorder.record("resumed", { page, language });
  recorder.record("page-shown", { page, language });
}

function followInterview(recorder: Recorder, interview: Model): () => void {
  const turned: Parameters<Model["onCurrentPageChanged"]["add"]>[0] = (
    _,
    { isGoingBackward, ...pageTurn },
  ) => {
    if (isGoingBackward) recorder.record("back", { page: pageTurn.oldCurrentPage.name });
    recorder.record("page-shown", { page: pageTurn.newCurrentPage.name });
  };
  const changed: Parameters<Model["onValueChanged"]["add"]>[0] = (_, { name, reason }) => {
    if (reason === undefined)
      recorder.record("answer-changed", { page: interview.activePage.name, item: name });
  };
  const validated: Parameters<Model["onValidatedErrorsOnCurrentPage"]["add"]>[0] = (_, { errors, page }) => {
    if (errors.length > 0) recorder.record("validation-shown", { page: page.name });
  };
  interview.onCurrentPageChanged.add(turned);
  interview.onValueChanged.add(changed);
  interview.onValidatedErrorsOnCurrentPage.add(validated);
  return () => {
    interview.onCurrentPageChanged.remove(turned);
    interview.onValueChanged.remove(changed);
    interview.onValidatedErrorsOnCurrentPage.remove(validated);
  };
}

const isInFront = () => !document.hidden && document.hasFocus();

function followWindow(recorder: Recorder, interview: Model): () => void {
  let wasInFront = isInFront();
  const here = () => ({ page: interview.activePage.name });
  const looked = () => {
    if (isInFront() === wasInFront) return;
    wasInFront = !wasInFront;
    recorder.record(wasInFront ? "focus-regained" : "focus-lost", here());
    if (document.hidden) recorder.keep();
  };
  const opened = ({ target }: Event) => {
    if (target instanceof HTMLDetailsElement && target.open) recorder.record("help-opened", here());
  };
  const left = () => {
    recorder.record("paused", here());
    recorder.keep();
  };
  document.addEventListener("visibilitychange", looked);
  document.addEventListener("toggle", opened, { capture: true });
  window.addEventListener("blur", looked);
  window.addEventListener("focus", looked);
  window.addEventListener("pagehide", left);
  return () => {
    document.removeEventListener("visibilitychange", looked);
    document.removeEventListener("toggle", opened, { capture: true });
    window.removeEventListener("blur", looked);
    window.removeEventListener("focus", looked);
    window.removeEventListener("pagehide", left);
  };
}
