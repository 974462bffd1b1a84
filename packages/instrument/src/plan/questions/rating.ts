import { isList, isObject } from "../../definition/json.ts";
import { Meaning } from "../compile/meaning.ts";
import { Question } from "../run/question.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { type Choice, findChoice, plainChoice, prepareChoice } from "./choices/choice.ts";
import { type ChoiceSpec, compileChoice } from "./choices/spec.ts";
import { tellCode } from "./oddities.ts";
import { isHeld } from "./sameness.ts";
import type { QuestionType } from "./shapes.ts";
import { specOf } from "./spec-of.ts";

interface RatingSpec {
  readonly [property: string]: unknown;
  /** The rungs that are written out; none where they are numbers from rateMin to rateMax. */
  readonly rungs: readonly ChoiceSpec[];
  readonly scale: readonly number[];
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
    return { rungs: isGenerated ? [] : shown, scale: isGenerated ? scaleIn(meaning) : [] };
  },
  prepare: (spec, preparing) => {
    const { rungs, scale } = specOf<RatingSpec>(spec);
    const written = rungs.map((rung) => prepareChoice(rung, preparing));
    const generated = scale.map((number) => plainChoice(number, String(number)));
    const codes = written.length > 0 ? written.map(({ value }) => value) : scale;
    return (prepared, home) => new RatingQuestion(prepared, home, written, generated, codes);
  },
};

/** survey-core offers at most this many rungs. */
const mostRungs = 20;

/** The numbers of the ladder; where two of lowest, highest and count are given, the third follows. */
function scaleIn(meaning: Meaning): number[] {
  const step = meaning.number("rateStep", 1) || 1;
  const span = step * (meaning.number("rateCount", 5) - 1);
  const isCounted = meaning.has("rateCount");
  let min = meaning.number("rateMin", 1);
  let max = meaning.number("rateMax", 5);
  if (isCounted && meaning.has("rateMin") && !meaning.has("rateMax")) max = min + span;
  if (isCounted && meaning.has("rateMax") && !meaning.has("rateMin")) min = max - span;
  const decimals = String(step).split(".")[1]?.length ?? 0;
  const scale: number[] = [];
  for (let rung = min; rung <= max && scale.length < mostRungs && step > 0; )
    rung = Number((scale[scale.push(rung) - 1] ?? 0) + step);
  return scale.map((rung) => Number(rung.toFixed(decimals)));
}

class RatingQuestion extends Question {
  private readonly rungs: readonly Choice[];
  private readonly scale: readonly Choice[];
  private readonly codes: readonly unknown[];
  private hidden: Set<Choice> | undefined = undefined;

  constructor(
    prepared: PreparedQuestion,
    home: Home,
    rungs: readonly Choice[],
    scale: readonly Choice[],
    codes: readonly unknown[],
  ) {
    super(prepared, home);
    this.codes = codes;
    this.rungs = rungs;
    this.scale = scale;
  }

  private get offered(): readonly Choice[] {
    const { hidden, rungs } = this;
    return hidden === undefined ? rungs : rungs.filter((rung) => !hidden.has(rung));
  }
  override valueToData(value: unknown): unknown {
    const rung = findRung(this.offered, value);
    return rung ? rung.value : value;
  }
  override runConditionCore(): void {
    super.runConditionCore();
    if (!this.hideAndShow() || this.isEmpty() || this.isReadOnly) return;
    const rung = findRung(this.rungs, this.value);
    if (rung && this.hidden?.has(rung)) this.clearValue();
  }
  private hideAndShow(): boolean {
    let hasChanged = false;
    for (const rung of this.rungs) {
      if (!rung.visibleIf) continue;
      this.hidden ??= new Set();
      const isShown = isHeld(rung.visibleIf.value(this, rung.value));
      if (isShown === this.hidden.has(rung)) hasChanged = true;
      if (isShown) this.hidden.delete(rung);
      else this.hidden.add(rung);
    }
    return hasChanged;
  }
  override getDisplayValueCore(value: unknown): unknown {
    if (isObject(value)) return value;
    return findRung(this.rungs.length > 0 ? this.offered : this.scale, value)?.text || value;
  }
  override tellOddities(given: unknown): void {
    tellCode(this, given, this.codes);
  }
}

function findRung(rungs: readonly Choice[], value: unknown): Choice | undefined {
  return rungs.length === 0 ? undefined : findChoice(rungs, value);
}
