import type { Refusal } from "../check.ts";

/** Names that every object of JavaScript carries: survey-core takes them for something else and breaks. */
const carried = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The names of one level of the questionnaire: of all its questions, of one entry, of one row. */
export class Names {
  private readonly taken = new Map<string, string>();

  /** Takes a name for the part at `path`; a refusal where it cannot be told apart from others. */
  take(name: string, path: string): Refusal | undefined {
    if (carried.has(name))
      return {
        path: `${path}.name`,
        construct: `name ${name}`,
        message: `Every object of JavaScript carries ${name}, so no answer can be found under it: choose another name.`,
      };
    const first = this.taken.get(name);
    if (first !== undefined)
      return {
        path: `${path}.name`,
        construct: `name ${name}`,
        message: `The name ${name} is taken by ${first}: give each question a name of its own.`,
      };
    this.taken.set(name, path);
    return undefined;
  }

  /** The first free name `question1`, `question2` …, as survey-core calls what has no name. */
  next(stem: string): string {
    for (let n = 1; ; n += 1) if (!this.taken.has(`${stem}${n}`)) return `${stem}${n}`;
  }
}
