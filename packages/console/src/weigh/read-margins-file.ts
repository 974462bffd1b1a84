import { longestMargins, type MarginsFile } from "@tiltas/contract/margins";

const longestName = 120;

/** A file as text, or why it cannot be one: offices save CSV in UTF-8, and older ones in windows-1257. */
export async function readMarginsFile(file: File): Promise<MarginsFile | "too-long" | "unreadable"> {
  const csv = decoded(await file.arrayBuffer());
  if (csv === undefined || csv.trim() === "" || csv.includes("\0")) return "unreadable";
  if (csv.length > longestMargins) return "too-long";
  return { name: file.name.slice(-longestName).trim() || "margins.csv", csv };
}

function decoded(bytes: ArrayBuffer): string | undefined {
  for (const encoding of ["utf-8", "windows-1257"])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding.
    }
  return undefined;
}
