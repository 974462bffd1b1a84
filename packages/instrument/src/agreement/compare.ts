import { isList, isObject } from "../definition/json.ts";
import type { Check, PlanFinding } from "../plan/check.ts";

export type Verdict = Pick<Check, "valid" | "asked" | "findings" | "cleaned" | "calculated">;

/** One thing on which plan and survey-core differ. */
export interface Difference {
  readonly aspect: "verdict" | "asked" | "findings" | "cleaned" | "calculated" | "failure";
  /** The item or calculated value concerned, with its place inside: `roster[0].part`; "" for the verdict. */
  readonly path: string;
  /** One sentence: what each of the two says. */
  readonly text: string;
}

/** Everything on which the two differ; an empty list is agreement. */
export function differences(plan: Verdict, reference: Verdict): Difference[] {
  const found = [
    ...differentAsked(plan.asked, reference.asked),
    ...differentFindings(plan.findings, reference.findings),
    ...differentValues("cleaned", "", plan.cleaned, reference.cleaned),
    ...differentValues("calculated", "", plan.calculated, reference.calculated),
  ];
  if (plan.valid !== reference.valid)
    found.push({
      aspect: "verdict",
      path: "",
      text: `survey-core says ${reference.valid ? "valid" : "not valid"}, the plan says ${plan.valid ? "valid" : "not valid"}.`,
    });
  return found;
}

function differentAsked(plan: readonly string[], reference: readonly string[]): Difference[] {
  const [onlyPlan, onlyReference] = [without(plan, reference), without(reference, plan)];
  const found: Difference[] = [
    ...onlyPlan.map((path) => asked(path, "The plan asks it, survey-core does not.")),
    ...onlyReference.map((path) => asked(path, "survey-core asks it, the plan does not.")),
  ];
  const misplaced = found.length === 0 ? plan.find((path, i) => path !== reference[i]) : undefined;
  if (misplaced !== undefined) found.push(asked(misplaced, "The two ask it in different places."));
  return found;
}

function asked(path: string, text: string): Difference {
  return { aspect: "asked", path, text };
}

function differentFindings(plan: readonly PlanFinding[], reference: readonly PlanFinding[]): Difference[] {
  const key = ({ path, kind, message }: PlanFinding) => JSON.stringify([path, kind, message]);
  const [here, there] = [plan.map(key), reference.map(key)];
  const say =
    (who: string) =>
    (text: string): Difference => {
      const [path = "", kind, message]: string[] = JSON.parse(text);
      return { aspect: "findings", path, text: `Only ${who} finds ${kind} (${message}).` };
    };
  return [...without(here, there).map(say("the plan")), ...without(there, here).map(say("survey-core"))];
}

/** Members of `all` beyond those of `known`, counting each as often as it stands there. */
function without(all: readonly string[], known: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const member of known) left.set(member, (left.get(member) ?? 0) + 1);
  return all.filter((member) => {
    const count = left.get(member) ?? 0;
    if (count > 0) left.set(member, count - 1);
    return count === 0;
  });
}

function differentValues(
  aspect: "cleaned" | "calculated",
  path: string,
  plan: unknown,
  reference: unknown,
): Difference[] {
  if (isList(plan) && isList(reference) && plan.length === reference.length)
    return plan.flatMap((value, i) => differentValues(aspect, `${path}[${i}]`, value, reference[i]));
  if (isPlainObject(plan) && isPlainObject(reference)) {
    const keys = new Set([...Object.keys(plan), ...Object.keys(reference)]);
    return [...keys].flatMap((key) =>
      differentValues(aspect, path === "" ? key : `${path}.${key}`, own(plan, key), own(reference, key)),
    );
  }
  if (wordsOf(plan) === wordsOf(reference)) return [];
  const text = `survey-core leaves ${short(reference)}, the plan ${short(plan)}.`;
  return [{ aspect, path, text }];
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !(value instanceof Date);
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Text that is equal for equal values: keys in order, dates, NaN and the like by name. */
export function wordsOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number") return Object.is(value, -0) ? "0" : String(value);
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (isList(value)) return `[${value.map(wordsOf).join(",")}]`;
  if (isObject(value))
    return `{${Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${wordsOf(value[key])}`)
      .join(",")}}`;
  return typeof value === "function" ? "a function" : (JSON.stringify(value) ?? String(value));
}

function short(value: unknown): string {
  const words = wordsOf(value);
  return words.length > 120 ? `${words.slice(0, 117)}…` : words;
}
