import {
  bindCondition,
  bindExpression,
  callsIn,
  functionsIn,
  type Host,
  parseExpression,
  partsOf,
  type Reading,
  type Reference,
  referenceOf,
  referencesIn,
  spellingOf,
  type Expression as Tree,
} from "../../expressions/index.ts";
import type { Expression } from "../questions/shapes.ts";
import { beginningOf, Concern } from "../run/concern.ts";
import { absent } from "../run/lookup.ts";
import { find } from "../run/names.ts";
import type { Question } from "../run/question.ts";
import type { Dependence, Place } from "../run/standing.ts";
import { directReading, type Surroundings } from "./reading.ts";

/** Binds the expressions of a plan to the places where they stand. */
export class Binder {
  private readonly trees = new Map<string, Tree>();

  /** What all expressions that `work` binds are concerned with; `complete` adds what else matters. */
  recorded<Result>(
    work: () => Result,
    complete: (concern: Concern) => void = () => undefined,
  ): { readonly result: Result; readonly concern: Concern } {
    const outer = this.concern;
    const concern = new Concern();
    this.concern = concern;
    const result = work();
    complete(concern);
    this.concern = outer;
    outer.add(concern);
    return { result, concern };
  }
  private concern = new Concern();

  private note(tree: Tree, { around }: Surroundings): void {
    const references = referencesIn(tree);
    if (references.length === 0) this.concern.isAlways = true;
    for (const { path, name } of references) {
      const first = beginningOf(path[0]?.name ?? name);
      if (first === "panel" && !around) this.concern.isAlways = true;
      this.concern.names.add(first);
    }
    if (functionsIn(tree).some((called) => byName.has(called))) this.concern.isAlways = true;
  }

  bind(text: string, surroundings: Surroundings): Expression {
    const tree = this.tree(text);
    this.note(tree, surroundings);
    const host = hostOf(surroundings);
    const value = bindExpression(tree, host);
    const holds = bindCondition(tree, host);
    return {
      value: (place, item) => (item === undefined ? value(place) : withItem(place, item, value)),
      holds: (place, item) => (item === undefined ? holds(place) : withItem(place, item, holds)),
    };
  }

  dependence(text: string | undefined, ...also: readonly string[]): Dependence {
    const tree = text === undefined ? undefined : this.tree(text);
    const references = [...(tree ? referencesIn(tree) : []), ...also.map(referenceOf)];
    return {
      isAlways: tree !== undefined && callsIn(tree).some(readsNothing),
      reads: references.map((reference) => ({
        name: spellingOf(reference).replace(/^#/, ""),
        steps: reference.path,
      })),
    };
  }

  /** Names that an expression reads, as written. */
  reads(text: string): string[] {
    return this.dependence(text).reads.map(({ name }) => name);
  }

  private tree(text: string): Tree {
    const known = this.trees.get(text);
    if (known) return known;
    const tree = parseExpression(text);
    this.trees.set(text, tree);
    return tree;
  }
}

/** Functions that take the name of a question as a text. */
const byName = new Set(["displayValue", "propertyValue", "getComment"]);

function withItem<Value>(place: Place, item: unknown, evaluate: (place: Place) => Value): Value {
  place.item = { value: item };
  const value = evaluate(place);
  place.item = undefined;
  return value;
}

/** A call without an answer among its arguments: today(), age('2000-01-01'). */
function readsNothing(call: Tree): boolean {
  return partsOf(call).every((part) => referencesIn(part).length === 0);
}

function hostOf(surroundings: Surroundings): Host<Place> {
  return {
    reference: (reference) => directReading(reference, surroundings) ?? searching(reference),
    outerReference: (reference) => directReading(reference, outside) ?? searching(reference),
    now: ({ run }) => run.now,
    displayValue,
    comment,
  };
}

const outside: Surroundings = { self: undefined, around: undefined, names: undefined };

/** Looks for the name at every run: it may mean something in one response and nothing in another. */
function searching({ path, name }: Reference): Reading<Place> {
  let found: unknown;
  const isItem = path.length === 1 && itemNames.has(name.toLowerCase());
  return {
    exists: (place) => {
      const { item } = place;
      found = isItem && item ? (item as { value: unknown }).value : find(place, path);
      return found !== absent;
    },
    read: () => found,
  };
}

const itemNames = new Set(["item", "choice", "self"]);

function displayValue(place: Place, name: unknown, value: unknown): unknown {
  return typeof name === "string" ? questionNear(place, name)?.displayValue(value) : undefined;
}

function comment({ run }: Place, name: unknown, choice: unknown): unknown {
  const question = typeof name === "string" ? run.questionByName(name) : undefined;
  return question ? question.commentFor(choice) : "";
}

/** @source survey-core 3.0.0, getQuestionValueByContext */
function questionNear({ self, entry, run }: Place, name: string): Question | undefined {
  for (let inner = self; inner; inner = inner.home.parentQuestion) {
    const beside = inner.home.container?.questions.find((question) => question.name === name);
    if (beside) return beside;
  }
  for (let around = entry; around; around = around.owner.entry) {
    const inside = around.questions.find((question) => question.name === name);
    if (inside) return inside;
  }
  return run.questionByName(name);
}
