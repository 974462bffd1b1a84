import type { Release } from "@tiltas/contract/releases";

/** The release in the address, else the newest. */
export function chosenRelease(releases: readonly Release[], asked: string | undefined): Release | undefined {
  return releases.find(({ number }) => String(number) === asked) ?? releases[0];
}
