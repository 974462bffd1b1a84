import type { PlanShown } from "@tiltas/contract/weighing";
import { createContext, use } from "react";
import type { Change, Draft, PartName } from "./draft.ts";
import { type Json, type Path, valueAt } from "./json-place.ts";

interface PlanBeingChanged {
  readonly draft: Draft;
  readonly standard: PlanShown["standard"];
  change(change: Change): void;
}

export const PlanContext = createContext<PlanBeingChanged | null>(null);

export function usePlanBeingChanged(): PlanBeingChanged {
  const plan = use(PlanContext);
  if (plan === null) throw new Error("A part of the plan is shown outside the page of the plan.");
  return plan;
}

/** What stands at a place of the plan, what the standard has there, and how to write there. */
export function usePlace(part: PartName, path: Path) {
  const { draft, standard, change } = usePlanBeingChanged();
  return {
    value: valueAt(draft.now[part], path),
    usual: valueAt(standard[part], path),
    write: (value: Json | undefined) => change({ kind: "set", part, path, value }),
  };
}

/** The list at a place; empty where there is none. */
export function useList(part: PartName, path: Path): readonly Json[] {
  const { value } = usePlace(part, path);
  return Array.isArray(value) ? value : [];
}
