import { limits } from "@tiltas/contract/responses";
import { survives } from "./exact-number.ts";

/** A message that is no JSON, or JSON of which something would be lost or doubled; `pointer` (RFC 6901) names the place. */
export class MalformedJson extends Error {
  readonly pointer: string;
  constructor(pointer: string, message: string) {
    super(message);
    this.name = "MalformedJson";
    this.pointer = pointer;
  }
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** How large a message may be, and which one text of it may be long, if any. */
export interface Room {
  readonly bytes: number;
  /** Named by the keys that lead to it, "*" for any; in UTF-16 units. */
  readonly longText?: { readonly place: readonly string[]; readonly length: number };
}

/**
 * Reads a JSON text strictly, in one pass: refuses what JSON.parse would silently change.
 *
 * @param bytes at most `room.bytes` of UTF-8, without a byte order mark
 * @returns     plain objects and arrays; no string holds NUL or a lone surrogate, no key occurs twice or is `__proto__`,
 *              every number is the one that was written, nesting ≤ `limits.depth`, keys in all ≤ `limits.keys`,
 *              values in lists ≤ `limits.listed`
 * @throws      MalformedJson with the place
 */
export function readStrictJson(bytes: Uint8Array, room: Room = limits): Json {
  if (bytes.length > room.bytes) throw new MalformedJson("", `The body is larger than ${room.bytes} bytes.`);
  return new Reader(decode(bytes), room.longText).document();
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new MalformedJson("", "The body is not valid UTF-8.");
  }
  if (text.charCodeAt(0) === 0xfeff)
    throw new MalformedJson("", "The body starts with a byte order mark; send UTF-8 without it.");
  return text;
}

const quote = 0x22;
const backslash = 0x5c;
const numberShape = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class Reader {
  readonly #text: string;
  readonly #longText: Room["longText"];
  readonly #place: (string | number)[] = [];
  #at = 0;
  #keys = 0;
  #listed = 0;

  constructor(text: string, longText: Room["longText"]) {
    this.#text = text;
    this.#longText = longText;
  }

  document(): Json {
    this.#space();
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length)
      throw this.#refusal(`Something follows the end of the JSON at character ${this.#at}.`);
    return value;
  }

  #value(depth: number): Json {
    switch (this.#text.charCodeAt(this.#at)) {
      case quote:
        return this.#string();
      case 0x7b:
        return this.#object(this.#deeper(depth));
      case 0x5b:
        return this.#array(this.#deeper(depth));
      case 0x74:
        return this.#word("true", true);
      case 0x66:
        return this.#word("false", false);
      case 0x6e:
        return this.#word("null", null);
      default:
        return this.#number();
    }
  }

  #deeper(depth: number): number {
    if (depth >= limits.depth) throw this.#refusal(`The nesting is deeper than ${limits.depth}.`);
    this.#at += 1;
    this.#space();
    return depth + 1;
  }

  #object(depth: number): Json {
    const object: { [key: string]: Json } = {};
    if (this.#closes(0x7d)) return object;
    while (true) {
      const key = this.#key(object);
      this.#place.push(key);
      this.#expect(0x3a, "A colon");
      this.#space();
      object[key] = this.#value(depth);
      this.#place.pop();
      this.#space();
      if (this.#closes(0x7d)) return object;
      this.#expect(0x2c, "A comma or a closing brace");
      this.#space();
    }
  }

  #array(depth: number): Json {
    const array: Json[] = [];
    if (this.#closes(0x5d)) return array;
    while (true) {
      this.#listed += 1;
      if (this.#listed > limits.listed)
        throw this.#refusal(`The lists hold more than ${limits.listed} values.`);
      this.#place.push(array.length);
      array.push(this.#value(depth));
      this.#place.pop();
      this.#space();
      if (this.#closes(0x5d)) return array;
      this.#expect(0x2c, "A comma or a closing bracket");
      this.#space();
    }
  }

  #key(object: object): string {
    if (this.#text.charCodeAt(this.#at) !== quote)
      throw this.#refusal(`A key in quotes is expected at character ${this.#at}.`);
    const key = this.#string();
    this.#keys += 1;
    if (this.#keys > limits.keys) throw this.#refusal(`There are more than ${limits.keys} keys.`);
    if (key === "__proto__") throw this.#refusal("The key __proto__ is not allowed.");
    if (Object.hasOwn(object, key)) {
      this.#place.push(key);
      throw this.#refusal("This key occurs twice.");
    }
    this.#space();
    return key;
  }

  #string(): string {
    const text = this.#text;
    const start = this.#at;
    let at = start + 1;
    let escaped = false;
    for (let unit = text.charCodeAt(at); unit !== quote; unit = text.charCodeAt(++at)) {
      if (unit === backslash) {
        escaped = true;
        at += 1;
      } else if (!(unit >= 0x20)) {
        throw this.#refusal(
          at >= text.length
            ? "A string does not end."
            : `There is a raw control character at character ${at}.`,
        );
      }
    }
    this.#at = at + 1;
    return this.#short(escaped ? this.#unescaped(text.slice(start, at + 1)) : text.slice(start + 1, at));
  }

  #short(value: string): string {
    if (value.length <= limits.textCodePoints || this.#mayBeLong(value)) return value;
    if ([...value].length <= limits.textCodePoints) return value;
    throw this.#refusal(`A text is longer than ${limits.textCodePoints} characters.`);
  }

  #mayBeLong(value: string): boolean {
    const long = this.#longText;
    return (
      long !== undefined &&
      value.length <= long.length &&
      this.#place.length === long.place.length &&
      long.place.every((step, at) => step === "*" || step === this.#place[at])
    );
  }

  #unescaped(literal: string): string {
    let value: string;
    try {
      value = String(JSON.parse(literal));
    } catch {
      throw this.#refusal("A string holds an escape that JSON does not know.");
    }
    if (value.includes("\0")) throw this.#refusal("A string holds the character NUL.");
    if (!value.isWellFormed()) throw this.#refusal("A string holds half of a surrogate pair.");
    return value;
  }

  #number(): number {
    numberShape.lastIndex = this.#at;
    const literal = numberShape.exec(this.#text)?.[0];
    if (literal === undefined) throw this.#refusal(`A value is expected at character ${this.#at}.`);
    this.#at += literal.length;
    const value = Number(literal);
    if (!survives(literal, value))
      throw this.#refusal("A number would not be kept exactly; send it as text.");
    return value;
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at))
      throw this.#refusal(`A value is expected at character ${this.#at}.`);
    this.#at += word.length;
    return value;
  }

  #closes(unit: number): boolean {
    if (this.#text.charCodeAt(this.#at) !== unit) return false;
    this.#at += 1;
    return true;
  }

  #expect(unit: number, what: string): void {
    if (!this.#closes(unit)) throw this.#refusal(`${what} is expected at character ${this.#at}.`);
  }

  #space(): void {
    const text = this.#text;
    for (
      let unit = text.charCodeAt(this.#at);
      unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
    ) {
      unit = text.charCodeAt(++this.#at);
    }
  }

  #refusal(message: string): MalformedJson {
    return new MalformedJson(pointerTo(this.#place), message);
  }
}

/** JSON pointer, shortened where the keys are longer than any of ours. */
function pointerTo(place: readonly (string | number)[]): string {
  const pointer = place
    .map((step) => `/${String(step).slice(0, 64).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
  return pointer.toWellFormed().replaceAll("\0", "\\0");
}
