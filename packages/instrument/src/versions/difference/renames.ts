/** Which address of the earlier version is which of the later one, as far as the mapping says. */
export interface Renames {
  /** The later address of an earlier part; its own where nothing is said. */
  of(address: string): string;
  /** Whether the mapping itself names this address. */
  has(address: string): boolean;
  /** An expression of the earlier version with the later names. */
  inExpression(text: string): string;
}

export function makeRenames(pairs: ReadonlyMap<string, string>): Renames {
  const of = (address: string): string => {
    for (let end = address.length; end > 0; end = lastStep(address, end)) {
      const later = pairs.get(address.slice(0, end));
      if (later !== undefined) return `${later}${address.slice(end)}`;
    }
    return address;
  };
  return { of, has: (address) => pairs.has(address), inExpression: (text) => renameIn(text, pairs, of) };
}

/** Where the step before the last one ends: `roster[].part` → `roster`. */
function lastStep(address: string, end: number): number {
  const dot = Math.max(address.lastIndexOf(".", end - 1), address.lastIndexOf("[", end - 1));
  return Math.max(dot, 0);
}

function renameIn(text: string, pairs: ReadonlyMap<string, string>, of: Renames["of"]): string {
  if (pairs.size === 0) return text;
  return text.replaceAll(/\{([$#]*)([^{}]+)\}/g, (whole, marks: string, name: string) => {
    const later = of(name.trim());
    return later === name.trim() ? whole : `{${marks}${later}}`;
  });
}
