import { isList, isObject } from "../definition/json.ts";
import type { Random } from "../simulation/random.ts";
import { oddValue } from "./odd-values.ts";
import { set } from "./values.ts";

/** The same answer with one thing changed somewhere inside. */
export function changed(value: unknown, random: Random, known: readonly unknown[]): unknown {
  if (isList(value) && value.length > 0 && random.chance(0.85)) return changedList(value, random, known);
  if (isObject(value) && Object.keys(value).length > 0 && random.chance(0.85))
    return changedObject(value, random, known);
  if (known.length > 0 && random.chance(0.5)) return structuredClone(known[random.index(known.length)]);
  if (typeof value === "number") return value + (random.chance(0.5) ? 1 : -1);
  if (typeof value === "boolean") return !value;
  if (typeof value === "string" && random.chance(0.5))
    return random.chance(0.5) ? `${value}x` : value.slice(1);
  return oddValue(random, known);
}

function changedList(list: readonly unknown[], random: Random, known: readonly unknown[]): unknown[] {
  const at = random.index(list.length);
  const manner = random.index(4);
  if (manner === 0) return list.filter((_, i) => i !== at);
  if (manner === 1) return [...list, structuredClone(list[at])];
  return list.map((member, i) => (i === at ? changed(member, random, known) : member));
}

function changedObject(
  object: Readonly<Record<string, unknown>>,
  random: Random,
  known: readonly unknown[],
): Record<string, unknown> {
  const keys = Object.keys(object);
  const chosen = keys[random.index(keys.length)] ?? "";
  const copy: Record<string, unknown> = {};
  for (const key of keys) {
    if (key !== chosen) set(copy, key, object[key]);
    else if (!random.chance(0.3)) set(copy, key, changed(object[key], random, known));
  }
  return copy;
}
