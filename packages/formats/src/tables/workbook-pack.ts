import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

import { letRowsGrow } from "./workbook-height.ts";

/**
 * Packs a workbook anew so that the same content gives the same bytes everywhere: parts in fixed order,
 * `[Content_Types].xml` first, no folders, one fixed time. The time is local on purpose: ZIP times carry no zone.
 */
export function pack(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  for (const name of Object.keys(parts).filter((one) => one.startsWith("xl/worksheets/sheet")))
    parts[name] = strToU8(letRowsGrow(strFromU8(parts[name] ?? new Uint8Array())));
  return packParts(parts);
}

export function packParts(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const ordered: Zippable = {};
  for (const name of Object.keys(parts).sort(byPackageOrder)) {
    const part = parts[name];
    if (part && !name.endsWith("/")) ordered[name] = part;
  }
  return zipSync(ordered, { level: 6, os: 0, attrs: 0, mtime: new Date(1980, 0, 1) });
}

const contentTypes = "[Content_Types].xml";

function byPackageOrder(a: string, b: string): number {
  if (a === contentTypes) return -1;
  if (b === contentTypes) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
