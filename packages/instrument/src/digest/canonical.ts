/** A value that has no canonical JSON; `path` says where it sits, the message never repeats it. */
export class NotCanonicalError extends Error {
  readonly path: string;
  constructor(path: string, what: string) {
    super(`${path || "The value"} holds ${what}, which has no canonical JSON. Leave it out, or write null.`);
    this.name = "NotCanonicalError";
    this.path = path;
  }
}

/**
 * Canonical JSON text: sorted keys, one spelling of every number and string.
 *
 * Stricter than its source: -0 is refused (it would come back as 0), and so are undefined, dates and other
 * objects that JSON would drop or convert in silence.
 *
 * @throws  NotCanonicalError for NaN, Infinity, -0, undefined, functions, symbols, bigints, lone surrogates,
 *          cycles and objects that are neither plain nor lists
 * @source  RFC 8785, JSON Canonicalization Scheme
 */
export function canonicalJson(value: unknown): string {
  return new Writer().text(value);
}

/** Writes one value in one pass; remembers where it is for what it refuses. */
class Writer {
  readonly #place: (string | number)[] = [];
  readonly #above: object[] = [];

  text(value: unknown): string {
    switch (typeof value) {
      case "string":
        return this.#string(value);
      case "number":
        return this.#number(value);
      case "boolean":
        return value ? "true" : "false";
      case "object":
        return value === null ? "null" : this.#inside(value);
      default:
        throw this.#refusal(value === undefined ? "undefined" : `a ${typeof value}`);
    }
  }

  #inside(value: object): string {
    if (this.#above.includes(value)) throw this.#refusal("itself");
    this.#above.push(value);
    const text = Array.isArray(value) ? this.#list(value) : this.#object(value);
    this.#above.pop();
    return text;
  }

  #list(list: readonly unknown[]): string {
    let text = "[";
    for (let i = 0; i < list.length; i++) {
      this.#place.push(i);
      text += (i === 0 ? "" : ",") + this.text(list[i]);
      this.#place.pop();
    }
    return `${text}]`;
  }

  #object(value: object): string {
    if (!isPlain(value)) throw this.#refusal("an object that is not plain");
    let text = "";
    // by UTF-16 code units, as the RFC sorts
    for (const key of Object.keys(value).sort()) {
      const name = this.#string(key);
      this.#place.push(key);
      text += `${text === "" ? "" : ","}${name}:${this.text(Reflect.get(value, key))}`;
      this.#place.pop();
    }
    return `{${text}}`;
  }

  #string(text: string): string {
    if (isSimple.test(text)) return `"${text}"`;
    if (!text.isWellFormed()) throw this.#refusal("half of a surrogate pair");
    return JSON.stringify(text);
  }

  #number(value: number): string {
    if (!Number.isFinite(value)) throw this.#refusal(Number.isNaN(value) ? "NaN" : "an infinite number");
    if (Object.is(value, -0)) throw this.#refusal("minus zero");
    return String(value);
  }

  #refusal(what: string): NotCanonicalError {
    const path = this.#place
      .map((step, at) => (typeof step === "number" ? `[${step}]` : at === 0 ? step : `.${step}`))
      .join("");
    return new NotCanonicalError(path, what);
  }
}

/** Printable ASCII without quotes and backslashes stands as it is. */
const isSimple = /^[ !#-[\]-~]*$/;

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
