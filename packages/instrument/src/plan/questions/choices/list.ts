import { isHeld } from "../sameness.ts";
import type { Choice, PreparedSelect } from "./choice.ts";
import type { SelectQuestion } from "./select.ts";

/** The options of one live question: which there are, which are shown. */
export class ChoiceList {
  private readonly owner: SelectQuestion;
  private readonly select: PreparedSelect;
  private readonly hidden = new Set<Choice>();
  private shown: readonly Choice[] | undefined;
  /** All that are shown, the special ones included. */
  visible: readonly Choice[];

  constructor(owner: SelectQuestion, select: PreparedSelect) {
    this.owner = owner;
    this.select = select;
    this.visible = [...select.choices, ...select.special];
  }

  /** All options but the special ones, shown or hidden. */
  get active(): readonly Choice[] {
    return this.select.choices;
  }
  /** The options that are shown but the special ones. */
  get filtered(): readonly Choice[] {
    return this.shown ?? this.active;
  }
  get hasAny(): boolean {
    return this.filtered.length > 0;
  }

  refresh(): void {
    this.visible = this.shown
      ? [...this.shown, ...this.select.special]
      : [...this.active, ...this.select.special];
  }

  /** Whether anything is shown that was hidden before, or the other way round. */
  runConditions(): boolean {
    if (!this.select.hasConditions) return false;
    const shown: Choice[] = [];
    let hasChanged = false;
    for (const choice of this.active) {
      const condition = choice.visibleIf ?? this.select.choicesVisibleIf;
      const isShown = !condition || isHeld(condition.value(this.owner, choice.value));
      if (isShown) shown.push(choice);
      if (isShown === this.hidden.has(choice)) hasChanged = true;
      if (isShown) this.hidden.delete(choice);
      else this.hidden.add(choice);
    }
    this.shown = shown.length === this.active.length ? undefined : shown;
    return hasChanged;
  }

  /** Questions that take their options from this one look again. */
  tellFollowers(): void {}
}
