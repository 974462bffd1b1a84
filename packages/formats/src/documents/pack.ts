import { unzipSync, type Zippable, zipSync } from "fflate";

const made = "2000-01-01T00:00:00Z";

/** Packs a Word document anew so that equal content gives equal bytes: parts in order, one fixed time. */
export function packDocument(document: Uint8Array): Uint8Array {
  const parts = unzipSync(document);
  const ordered: Zippable = {};
  for (const name of Object.keys(parts).sort(typesFirst)) {
    const part = parts[name];
    if (part && !name.endsWith("/")) ordered[name] = name === "docProps/core.xml" ? undated(part) : part;
  }
  return zipSync(ordered, { level: 6, os: 0, attrs: 0, mtime: new Date(1980, 0, 1) });
}

function undated(core: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(core);
  return new TextEncoder().encode(xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${made}`));
}

function typesFirst(a: string, b: string): number {
  const types = "[Content_Types].xml";
  if (a === types) return -1;
  if (b === types) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
