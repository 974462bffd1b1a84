import canonicalize from "canonicalize";

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
  refuseWhatJsonWouldLose(value, "", []);
  const text = canonicalize(value);
  if (text === undefined) throw new NotCanonicalError("", "nothing");
  return text;
}

function refuseWhatJsonWouldLose(value: unknown, path: string, above: readonly object[]): void {
  if (value === null || typeof value === "boolean") return;
  if (typeof value === "string") refuseLoneSurrogates(value, path);
  else if (typeof value === "number") refuseOddNumbers(value, path);
  else if (typeof value === "object") refuseInside(value, path, above);
  else throw new NotCanonicalError(path, nameOf(value));
}

function refuseInside(value: object, path: string, above: readonly object[]): void {
  if (above.includes(value)) throw new NotCanonicalError(path, "itself");
  const chain = [...above, value];
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) refuseWhatJsonWouldLose(value[i], `${path}[${i}]`, chain);
    return;
  }
  if (!isPlain(value)) throw new NotCanonicalError(path, "an object that is not plain");
  for (const [key, member] of Object.entries(value)) {
    refuseLoneSurrogates(key, path);
    refuseWhatJsonWouldLose(member, path === "" ? key : `${path}.${key}`, chain);
  }
}

function refuseLoneSurrogates(text: string, path: string): void {
  if (!text.isWellFormed()) throw new NotCanonicalError(path, "half of a surrogate pair");
}

function refuseOddNumbers(value: number, path: string): void {
  if (!Number.isFinite(value))
    throw new NotCanonicalError(path, Number.isNaN(value) ? "NaN" : "an infinite number");
  if (Object.is(value, -0)) throw new NotCanonicalError(path, "minus zero");
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function nameOf(value: unknown): string {
  return value === undefined ? "undefined" : `a ${typeof value}`;
}
