import { Meaning } from "../compile/meaning.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { areSame } from "../run/values.ts";
import { findChoice } from "./choices/choice.ts";
import { CheckboxQuestion, type PreparedCheckbox } from "./choices/several.ts";
import { type CheckboxSpec, compileCheckbox, prepareCheckbox } from "./multiple-choice.ts";
import type { QuestionType } from "./shapes.ts";
import { specOf } from "./spec-of.ts";

interface RankingSpec extends CheckboxSpec {
  readonly ranksSome: boolean;
}

/** All options in an order, or with selectToRankEnabled some of them. */
export const ranking: QuestionType = {
  compile: (node, compiling) => ({
    ...compileCheckbox(node, compiling),
    ranksSome: new Meaning(node).flag("selectToRankEnabled"),
  }),
  prepare: (spec, preparing) => {
    const { ranksSome, ...checkbox } = specOf<RankingSpec>(spec);
    const options = prepareCheckbox(specOf<CheckboxSpec>(checkbox), preparing);
    return (prepared, home) => new RankingQuestion(prepared, home, options, ranksSome);
  },
};

class RankingQuestion extends CheckboxQuestion {
  private readonly ranksSome: boolean;
  /** Before any answer has come in, a change of the options leaves them unranked. */
  private wasGiven = false;

  constructor(prepared: PreparedQuestion, home: Home, options: PreparedCheckbox, ranksSome: boolean) {
    super(prepared, home, options);
    this.ranksSome = ranksSome;
  }

  override get requireStrictCompare(): boolean {
    return true;
  }
  override isItemSelectedCore(choice: Parameters<CheckboxQuestion["isItemSelectedCore"]>[0]): boolean {
    return !this.ranksSome || super.isItemSelectedCore(choice);
  }
  override onVisibleChoicesChanged(clears = false): void {
    super.onVisibleChoicesChanged();
    if (!this.wasGiven && !this.ranksSome && !this.defaultValue) this.value = [];
    const [only, ...others] = this.visibleChoices;
    if (only && others.length === 0 && !this.ranksSome) {
      this.value = [];
      this.questionValue = [only.value];
    } else this.rankAll();
    if (clears) this.clearIncorrectValues();
  }
  override updateValueFromSurvey(value: unknown, clearData = false): void {
    super.updateValueFromSurvey(value, clearData);
    if (value) this.wasGiven = true;
  }
  override onSurveyLoad(): void {
    super.onSurveyLoad();
    this.rankAll();
  }
  override get followsSurveyValue(): boolean {
    return true;
  }
  override onSurveyValueChanged(value: unknown): void {
    super.onSurveyValueChanged(value);
    this.rankAll();
  }

  /** An answer that ranks some of the options is completed by the others in their order; what is no option goes. */
  private rankAll(): void {
    if (this.ranksSome || this.isEmpty()) return;
    const given = Array.isArray(this.value) ? this.value : [];
    const ranked: unknown[] = [];
    for (const one of given)
      if (findChoice(this.visibleChoices, one) && !ranked.includes(one)) ranked.push(one);
    for (const { value } of this.visibleChoices) if (!ranked.includes(value)) ranked.push(value);
    if (!areSame(this.value, ranked)) this.value = ranked;
  }
}
