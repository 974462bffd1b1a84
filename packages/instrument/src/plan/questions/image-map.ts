import { isList, isObject } from "../../definition/json.ts";
import type { OutlineNode } from "../../definition/outline.ts";
import { Meaning } from "../compile/meaning.ts";
import { Question } from "../run/question.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { type Choice, prepareChoice } from "./choices/choice.ts";
import { type ChoiceSpec, compileChoice } from "./choices/spec.ts";
import { asMembers, codeIn, type NamedList } from "./named-list.ts";
import { tellCode, tellCodes } from "./oddities.ts";
import { isHeld } from "./sameness.ts";
import type { Compiling, QuestionError, QuestionType } from "./shapes.ts";
import { specOf } from "./spec-of.ts";

interface ImageMapSpec {
  readonly [property: string]: unknown;
  readonly areas: readonly ChoiceSpec[];
  readonly takesSeveral: boolean;
  readonly propertyName: string;
  readonly fewest: number;
  readonly most: number;
}

interface PreparedImageMap {
  readonly areas: readonly Choice[];
  readonly takesSeveral: boolean;
  readonly members: NamedList;
  readonly fewest: number;
  readonly most: number;
}

/** Areas of a picture. */
export const imageMap: QuestionType = {
  compile: (node, compiling) => {
    const meaning = new Meaning(node);
    return {
      areas: areasIn(node, compiling),
      takesSeveral: meaning.flag("multiSelect", true),
      propertyName: meaning.text("valuePropertyName"),
      fewest: Math.max(meaning.number("minSelectedAreas", 0), 0),
      most: Math.max(meaning.number("maxSelectedAreas", 0), 0),
    };
  },
  prepare: (spec, preparing) => {
    const { areas, propertyName, ...counts } = specOf<ImageMapSpec>(spec);
    const imageMap: PreparedImageMap = {
      ...counts,
      areas: areas.map((area) => prepareChoice(area, preparing)),
      members: { name: propertyName },
    };
    return (prepared, home) => new ImageMapQuestion(prepared, home, imageMap);
  },
};

/** survey-core reads an area that is written as a bare code without its code. */
function areasIn({ json, children }: OutlineNode, compiling: Compiling): ChoiceSpec[] {
  const written = isList(json.areas) ? json.areas : [];
  return children
    .filter(({ slot }) => slot === "areas")
    .map((area, i) => (isObject(written[i]) ? compileChoice(area, compiling) : { value: "", text: "" }));
}

class ImageMapQuestion extends Question {
  private readonly map: PreparedImageMap;
  private readonly hidden = new Set<Choice>();

  constructor(prepared: PreparedQuestion, home: Home, map: PreparedImageMap) {
    super(prepared, home);
    this.map = map;
  }

  override set value(value: unknown) {
    this.setNewValue(value);
  }
  override get value(): unknown {
    const value = this.questionValue;
    return !this.map.takesSeveral && Array.isArray(value) && value.length === 0 ? undefined : value;
  }
  override convertToCorrectValue(value: unknown): unknown {
    if (!this.map.takesSeveral || value === undefined || value === null) return value;
    return asMembers(this.map.members, Array.isArray(value) ? value : [value]);
  }
  override runConditionCore(): void {
    super.runConditionCore();
    if (this.hideAndShow() && this.isClearValueOnHidden) this.clearIncorrectValues();
  }
  private hideAndShow(): boolean {
    let hasChanged = false;
    for (const area of this.map.areas) {
      if (!area.visibleIf) continue;
      const isShown = isHeld(area.visibleIf.value(this, area.value));
      if (isShown === this.hidden.has(area)) hasChanged = true;
      if (isShown) this.hidden.delete(area);
      else this.hidden.add(area);
    }
    return hasChanged;
  }
  override clearValueIfInvisibleCore(reason: string): void {
    super.clearValueIfInvisibleCore(reason);
    this.clearIncorrectValues();
  }
  override clearIncorrectValues(): void {
    const given = this.value;
    if (!given) return;
    const isArea = (code: unknown) =>
      this.map.areas.some((area) => area.value === code && !this.hidden.has(area));
    if (!this.map.takesSeveral) {
      if (!isArea(given)) this.value = undefined;
    } else if (Array.isArray(given)) this.value = given.filter(isArea);
  }
  override tellOddities(given: unknown): void {
    const { areas, takesSeveral, most, members } = this.map;
    const codes = areas.map(({ value }) => value);
    if (takesSeveral)
      tellCodes(this, given, { codes, most: most || codes.length, codeIn: (one) => codeIn(members, one) });
    else tellCode(this, given, codes);
  }
  override onCheckForErrors(errors: QuestionError[]): void {
    super.onCheckForErrors(errors);
    const { takesSeveral, fewest, most } = this.map;
    if (!takesSeveral) return;
    const count = Array.isArray(this.value) ? this.value.length : 0;
    if (most > 0 && count > most) errors.push({ kind: "wrong-count", message: "maxSelectError" });
    if (fewest > 0 && count < fewest) errors.push({ kind: "wrong-count", message: "minSelectError" });
  }
  override getDisplayValueCore(value: unknown): unknown {
    const { name } = this.map.members;
    return (Array.isArray(value) ? value : [value])
      .map((one) => (isObject(one) ? (name === "" ? undefined : one[name]) : one))
      .map((code) => this.map.areas.find((area) => area.value === code)?.text)
      .filter(Boolean)
      .join(", ");
  }
}
