import type { Item } from "@tiltas/instrument/definition";
import { type Answers, absent, notNumbered, type PlacedAnswers } from "@tiltas/instrument/plan";
import { AnswerPlaces } from "./answer-places.ts";
import { JsonFields } from "./json-fields.ts";
import { KnownTexts } from "./known-texts.ts";

/**
 * The answers of one response after the other, read from their JSON text without making an object of each: the bytes are
 * walked once, names and short answers that were met before are found by their bytes, and what nobody looks at is never
 * parsed.
 */
export class AnswerText implements PlacedAnswers {
  readonly #fields: JsonFields;
  readonly #places: AnswerPlaces;
  readonly #known = new KnownTexts<unknown>();
  /** By place, of the response in which it was answered last: where the bytes are, and the number of a known answer. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #number: Int32Array;
  readonly #answeredIn: Int32Array;
  /** By place: the answer where it is not a known one, and the response in which it was parsed. */
  readonly #values: unknown[] = [];
  readonly #parsedIn: Int32Array;
  /** By place: how many answers are known. */
  readonly #kept: Int32Array;
  #text = "";
  #bytes = Buffer.alloc(1 << 14);
  #response = 0;
  #whole: Answers | undefined;

  /** @param isWanted whether `wanted` tells the answer of this name, of an item or not */
  constructor(items: readonly Pick<Item, "name" | "kind">[], isWanted: (name: string) => boolean) {
    this.#places = new AnswerPlaces(items, isWanted);
    this.#fields = new JsonFields(this.#places);
    const byPlace = () => new Int32Array(this.#places.most);
    [this.#from, this.#to, this.#number] = [byPlace(), byPlace(), byPlace()];
    [this.#answeredIn, this.#parsedIn, this.#kept] = [byPlace(), byPlace(), byPlace()];
  }

  /**
   * The same object, now with the answers of another response.
   *
   * @throws SyntaxError where the text is no JSON; a text that is no record holds no answers
   */
  of(text: string): this {
    this.#text = text;
    this.#whole = undefined;
    if (!this.#walk(text) && !this.#walk(JSON.stringify(this.whole()))) this.#response++;
    return this;
  }

  valueAt(place: number): unknown {
    if (this.#answeredIn[place] !== this.#response) return undefined;
    const number = this.#number[place]!;
    if (number >= 0) return this.#known.meaning(number);
    if (this.#parsedIn[place] !== this.#response) {
      this.#values[place] = this.#parsed(this.#from[place]!, this.#to[place]!);
      this.#parsedIn[place] = this.#response;
    }
    return this.#values[place];
  }

  numberAt(place: number): number {
    return this.#answeredIn[place] === this.#response ? this.#number[place]! : absent;
  }

  /** The wanted answers by name. */
  wanted(): Answers {
    const few: Record<string, unknown> = {};
    for (const [name, place] of this.#places.wanted)
      if (this.#answeredIn[place] === this.#response) few[name] = this.valueAt(place);
    return few;
  }

  whole(): Answers {
    if (this.#whole === undefined) {
      const all: unknown = JSON.parse(this.#text);
      this.#whole = isRecord(all) ? all : {};
    }
    return this.#whole;
  }

  /** @returns false where the text is not written as it is stored: then nothing of it counts */
  #walk(text: string): boolean {
    this.#response++;
    if (this.#bytes.length < 3 * text.length) this.#bytes = Buffer.alloc(6 * text.length);
    const length = this.#bytes.write(text, "utf8");
    const fields = this.#fields;
    this.#places.begin();
    fields.begin(this.#bytes, length);
    while (fields.next()) {
      const place = this.#places.at(this.#bytes, fields);
      if (place < 0) continue;
      this.#answeredIn[place] = this.#response;
      this.#parsedIn[place] = 0;
      this.#from[place] = fields.from;
      this.#to[place] = fields.to;
      this.#number[place] = this.#places.repeats(place) ? this.#numberOf(fields, place) : notNumbered;
    }
    return fields.isWhole;
  }

  #numberOf({ from, to, hash }: JsonFields, place: number): number {
    const number = this.#known.find(this.#bytes, from, to, hash);
    if (number >= 0 || this.#kept[place]! >= keptByPlace) return number;
    this.#kept[place]!++;
    return this.#known.add(this.#bytes, from, to, hash, Object.freeze(this.#parsed(from, to)));
  }

  #parsed(from: number, to: number): unknown {
    return JSON.parse(this.#bytes.toString("utf8", from, to));
  }
}

/** Answers to one item that are known at most: codes are few, lists of codes and numbers without end. */
const keptByPlace = 1_000;

export function isRecord(value: unknown): value is Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
