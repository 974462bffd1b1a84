import type { Question } from "./question.ts";

/** The questions of a survey outside of rows and entries by the key of their answers, and by name. */
export class Directory {
  private readonly byValueName = new Map<string, Question[]>();
  /** By the key in lower case: the first. */
  private readonly byFoldedName = new Map<string, Question>();
  private readonly byName = new Map<string, Question>();

  constructor(questions: readonly Question[]) {
    for (const question of questions) {
      const { name, valueName } = question;
      const sharers = this.byValueName.get(valueName);
      if (sharers) sharers.push(question);
      else this.byValueName.set(valueName, [question]);
      const folded = valueName.toLowerCase();
      if (!this.byFoldedName.has(folded)) this.byFoldedName.set(folded, question);
      if (!this.byName.has(name)) this.byName.set(name, question);
    }
    Object.freeze(this);
  }

  has(valueName: string): boolean {
    return this.byValueName.has(valueName);
  }
  /** All that keep their answers under this key. */
  get(valueName: string): readonly Question[] | undefined {
    return this.byValueName.get(valueName);
  }
  isShared(valueName: string): boolean {
    return (this.byValueName.get(valueName)?.length ?? 0) > 1;
  }
  /** The first whose key is this in any case. */
  inAnyCase(valueName: string): Question | undefined {
    return this.byFoldedName.get(valueName.toLowerCase());
  }
  /** The first that bears a name. */
  named(name: string): Question | undefined {
    return this.byName.get(name);
  }
}
