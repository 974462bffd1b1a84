import type { Page } from "./instrument.ts";
import type { Item } from "./item.ts";
import { at } from "./place.ts";
import type { Findings } from "./refusal.ts";

/** Words that mean something else inside conditions or objects. */
const reserved = new Set([
  "choice",
  "column",
  "composite",
  "correctanswercount",
  "correctanswers",
  "correctedanswercount",
  "correctedanswers",
  "incorrectanswercount",
  "incorrectanswers",
  "incorrectedanswercount",
  "incorrectedanswers",
  "matrix",
  "nextrow",
  "parent",
  "prevrow",
  "questioncount",
  "rowindex",
  "totalrow",
  "visiblerowindex",
  "false",
  "infinity",
  "item",
  "locale",
  "nan",
  "null",
  "page",
  "pagecount",
  "pageno",
  "panel",
  "question",
  "row",
  "self",
  "survey",
  "true",
  "undefined",
  ...Object.getOwnPropertyNames(Object.prototype).map((name) => name.toLowerCase()),
]);

export function isReserved(name: string): boolean {
  return reserved.has(name.toLowerCase());
}

/** Names that answers cannot be stored under safely: JavaScript means something else by them. */
const dangerous = new Set(["__proto__", "constructor", "prototype"]);

/** Objects to items and pages without a name, to names used twice, and to names that no answer can be stored under. */
export function checkNames(pages: readonly Page[], items: readonly Item[], findings: Findings): void {
  const taken = new Set<string>();
  for (const [i, { name }] of pages.entries()) {
    if (taken.has(name)) findings.add(at(at("pages", i), "name"), `The page name ${name} is used twice.`);
    taken.add(name);
  }
  checkSiblings(items, findings);
}

function checkSiblings(items: readonly Item[], findings: Findings): void {
  const taken = new Map<string, Item>();
  for (const item of items) {
    const place = at(item.path, "name");
    const first = taken.get(item.name);
    if (item.name === "") findings.add(place, "An item needs a name: its answers are stored under it.");
    else if (dangerous.has(item.name))
      findings.add(place, `The name ${item.name} cannot be used: no answer can be stored under it safely.`);
    else if (first)
      findings.add(
        place,
        `The name ${item.name} is used twice, first at ${first.path}; name each item apart.`,
      );
    taken.set(item.name, item);
    if (item.parts) checkSiblings(item.parts, findings);
  }
}

/** A name that may be read from a foreign file and may not be published. */
export interface UnfitName {
  /** Place of the item or part. */
  readonly path: string;
  readonly name: string;
  readonly message: string;
}

/**
 * Names of items and parts that cannot be published: they begin with a letter, hold at most 32 letters, digits and _,
 * are no reserved word, and differ not only in case (conditions do not tell cases apart).
 */
export function namesUnfit({ items }: { readonly items: readonly Item[] }): UnfitName[] {
  const taken = new Map<string, string>();
  return items.flatMap((item) => {
    const message = objectionToName(item.name) ?? clash(item.name, taken);
    taken.set(item.name.toLowerCase(), item.name);
    const own = message === undefined ? [] : [{ path: item.path, name: item.name, message }];
    const stored = item.valueName === undefined ? undefined : objectionToName(item.valueName);
    if (stored !== undefined && item.valueName !== undefined)
      own.push({ path: at(item.path, "valueName"), name: item.valueName, message: stored });
    const isIndexed = item.kind === "composite" && item.parts?.[0]?.name === "0";
    return [...own, ...(isIndexed ? [] : namesUnfit({ items: item.parts ?? [] }))];
  });
}

export const fitName = /^[A-Za-z][A-Za-z0-9_]{0,31}$/;

function objectionToName(name: string): string | undefined {
  if (!fitName.test(name))
    return `The name ${name} is unfit: a name begins with a letter and holds at most 32 letters, digits and _.`;
  return isReserved(name) ? `The name ${name} is reserved; choose another.` : undefined;
}

function clash(name: string, taken: ReadonlyMap<string, string>): string | undefined {
  const other = taken.get(name.toLowerCase());
  return other === undefined || other === name
    ? undefined
    : `The names ${other} and ${name} differ only in case; conditions cannot tell them apart.`;
}
