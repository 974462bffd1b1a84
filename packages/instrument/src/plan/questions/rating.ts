import { isList } from "../../definition/json.ts";
import { Meaning } from "../compile/meaning.ts";
import { Question } from "../run/question.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { type Choice, findChoice, prepareChoice } from "./choices/choice.ts";
import { type ChoiceSpec, compileChoice } from "./choices/spec.ts";
import { isHeld } from "./sameness.ts";
import type { QuestionType } from "./shapes.ts";
import { specOf } from "./spec-of.ts";

interface RatingSpec {
  readonly [property: string]: unknown;
  /** The rungs that are written out; none where they are numbers from rateMin to rateMax. */
  readonly rungs: readonly ChoiceSpec[];
}

/** Smileys have this many faces. */
const mostFaces = 10;

/** A rung on a ladder. Which rungs there are does not limit the answer: survey-core takes any. */
export const rating: QuestionType = {
  compile: (node, compiling) => {
    const meaning = new Meaning(node);
    const rungs = node.children
      .filter(({ slot }) => slot === "rateValues")
      .map((rung) => compileChoice(rung, compiling));
    const written = meaning.get("rateValues");
    const isGenerated = meaning.flag("autoGenerate", !isList(written) || written.length === 0);
    const shown = meaning.text("rateType") === "smileys" ? rungs.slice(0, mostFaces) : rungs;
    return { rungs: isGenerated ? [] : shown };
  },
  prepare: (spec, preparing) => {
    const rungs = specOf<RatingSpec>(spec).rungs.map((rung) => prepareChoice(rung, preparing));
    return (prepared, home) => new RatingQuestion(prepared, home, rungs);
  },
};

class RatingQuestion extends Question {
  private readonly rungs: readonly Choice[];
  private readonly hidden = new Set<Choice>();

  constructor(prepared: PreparedQuestion, home: Home, rungs: readonly Choice[]) {
    super(prepared, home);
    this.rungs = rungs;
  }

  private get offered(): readonly Choice[] {
    return this.hidden.size === 0 ? this.rungs : this.rungs.filter((rung) => !this.hidden.has(rung));
  }
  override valueToData(value: unknown): unknown {
    const rung = findRung(this.offered, value);
    return rung ? rung.value : value;
  }
  override runConditionCore(): void {
    super.runConditionCore();
    if (!this.hideAndShow() || this.isEmpty() || this.isReadOnly) return;
    const rung = findRung(this.rungs, this.value);
    if (rung && this.hidden.has(rung)) this.clearValue();
  }
  private hideAndShow(): boolean {
    let hasChanged = false;
    for (const rung of this.rungs) {
      if (!rung.visibleIf) continue;
      const isShown = isHeld(rung.visibleIf.value(this, rung.value));
      if (isShown === this.hidden.has(rung)) hasChanged = true;
      if (isShown) this.hidden.delete(rung);
      else this.hidden.add(rung);
    }
    return hasChanged;
  }
  override getDisplayValueCore(value: unknown): unknown {
    return findRung(this.offered, value)?.text || value;
  }
}

function findRung(rungs: readonly Choice[], value: unknown): Choice | undefined {
  return rungs.length === 0 ? undefined : findChoice(rungs, value);
}
