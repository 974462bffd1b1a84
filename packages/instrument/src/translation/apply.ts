import { isList, isObject } from "../definition/index.ts";
import { keyIn } from "./languages.ts";
import type { TranslationUnit } from "./unit.ts";

/** A text to be written in one language. */
export interface TextChange {
  readonly unit: TranslationUnit;
  readonly language: string;
  readonly text: string;
}

/**
 * The questionnaire or notice with texts written in; everything else stays, in its order. The changes are for units
 * of this very document. A plain string becomes `{ "default": … }` with the new language beside it.
 */
export function applyTranslations(
  document: unknown,
  changes: readonly TextChange[],
  source: string,
): unknown {
  const copy: unknown = structuredClone(document);
  for (const change of changes) writeText(copy, stepsOf(change.unit.path), change, source);
  return copy;
}

type Step = string | number;

function writeText(document: unknown, steps: readonly Step[], change: TextChange, source: string): void {
  const last = steps.at(-1);
  const holder = holderAt(document, steps.slice(0, -1));
  if (!isObject(holder) || typeof last !== "string") return;
  const written = { ...change.unit.written, ...textsAt(holder, last) };
  define(holder, last, { ...written, [keyIn(written, change.language, source)]: change.text });
}

/** The object that holds a text. A choice written as a bare value becomes an object on the way. */
function holderAt(document: unknown, steps: readonly Step[]): unknown {
  let at: unknown = document;
  for (const step of steps) {
    const next = memberOf(at, step);
    if (!isObject(next) && !isList(next)) {
      const choice = bareChoice(next);
      if (at !== undefined) define(at, step, choice);
      at = choice;
    } else at = next;
  }
  return at;
}

function bareChoice(value: unknown): Record<string, unknown> {
  if (typeof value !== "string" || !value.includes("|")) return { value };
  const [code = "", ...text] = value.split("|");
  return { value: code, text: text.join("|") };
}

function textsAt(holder: Readonly<Record<string, unknown>>, key: string): Record<string, string> {
  const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
  if (typeof value === "string") return { default: value };
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function memberOf(value: unknown, step: Step): unknown {
  return (isObject(value) || isList(value)) && Object.hasOwn(value, step)
    ? Reflect.get(value, step)
    : undefined;
}

/** Sets a member without ever meeting a setter, whatever it is called. */
function define(holder: unknown, key: Step, value: unknown): void {
  if (typeof holder === "object" && holder !== null)
    Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}

/** `pages[2].elements[0].title` as its steps. */
function stepsOf(path: string): Step[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? "") : Number(index),
  );
}
