import { isObject } from "../../../definition/json.ts";
import { isKindOf } from "../../../definition/surveyjs/classes.ts";
import { isEmptyValue, textOf } from "../../../expressions/index.ts";
import type { Question } from "../../run/question.ts";
import { isHeld } from "../sameness.ts";
import { type Choice, type PreparedSelect, plainChoice } from "./choice.ts";
import type { OfferingQuestion } from "./offering.ts";
import type { CarrySpec } from "./spec.ts";

/** The options of one live question: which there are, which are shown. */
export class ChoiceList {
  private readonly owner: OfferingQuestion;
  private readonly select: PreparedSelect;
  private hidden: Set<Choice> | undefined = undefined;
  private isTelling = false;
  private shown: readonly Choice[] | undefined = undefined;
  /** All that are shown, the special ones included. */
  visible: readonly Choice[];

  constructor(owner: OfferingQuestion, select: PreparedSelect) {
    this.owner = owner;
    this.select = select;
    this.visible = select.all;
  }

  /** All options but the special ones, shown or hidden. */
  get active(): readonly Choice[] {
    const { carry, choices } = this.select;
    return (carry && this.carriedFrom(carry)) ?? choices;
  }
  /** The options that are shown but the special ones. */
  get filtered(): readonly Choice[] {
    return this.shown ?? this.active;
  }
  get hasAny(): boolean {
    return this.select.carry ? this.visible.length > 0 : this.filtered.length > 0;
  }

  refresh(): void {
    const { all, carry, special } = this.select;
    this.visible = this.shown || carry ? [...this.filtered, ...special] : all;
  }

  /** Whether anything is shown that was hidden before, or the other way round. */
  runConditions(): boolean {
    if (!this.select.hasConditions) return false;
    const { carry, choicesVisibleIf } = this.select;
    const { active } = this;
    this.hidden ??= new Set();
    const shown: Choice[] = [];
    let hasChanged = false;
    for (const choice of active) {
      const condition = choice.visibleIf ?? choicesVisibleIf;
      const isShown = !condition || isHeld(condition.value(this.owner, choice.value));
      if (isShown) shown.push(choice);
      if (carry) hasChanged ||= !isShown;
      else if (isShown === this.hidden.has(choice)) hasChanged = true;
      if (isShown) this.hidden.delete(choice);
      else if (!carry) this.hidden.add(choice);
    }
    this.shown = shown.length === active.length ? undefined : shown;
    return hasChanged || (carry !== undefined && !areSameChoices(this.visible, active));
  }

  // Options from another question -----------------------------------------------------------------------------------

  private carriedFrom(carry: CarrySpec): readonly Choice[] | undefined {
    const source = this.owner.run.questionByName(carry.from);
    if (!source || source === this.owner) return undefined;
    if (!offersChoices(source) && !lists.has(source.prepared.type)) return undefined;
    source.followers ??= new Set();
    source.followers.add(this.owner);
    return offersChoices(source) ? this.chosenIn(source, carry.mode) : entriesOf(source.value, carry);
  }
  private chosenIn(source: OfferingQuestion, mode: string): readonly Choice[] {
    const all = source.visibleChoices.filter(({ isSpecial }) => !isSpecial);
    if (mode !== "selected" && mode !== "unselected") return all;
    const chosen = all.filter((choice) => source.isItemSelected(choice) === (mode === "selected"));
    const hasOther = mode === "selected" && !this.select.other && source.isOtherSelected && source.otherValue;
    return hasOther ? [...chosen, plainChoice("other", textOf(source.otherValue))] : chosen;
  }

  /** Questions that take their options from this one look again. */
  tellFollowers(): void {
    const { followers } = this.owner;
    if (this.isTelling || followers === undefined) return;
    this.isTelling = true;
    for (const follower of followers) follower.onVisibleChoicesChanged(true);
    this.isTelling = false;
  }
}

const lists = new Set(["matrixdynamic", "paneldynamic"]);

function offersChoices(question: Question): question is OfferingQuestion {
  return isKindOf(question.prepared.type, "selectbase");
}

function areSameChoices(shown: readonly Choice[], active: readonly Choice[]): boolean {
  return shown.length === active.length && shown.every(({ value }, i) => value === active[i]?.value);
}

/** One option for each entry of a list: the answer under the given name, or the first there is. */
function entriesOf(list: unknown, { values, texts }: CarrySpec): Choice[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry) => {
    if (!isObject(entry)) return [];
    const code = entry[values || (Object.keys(entry)[0] ?? "")];
    const text = texts === "" ? undefined : entry[texts];
    return isEmptyValue(code) ? [] : [plainChoice(code, typeof text === "string" ? text : textOf(code))];
  });
}
