import { textOf } from "../../../expressions/values/index.ts";
import type { Mask } from "./mask.ts";

/** One place of a pattern: a kind of character to type, or a character that stands there by itself. */
type Place =
  | { readonly kind: "typed"; readonly takes: RegExp }
  /** Typed characters would do as well, so that it belongs to the answer. */
  | { readonly kind: "fixed" | "between"; readonly character: string };

const kinds = new Map([
  ["9", /[0-9]/],
  ["a", /[a-zA-Z]/],
  ["#", /[a-zA-Z0-9]/],
]);

const gap = "_";

/** A pattern such as `+370 999 99 999`; `\` lets a character stand for itself. */
export function patternMask(pattern: string): Mask {
  const places = placesOf(pattern);
  return { masked: (value) => fill(places, value), unmasked: (value) => readOut(places, value) };
}

function placesOf(pattern: string): Place[] {
  const places: Place[] = [];
  let isLiteral = false;
  for (const character of pattern.split("")) {
    if (character === "\\") {
      isLiteral = true;
      continue;
    }
    const takes = isLiteral ? undefined : kinds.get(character);
    const isTypable = isLiteral || [...kinds.values()].some((kind) => kind.test(character));
    places.push(takes ? { kind: "typed", takes } : { kind: isTypable ? "fixed" : "between", character });
    isLiteral = false;
  }
  return places;
}

function fill(places: readonly Place[], value: unknown): string {
  const typed: readonly unknown[] =
    typeof value === "string" ? value.split("") : Array.isArray(value) ? value : [];
  let filled = "";
  let at = 0;
  for (const place of places) {
    if (place.kind !== "typed") {
      filled += place.character;
      if (typed[at] === place.character) at += 1;
      continue;
    }
    while (at < typed.length && !place.takes.test(textOf(typed[at]))) at += 1;
    filled += at < typed.length ? textOf(typed[at]) : gap;
    at += 1;
  }
  return filled;
}

/** What was typed; "" where a place is left open. */
function readOut(places: readonly Place[], value: unknown): string {
  if (typeof value !== "string" || value === "") return "";
  let typed = "";
  for (const [at, place] of places.entries()) {
    if (place.kind === "fixed") typed += place.character;
    if (place.kind !== "typed") continue;
    const character = value[at] ?? "";
    if (!place.takes.test(character)) return "";
    typed += character;
  }
  return typed;
}
