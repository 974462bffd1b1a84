import type { Manifest } from "./release-file.ts";

/** The release of the wave before that stands beside a release, with the SHA-256 of its manifest. */
export interface ReleaseBeside {
  readonly wave: string;
  readonly number: number;
  readonly manifest: string;
}

/** As the manifest names it among its digests. */
export const nameOfBeside = ({ wave, number }: ReleaseBeside): string => `beside/${wave}/${number}`;

/** @returns null where none stands beside it */
export function releaseBeside(digests: Manifest["digests"]): ReleaseBeside | null {
  for (const [name, manifest] of Object.entries(digests)) {
    const [, wave, number] = /^beside\/(.+)\/(\d+)$/.exec(name) ?? [];
    if (wave !== undefined) return { wave, number: Number(number), manifest };
  }
  return null;
}
