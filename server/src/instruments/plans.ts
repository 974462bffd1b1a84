import type { Plan } from "@tiltas/instrument/plan";
import { Piscina } from "piscina";
import { type CheckAnswers, type Checker, checkerHere } from "./checker.ts";
import type { PublishedInstrument } from "./instruments.ts";

/** Memory (MiB) of the thread that compiles, and how long one questionnaire may take (ms). */
const memory = 512;
const patience = 10_000;

/** The plans of published versions: each compiled once, in a thread of its own, and kept by the thread that checks. */
export interface Plans {
  /** undefined while a questionnaire cannot be compiled; its responses are kept all the same, and marked as unchecked. */
  of(published: Pick<PublishedInstrument, "instrument" | "questionnaire">): Promise<CheckAnswers | undefined>;
}

/** undefined for a questionnaire that the plan refuses. */
export type CompilePlan = (questionnaire: string) => Promise<Plan | undefined>;

/** Versions are frozen, so each is compiled at most once; where the thread failed, the next response tries again. */
export function createPlans(compile: CompilePlan, checker: Checker = checkerHere): Plans {
  const known = new Map<string, Promise<CheckAnswers | undefined>>();
  return {
    of({ instrument: { digest }, questionnaire }) {
      const kept = known.get(digest);
      if (kept) return kept;
      const plan = compile(questionnaire).then(
        (compiled) => compiled && checker.learn(compiled),
        () => {
          known.delete(digest);
          return undefined;
        },
      );
      known.set(digest, plan);
      return plan;
    },
  };
}

/** A thread that compiles: a questionnaire from outside may cost it its memory or its time, never the thread that serves. */
export function createPlanCompiler(worker = new URL("./compile-plan.ts", import.meta.url)): {
  compile: CompilePlan;
  close(): Promise<void>;
} {
  const pool = new Piscina<string, Plan | undefined>({
    filename: worker.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 5_000,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  return {
    compile: (questionnaire) => pool.run(questionnaire, { signal: AbortSignal.timeout(patience) }),
    close: () => pool.destroy(),
  };
}
