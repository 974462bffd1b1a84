import type { Item } from "../definition/index.ts";
import type { Test } from "./looking-back.ts";
import { notNumbered, type PlacedAnswers } from "./placed-answers.ts";

type Tests = ReadonlyMap<string, readonly Test[]>;

/** What has to hold for an item to be asked. */
export function partsOf({ conditions }: Pick<Item, "conditions">, tests: Tests): readonly Test[] {
  return [...new Set(conditions.flatMap((condition) => tests.get(condition) ?? []))];
}

/**
 * Routing by tests that look back only: one pass in questionnaire order settles every item, and a test is run once a
 * response. What a test that reads one item said of an answer is remembered for the responses to come.
 */
export class Walk {
  private readonly places: ReadonlyMap<string, number>;
  private readonly tests: readonly PlacedTest[];
  /** By item: places in `tests`. */
  private readonly routes: readonly (readonly number[])[];
  private readonly marks: Uint8Array;
  /** By test: 0 not known yet, 1 holds, 2 does not. */
  private readonly outcomes: Uint8Array;
  private answers: PlacedAnswers | undefined;

  constructor(items: readonly Item[], tests: Tests) {
    const all = [...new Set(items.flatMap((item) => partsOf(item, tests)))];
    const placeOf = new Map(all.map((test, place) => [test, place]));
    this.places = new Map(items.map(({ name }, place) => [name, place]));
    this.tests = all.map((test) => ({ ...test, ...this.onlyReading(test) }));
    this.routes = items.map((item) => partsOf(item, tests).map((test) => placeOf.get(test) ?? 0));
    this.marks = new Uint8Array(items.length);
    this.outcomes = new Uint8Array(all.length);
  }

  /** By place of the item 1 where it is asked; the next call writes over it. */
  marked(answers: PlacedAnswers): Uint8Array {
    this.answers = answers;
    this.outcomes.fill(0);
    const { routes, marks } = this;
    for (let item = 0; item < routes.length; item++) marks[item] = this.allHold(routes[item]!) ? 1 : 0;
    return marks;
  }

  private allHold(route: readonly number[]): boolean {
    for (const place of route) {
      const outcome = this.outcomes[place]! || this.run(place);
      if (outcome === 2) return false;
    }
    return true;
  }

  private run(place: number): number {
    const test = this.tests[place]!;
    const outcome = this.outcomeOf(test) ? 1 : 2;
    this.outcomes[place] = outcome;
    return outcome;
  }

  private outcomeOf({ holds, reading, remembered }: PlacedTest): boolean {
    if (reading === undefined) return holds(this.get);
    const answer = this.answerAt(reading);
    if (typeof answer === "object" && answer !== null && this.numberAt(reading) < 0) return holds(this.get);
    const known = remembered.get(answer);
    if (known !== undefined) return known;
    const outcome = holds(this.get);
    if (remembered.size < rememberedAtMost) remembered.set(answer, outcome);
    return outcome;
  }

  private readonly get = (name: string): unknown => {
    const place = this.places.get(name);
    return place === undefined ? undefined : this.answerAt(place);
  };

  /** An answer to an item that is not asked counts as absent. */
  private answerAt(place: number): unknown {
    return this.marks[place] === 1 ? this.answers?.valueAt(place) : undefined;
  }

  private numberAt(place: number): number {
    return this.answers?.numberAt(place) ?? notNumbered;
  }

  private onlyReading({ reads }: Test): Pick<PlacedTest, "reading" | "remembered"> {
    const [only, ...others] = reads;
    const reading = only === undefined || others.length > 0 ? undefined : this.places.get(only);
    return { reading, remembered: new Map() };
  }
}

interface PlacedTest extends Test {
  /** Place of the one item it reads; undefined where there are several, or none. */
  readonly reading: number | undefined;
  readonly remembered: Map<unknown, boolean>;
}

/** Answers remembered by test: lists are short, own words would be without end. */
const rememberedAtMost = 500;
