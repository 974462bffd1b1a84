import type { Removals } from "./removals.ts";
import { isHolder, setOwn } from "./values.ts";

/** What a questionnaire can ask of one respondent at most; what lies beyond is not looked at. */
export const mostGiven = {
  /** Entries of one list, and of all lists of objects together. */
  entries: 150,
  entriesInAll: 300,
  codes: 1000,
  parts: 1000,
  /** All values, lists and objects together. */
  values: 50_000,
  depth: 20,
} as const;

/** Answers as they came in, copied and cut to what a check can be asked to look at; what is cut is told. */
export function given(answers: Readonly<Record<string, unknown>>, removals: Removals): Map<string, unknown> {
  const taker = new Taker(removals);
  const taken = new Map<string, unknown>();
  let parts = 0;
  for (const name of Object.keys(answers)) {
    const path = name.length > 100 ? name.slice(0, 100) : name;
    if (parts >= mostGiven.parts) removals.add(path, "unknown-item");
    else taken.set(name, taker.take(answers[name], path, 0));
    parts += 1;
  }
  return taken;
}

class Taker {
  private readonly removals: Removals;
  private values: number = mostGiven.values;
  private entries: number = mostGiven.entriesInAll;

  constructor(removals: Removals) {
    this.removals = removals;
  }

  take(value: unknown, path: string, depth: number): unknown {
    this.values -= 1;
    if (!isHolder(value)) return value;
    if (depth >= mostGiven.depth || this.values <= 0) {
      this.removals.add(path, "too-long");
      return undefined;
    }
    return Array.isArray(value) ? this.list(value, path, depth) : this.object(value, path, depth);
  }

  private list(list: readonly unknown[], path: string, depth: number): unknown[] {
    const taken: unknown[] = [];
    for (const [i, member] of list.entries()) {
      const isEntry = typeof member === "object" && member !== null;
      const most = isEntry ? mostGiven.entries : mostGiven.codes;
      if (isEntry) this.entries -= 1;
      if (i >= most || (isEntry && this.entries < 0) || this.values <= 0) {
        this.removals.add(`${path}[${i}]`, "too-long");
        break;
      }
      taken.push(this.take(member, `${path}[${i}]`, depth + 1));
    }
    return taken;
  }

  private object(value: Readonly<Record<string, unknown>>, path: string, depth: number): object {
    const taken = {};
    let parts = 0;
    for (const name of Object.keys(value)) {
      parts += 1;
      const place = `${path}.${name.slice(0, 100)}`;
      if (parts > mostGiven.parts || this.values <= 0) {
        this.removals.add(place, "unknown-item");
        break;
      }
      setOwn(taken, name, this.take(value[name], place, depth + 1));
    }
    return taken;
  }
}
