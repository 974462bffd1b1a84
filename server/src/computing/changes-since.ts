import { isSameData } from "@tiltas/analysis/chain";
import type { Reader } from "@tiltas/store/open";
import type { ReleaseRecord } from "@tiltas/store/port";

/** How much of what figures are made from is other than at the newest release of the wave. */
export interface ChangesSince {
  /** Number of that release. */
  readonly number: number;
  /** At least so many people count otherwise; 0 only where exactly the same answers were read. */
  readonly people: number;
}

type Digests = Readonly<Record<string, string>>;

/** The newest release, and who had come, gone or been decided about since; ask before answers are read. */
export async function changedBefore(
  reader: Pick<Reader, "listReleases" | "changedSince">,
  wave: string,
): Promise<{ readonly newest: ReleaseRecord; readonly people: number } | null> {
  const [newest] = await reader.listReleases(wave);
  if (!newest) return null;
  return { newest, people: (await reader.changedSince({ wave, number: newest.number })) ?? 0 };
}

/**
 * What was counted, held against what was then read: decisions made while the newest release was being computed are not
 * in the count, and one person among them would be told apart.
 */
export function changesSince(
  counted: Awaited<ReturnType<typeof changedBefore>>,
  digests: Digests,
): ChangesSince | null {
  if (!counted) return null;
  const { newest, people } = counted;
  return { number: newest.number, people: isSameData(newest.digests, digests) ? 0 : Math.max(1, people) };
}
