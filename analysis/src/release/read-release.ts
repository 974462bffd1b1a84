import { sha256 } from "@tiltas/instrument/digest";
import { z } from "zod";
import type { Manifest, ReleaseFile } from "./release-file.ts";

/** A file that is no release, or is not the one its manifest names. */
export class ReleaseError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ReleaseError";
  }
}

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

const ManifestShape = z.strictObject({
  format: z.literal("tiltas-manifest/1"),
  number: z.int().min(1),
  corrects: z.int().nullable(),
  changed: z.array(z.string()),
  releasedAt: z.iso.datetime(),
  signedBy: z.array(z.string()),
  notes: z.record(z.string(), z.string()),
  software: z.string(),
  records: z.array(
    z.strictObject({
      wave: z.string(),
      read: z.int().min(0),
      entered: z.int().min(0),
      through: z.int().min(0),
    }),
  ),
  digests: z.record(z.string(), Digest),
});

/** Reads `manifest.json` of a release. @throws ReleaseError */
export function readManifest(text: string): Manifest {
  const read = ManifestShape.safeParse(parsed(text, "manifest"));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ReleaseError(`This is no manifest of a release: ${issue?.path.join(".")}: ${issue?.message}.`);
}

/**
 * Reads a release file, such as `ministry.json`. It is taken at its word only where its digest is that of the manifest.
 *
 * @throws ReleaseError when it is no release, or not the one that the manifest names
 */
export function readReleaseFile(text: string, manifest?: Manifest): ReleaseFile {
  const release = parsed(text, "release");
  if (!isRelease(release)) throw new ReleaseError("This is no release file of this version of Tiltas.");
  const named = manifest?.digests[`release/${release.policy}`];
  if (manifest && named !== sha256(text))
    throw new ReleaseError(
      `The release file for "${release.policy}" is not the one that the manifest of release ${manifest.number} names: it has been changed, or belongs to another release.`,
    );
  return release;
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReleaseError(`This ${what} is not JSON. Take the file as it was written.`);
  }
}

function isRelease(value: unknown): value is ReleaseFile {
  return (
    typeof value === "object" && value !== null && "format" in value && value.format === "tiltas-release/1"
  );
}
