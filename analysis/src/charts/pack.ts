import { type Zippable, zipSync } from "fflate";

/**
 * Packs the parts of a workbook so that the same content gives the same bytes everywhere: parts in fixed order,
 * `[Content_Types].xml` first, no folders, one fixed time. The time is local on purpose: ZIP times carry no zone.
 * Level 4 takes half the time of level 6, for a twentieth more bytes.
 */
export function pack(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(parts).filter((name) => !name.endsWith("/"));
  const ordered: Zippable = {};
  for (const name of names.sort(byPackageOrder)) {
    const part = parts[name];
    if (part) ordered[name] = part;
  }
  return zipSync(ordered, { level: 4, os: 0, attrs: 0, mtime: new Date(1980, 0, 1) });
}

const contentTypes = "[Content_Types].xml";

function byPackageOrder(a: string, b: string): number {
  if (a === contentTypes) return -1;
  if (b === contentTypes) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
