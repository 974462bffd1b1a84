import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { MaskCache } from "./protection/index.ts";

/** A file of masks: places of hidden cells by the digest of all that decides them, and the digest of them all. */
const KeptFile = z.strictObject({ digest: z.string(), masks: z.record(z.string(), z.string()) });

/** Masks that outlast a computation. */
interface KeptMasks extends MaskCache {
  /** Writes what was asked for or found since the file was read; what nobody asked for goes. */
  save(): void;
}

/**
 * Masks kept in a file between computations. A file that is missing, broken or changed counts as empty: then everything
 * is proved again, and the release is the same.
 */
export function keptMasks(path: string): KeptMasks {
  const before = readMasks(path);
  const used = new Map<string, string>();
  return {
    get(digest) {
      const mask = used.get(digest) ?? before[digest];
      if (mask !== undefined) used.set(digest, mask);
      return mask;
    },
    set: (digest, mask) => void used.set(digest, mask),
    save() {
      const masks = Object.fromEntries([...used].sort(([one], [other]) => (one < other ? -1 : 1)));
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(`${path}.new`, JSON.stringify({ digest: digestOf(masks), masks }), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
  };
}

function readMasks(path: string): Readonly<Record<string, string>> {
  if (!existsSync(path)) return {};
  try {
    const { digest, masks } = KeptFile.parse(JSON.parse(readFileSync(path, "utf8")));
    return digest === digestOf(masks) ? masks : {};
  } catch {
    return {};
  }
}

const digestOf = (masks: Readonly<Record<string, string>>) =>
  createHash("sha256").update(JSON.stringify(masks)).digest("hex");
