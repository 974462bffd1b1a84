import type { Item } from "./item.ts";
import { fitName, isReserved } from "./names.ts";

/**
 * New names for those that cannot be published, by the old ones: what is foreign to a name becomes `_`, and a number
 * keeps apart what would fall together. Names that are fit stay and are not in the table.
 *
 * @param names  all names in use, in questionnaire order: the first of two that differ only in case keeps its name
 */
export function renamingFor(names: Iterable<string>): Map<string, string> {
  const all = [...new Set(names)];
  const taken = new Set<string>();
  const misfits: string[] = [];
  for (const name of all) {
    if (isFit(name) && !taken.has(name.toLowerCase())) taken.add(name.toLowerCase());
    else misfits.push(name);
  }
  return new Map(misfits.map((name) => [name, newName(name, taken)]));
}

/** All names by which answers of these items are stored, parts and value names among them. */
export function namesIn(items: readonly Item[]): string[] {
  return items.flatMap(({ name, valueName, parts = [] }) => [
    name,
    ...(valueName === undefined ? [] : [valueName]),
    ...namesIn(parts.filter((part) => !/^\d+$/.test(part.name))),
  ]);
}

function isFit(name: string): boolean {
  return fitName.test(name) && !isReserved(name);
}

const longest = 32;

function newName(name: string, taken: Set<string>): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9_]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const start = /^[A-Za-z]/.test(plain) ? plain : `q_${plain}`.replace(/_$/, "");
  for (let number = 1; ; number++) {
    const ending = number === 1 && !isReserved(start) ? "" : `_${number}`;
    const proposal = `${start.slice(0, longest - ending.length)}${ending}`;
    if (taken.has(proposal.toLowerCase())) continue;
    taken.add(proposal.toLowerCase());
    return proposal;
  }
}
