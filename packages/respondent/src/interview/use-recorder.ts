import { useContext, useEffect, useRef, useState } from "react";
import type { Model } from "survey-core";
import {
  ParadataPlace,
  type Recorded,
  type Recorder,
  type Recording,
  recorderOf,
  type Shelf,
} from "../paradata/index.ts";

interface Shown {
  readonly language: string;
  /** True where the first page was answered before the application was there. */
  readonly goesOn: boolean;
}

/** Records one interview while it is on screen. @returns to be called when the person has come to the end */
export function useRecorder(interview: Model, recorded: Recorded, { language, goesOn }: Shown): () => void {
  const place = useContext(ParadataPlace);
  const inUse = useRef(place?.shelf);
  inUse.current = place?.shelf;
  const [recorder] = useState(() => place && recorderIn(place, recorded, following(inUse)));
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

function recorderIn({ before }: Recording, recorded: Recorded, shelf: Shelf): Recorder {
  const events = before?.responseId === recorded.responseId ? before.events : [];
  return recorderOf(only(recorded), shelf, () => performance.now(), events);
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
