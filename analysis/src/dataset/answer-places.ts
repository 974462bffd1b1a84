import type { Item } from "@tiltas/instrument/definition";
import type { ExpectedNames, JsonFields } from "./json-fields.ts";
import { KnownTexts } from "./known-texts.ts";

/** Places of items, and of the few other names that decide something. */
export class AnswerPlaces implements ExpectedNames {
  /** Names with their places. */
  readonly wanted: [name: string, place: number][] = [];
  /** Places at most. */
  readonly most: number;
  readonly #known = new KnownTexts<number>();
  readonly #placeOf: Map<string, number>;
  readonly #isWanted: (name: string) => boolean;
  readonly #repeats: readonly boolean[];
  #others = 0;
  /** By number of a name and one, 0 for the beginning: the two that followed it last. */
  readonly #followers = new Int32Array(2 * (KnownTexts.most + 1)).fill(-1);
  #last = 0;
  #expected = -1;

  constructor(items: readonly Pick<Item, "name" | "kind">[], isWanted: (name: string) => boolean) {
    this.#isWanted = isWanted;
    this.most = items.length + othersAtMost;
    this.#placeOf = new Map(items.map(({ name }, place) => [name, place]));
    this.#repeats = items.map(({ kind }) => repeating.has(kind));
    for (const [name, place] of this.#placeOf) if (isWanted(name)) this.wanted.push([name, place]);
  }

  /** Before the first name of a response. */
  begin(): void {
    this.#last = 0;
  }

  /**
   * Names come in the same order again and again: after the last one those are looked for that followed it before.
   *
   * @returns where the name ends that begins here; -1 where it is another one
   */
  endOfExpected(bytes: Uint8Array, from: number): number {
    for (let follower = 2 * this.#last; follower < 2 * this.#last + 2; follower++) {
      this.#expected = this.#followers[follower]!;
      const end = this.#expected < 0 ? -1 : this.#known.endAt(this.#expected, bytes, from);
      if (end >= 0) return end;
    }
    this.#expected = -1;
    return -1;
  }

  /** The place of the name just met. @returns -1 for a name that nothing asks for */
  at(bytes: Buffer, fields: JsonFields): number {
    const number = this.#expected >= 0 ? this.#expected : this.#numberOf(bytes, fields);
    if (number !== this.#expected) this.#follow(number);
    this.#last = number + 1;
    return number < 0 ? this.#placeIn(bytes, fields) : this.#known.meaning(number);
  }

  #follow(number: number): void {
    const first = 2 * this.#last;
    this.#followers[first + 1] = this.#followers[first]!;
    this.#followers[first] = number;
  }

  #numberOf(bytes: Buffer, { nameFrom, nameTo, nameHash }: JsonFields): number {
    const number = this.#known.find(bytes, nameFrom, nameTo, nameHash);
    if (number >= 0) return number;
    const place = this.#placeIn(bytes, { nameFrom, nameTo });
    return this.#known.add(bytes, nameFrom, nameTo, nameHash, place);
  }

  #placeIn(bytes: Buffer, { nameFrom, nameTo }: Pick<JsonFields, "nameFrom" | "nameTo">): number {
    return this.#placeFor(String(JSON.parse(bytes.toString("utf8", nameFrom, nameTo))));
  }

  /** Whether many people give the same answer there. */
  repeats(place: number): boolean {
    return this.#repeats[place] ?? false;
  }

  #placeFor(name: string): number {
    const place = this.#placeOf.get(name);
    if (place !== undefined || !this.#isWanted(name)) return place ?? -1;
    const added = this.#repeats.length + this.#others;
    if (added === this.most) return -1;
    this.#others++;
    this.#placeOf.set(name, added);
    this.wanted.push([name, added]);
    return added;
  }
}

const repeating: ReadonlySet<Item["kind"]> = new Set([
  "single",
  "multiple",
  "boolean",
  "rating",
  "number",
  "ranking",
  "matrix",
]);

/** Answers to no item that decide something: other ways of writing the name of one, so to speak. */
const othersAtMost = 256;
