import type { PlanAsked, PlanShown } from "@tiltas/contract/weighing";
import { type Difference, differencesBetween, type Json, type Path, same, withValue } from "./json-place.ts";

export const parts = ["weighting", "policies", "lattice"] as const;
export type PartName = (typeof parts)[number];

/** What a plan says in full: the standard stands where it says nothing of its own. */
export interface Plan extends Readonly<Record<PartName, Json>> {
  readonly previousWave: string | null;
}

/** A plan being changed, with what it was before each change. */
export interface Draft {
  readonly now: Plan;
  readonly before: readonly Plan[];
}

type Said = Pick<PlanShown["current"], PartName | "previousWave">;

export function inFull(said: Said, standard: PlanShown["standard"]): Plan {
  const [weighting, policies, lattice] = parts.map((part) => said[part] ?? standard[part]);
  return {
    weighting: weighting ?? null,
    policies: policies ?? null,
    lattice: lattice ?? null,
    previousWave: said.previousWave,
  };
}

/** As the server takes it: a part that is the standard is not said. */
export function asWritten(plan: Plan, standard: PlanShown["standard"]): PlanAsked {
  const said = (part: PartName) =>
    same(plan[part], standard[part]) ? null : (plan[part] as PlanAsked[PartName]);
  return {
    lattice: said("lattice"),
    weighting: said("weighting"),
    policies: said("policies"),
    previousWave: plan.previousWave,
  };
}

export type Change =
  /** undefined takes the place away. */
  | { readonly kind: "set"; readonly part: PartName; readonly path: Path; readonly value: Json | undefined }
  | { readonly kind: "wave-before"; readonly wave: string | null }
  | { readonly kind: "replace"; readonly plan: Plan }
  | { readonly kind: "undo" };

export function changed(draft: Draft, change: Change): Draft {
  if (change.kind === "undo") {
    const last = draft.before.at(-1);
    return last === undefined ? draft : { now: last, before: draft.before.slice(0, -1) };
  }
  const next = nextOf(draft.now, change);
  return samePlan(next, draft.now) ? draft : { now: next, before: [...draft.before, draft.now] };
}

function nextOf(now: Plan, change: Exclude<Change, { kind: "undo" }>): Plan {
  if (change.kind === "replace") return change.plan;
  if (change.kind === "wave-before") return { ...now, previousWave: change.wave };
  return { ...now, [change.part]: withValue(now[change.part], change.path, change.value) };
}

const samePlan = (one: Plan, other: Plan) => differencesOf(one, other).length === 0;

/** What one plan says otherwise than another, each place with the part it stands in first. */
export function differencesOf(before: Plan, after: Plan): Difference[] {
  return [
    ...differencesBetween(before.previousWave, after.previousWave, ["previousWave"]),
    ...parts.flatMap((part) => differencesBetween(before[part], after[part], [part])),
  ];
}
