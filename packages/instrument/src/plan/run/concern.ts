/**
 * Which changes a part of the questionnaire must look at again. Conditions depend on nothing but the answers they name,
 * so that a round after a change may pass the others over, as survey-core does.
 */
export class Concern {
  /** Beginnings of names in lower case: `a` of `{a.b}`. */
  readonly names = new Set<string>();
  /** It sets answers itself or reads something that has no name. */
  isAlways = false;
  /** Something in it sets answers when others change: resetValueIf, setValueIf, setValueExpression. */
  hasTriggers = false;

  get isNothing(): boolean {
    return !this.isAlways && this.names.size === 0;
  }

  add(other: Concern): void {
    for (const name of other.names) this.names.add(name);
    if (other.isAlways) this.isAlways = true;
    if (other.hasTriggers) this.hasTriggers = true;
  }

  touches(changed: ReadonlySet<string>): boolean {
    if (this.isAlways) return true;
    for (const name of changed) if (this.names.has(name)) return true;
    return false;
  }
}

/** What changes and readers of a name have in common. */
export function beginningOf(name: string): string {
  const end = name.search(/[.[]/);
  return (end < 0 ? name : name.slice(0, end)).toLowerCase().replace(/-unwrapped$/, "");
}
