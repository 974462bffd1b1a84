import { outlineLimits } from "../../definition/index.ts";
import type { Change } from "../change.ts";
import type { ComparedDefinition } from "../compared.ts";
import { frameChanges } from "./frame.ts";
import { guidanceChanges } from "./guidance.ts";
import { pairChanges } from "./items.ts";
import { type Comparison, matchParts } from "./matching.ts";
import { moves } from "./moves.ts";
import { type Part, type Parts, readParts } from "./parts.ts";
import { renameCandidates } from "./rename-candidates.ts";
import { makeRenames } from "./renames.ts";
import { isSame } from "./same.ts";
import { languageChanges, languagesOf } from "./wording.ts";

/**
 * What differs between two definitions, in the order of the later one. Works for any two SurveyJS files; with
 * measures.json and manifest.json it sees more. Never throws: what cannot be taken apart becomes "not-compared".
 *
 * @param renamed later address by earlier one, as a mapping states it; without it a renamed item is removed and added
 */
export function difference(
  before: ComparedDefinition,
  after: ComparedDefinition,
  renamed: ReadonlyMap<string, string> = new Map(),
): Change[] {
  if (isSame(before, after)) return [];
  const [old, now] = [readParts(before), readParts(after)];
  const renames = makeRenames(renamed);
  const comparison: Comparison = {
    before: old,
    after: now,
    renames,
    languages: languagesOf(old, now, renames),
  };
  return [
    ...languageChanges(comparison.languages),
    ...frameChanges(comparison),
    ...partChanges(comparison),
    ...unread(old, now),
  ];
}

function partChanges(comparison: Comparison): Change[] {
  const matching = matchParts(comparison);
  const { removed, added, pairs } = matching;
  const likely = renameCandidates(removed, added, comparison);
  return [
    ...removed.map((part) => ({
      item: part.item,
      before: part.node.path,
      kind: "item-removed" as const,
      type: typeOf(part),
      likely: likely.get(part.item) ?? [],
    })),
    ...added.map((part) => ({
      item: part.item,
      after: part.node.path,
      kind: "item-added" as const,
      type: typeOf(part),
    })),
    ...guidanceChanges(matching, comparison),
    ...moves(matching),
    ...pairs.flatMap((pair) => pairChanges(pair, comparison)),
  ];
}

/** A row has no type of its own. */
function typeOf({ node }: Part): string {
  return node.slot === "rows" ? "row" : node.type;
}

/** Places that could not be taken apart, unless both files say the same there; where a file was cut off nobody knows. */
function unread(before: Parts, after: Parts): Change[] {
  const old = new Map(before.problems.map(({ path, message }) => [`${path} ${message}`, path]));
  const now = new Map(after.problems.map(({ path, message }) => [`${path} ${message}`, path]));
  const isCut = [before, after].some(({ nodes }) => nodes.length >= outlineLimits.nodes);
  const all = [
    ...before.problems,
    ...after.problems.filter(({ path, message }) => !old.has(`${path} ${message}`)),
  ];
  return all.flatMap(({ path, message }) => {
    const key = `${path} ${message}`;
    const isInBoth = old.has(key) && now.has(key);
    if (isInBoth && !isCut && isSame(valueAt(before.questionnaire, path), valueAt(after.questionnaire, path)))
      return [];
    const paths = { ...(old.has(key) ? { before: path } : {}), ...(now.has(key) ? { after: path } : {}) };
    return [{ item: "", ...paths, kind: "not-compared" as const, message }];
  });
}

/** The value at a place such as `pages[0].elements[2]`; undefined where there is none. */
function valueAt(definition: unknown, path: string): unknown {
  let value = definition;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
