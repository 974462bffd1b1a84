import { type Reading, type Reference, type Step, textOf } from "../../expressions/index.ts";
import type { SurveyNames } from "../prepare/names.ts";
import { ownValue } from "../run/values.ts";
import type { QuestionSpec } from "../specs.ts";
import { type Look, Unsettled } from "./look.ts";

/** Where an expression stands, as far as its names may mean something else there. */
export interface Where {
  /** The question whose expression it is. */
  readonly self?: QuestionSpec;
  /** Names of the questions that stand before it in an entry. */
  readonly before?: ReadonlySet<string>;
  /** `{item}` means a choice or row. */
  readonly hasItem?: true;
}

/** Names that mean something else in some places, whatever the questions are called. */
const generic = new Set(
  "length self item choice locale panel row matrix panelindex visiblepanelindex rowindex visiblerowindex".split(
    " ",
  ),
);
const itemNames = new Set(["item", "choice"]);

/** What names mean in answers that stay as they are; a name that may mean more than one thing is not settled. */
export class Readings {
  private readonly names: SurveyNames;
  private readonly variables: ReadonlyMap<string, () => unknown>;
  private readonly matrices: ReadonlyMap<string, { readonly slot: number; readonly spec: QuestionSpec }>;

  /** @param variables  calculated values by name in lower case */
  constructor(names: SurveyNames, variables: ReadonlyMap<string, () => unknown>) {
    this.names = names;
    this.variables = variables;
    this.matrices = new Map(
      names.questions.flatMap((spec, slot) =>
        spec.matrix ? [[spec.valueName.toLowerCase(), { slot, spec }] as const] : [],
      ),
    );
  }

  /** @throws  Unsettled  where a name means nothing, or may mean more than one thing */
  reading(reference: Reference): Reading<Look> {
    const { path, name, isProperty } = reference;
    const [first, second] = path;
    if (!isProperty && first && path.every(({ index }) => index === undefined)) {
      if (path.length === 1) return this.ofOneName(name);
      if (path.length === 2 && second) return this.ofTwoNames(first, second);
    }
    throw new Unsettled(`{${name}} is looked for while answers are checked`);
  }

  private ofOneName(name: string): Reading<Look> {
    const folded = name.toLowerCase();
    if (itemNames.has(folded)) return { read: ({ item }) => item };
    const variable = this.variables.get(folded);
    const slot = this.names.slotOf(name);
    if (isGeneric(folded) || (!variable && slot === undefined))
      throw new Unsettled(`{${name}} is no plain question`);
    if (variable) return { read: () => variable() ?? null };
    return { read: ({ values }) => values[slot ?? 0] };
  }

  private ofTwoNames(first: Step, second: Step): Reading<Look> {
    if (first.name === "panel") {
      const key = second.name;
      return { read: ({ entry }) => ownValue(entry, key) };
    }
    const matrix = this.matrices.get(first.name.toLowerCase());
    const row = matrix?.spec.matrix?.rows.find(({ value }) => isNamed(value, second.name));
    if (!matrix || !row || this.mayBeVariable(first.name))
      throw new Unsettled(`{${first.name}.${second.name}} is no row`);
    const { slot } = matrix;
    const key = textOf(row.value);
    return { read: ({ values }) => ownValue(values[slot], key) };
  }

  /** A path is looked for in variables as soon as one begins alike. */
  private mayBeVariable(first: string): boolean {
    return [...this.variables.keys()].some((name) => name.startsWith(first.toLowerCase()));
  }

  /** @throws  Unsettled  where the name may mean something in the place where it stands */
  mustMeanTheSame({ path, name }: Reference, { self, before, hasItem }: Where): void {
    const first = path[0]?.name ?? "";
    const folded = name.toLowerCase();
    if (path.length === 1 && itemNames.has(folded)) {
      if (!hasItem) throw new Unsettled(`{${name}} means no choice here`);
    } else if (first === "panel") {
      if (!before?.has(path[1]?.name ?? "")) throw new Unsettled(`{${name}} does not look back`);
    } else if (self?.matrix?.rows.some(({ value }) => isNamed(value, name) || isNamed(value, first)))
      throw new Unsettled(`{${name}} is a row of its own matrix`);
  }
}

function isGeneric(folded: string): boolean {
  return generic.has(folded) || /^\d+$/.test(folded);
}

function isNamed(value: unknown, name: string): boolean {
  return textOf(value).toLowerCase() === name.toLowerCase();
}
