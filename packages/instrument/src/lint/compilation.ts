import { type Compilation, compilePlan } from "../plan/index.ts";
import type { Subject } from "./subject.ts";

const known = new WeakMap<Subject, Compilation>();

/** The plan of a questionnaire, compiled once for all who ask. */
export function compilationOf(subject: Subject): Compilation {
  const compilation = known.get(subject) ?? compilePlan(subject.questionnaire);
  known.set(subject, compilation);
  return compilation;
}
