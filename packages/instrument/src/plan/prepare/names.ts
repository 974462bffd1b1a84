import type { ElementSpec, Plan, QuestionSpec } from "../specs.ts";

/** The questions of a survey outside of rows and entries, by the key of their answers. */
export class SurveyNames {
  readonly questions: readonly QuestionSpec[];
  private readonly exact = new Map<string, number>();
  private readonly folded = new Map<string, number>();
  private readonly variables: ReadonlySet<string>;

  constructor({ pages, calculatedValues, triggers }: Plan) {
    this.questions = pages.flatMap(({ elements }) => questionsIn(elements));
    for (const [slot, { valueName }] of this.questions.entries()) {
      if (!this.exact.has(valueName)) this.exact.set(valueName, slot);
      if (!this.folded.has(valueName.toLowerCase())) this.folded.set(valueName.toLowerCase(), slot);
    }
    this.variables = new Set(
      [...calculatedValues.map(({ name }) => name), ...triggers.flatMap(variableOf)].map((name) =>
        name.toLowerCase(),
      ),
    );
  }

  /** Place among the questions of the one that a whole name means without doubt. */
  slotOf(name: string): number | undefined {
    if (this.variables.has(name.toLowerCase())) return undefined;
    const slot = this.exact.get(name) ?? this.folded.get(name.toLowerCase());
    const question = slot === undefined ? undefined : this.questions[slot];
    return question && !question.matrix && !question.composite && !question.grid && !question.roster
      ? slot
      : undefined;
  }
  typeAt(slot: number): string {
    return this.questions[slot]?.type ?? "";
  }
}

function variableOf({ isVariable, setToName }: Plan["triggers"][number]): string[] {
  return isVariable === true && setToName ? [setToName] : [];
}

export function questionsIn(elements: readonly ElementSpec[]): QuestionSpec[] {
  return elements.flatMap((element) =>
    element.kind === "panel" ? questionsIn(element.elements) : [element],
  );
}
