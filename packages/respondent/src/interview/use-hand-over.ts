import { useState } from "react";
import type { PageModel } from "survey-core";
import type { Draft } from "../device/index.ts";
import { isAnsweredAlone } from "./alone.ts";

export interface HandOver {
  /** What stands between the people and the page: the tablet has to change hands first. */
  readonly due: "over" | "back" | undefined;
  readonly done: () => void;
}

/** On an interviewer's tablet: who holds it, and whether the page is for the other one. */
export function useHandOver(
  page: PageModel,
  alone: ReadonlySet<string>,
  { mode }: Pick<Draft, "mode">,
): HandOver {
  const [holder, setHolder] = useState<"interviewer" | "person">("interviewer");
  const wanted = mode === "interviewer" && isAnsweredAlone(page, alone) ? "person" : "interviewer";
  const due = wanted === holder ? undefined : wanted === "person" ? "over" : "back";
  return { due, done: () => setHolder(wanted) };
}
