import type { Draft } from "./draft.ts";

/** What can truthfully be said about the last change. */
export type KeepingState =
  | { readonly kind: "nothing-yet" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "not-saved" };

export interface Keeping {
  /** Takes the newest state of the interview; while one write is under way, only the newest waits. */
  keep(draft: Draft): void;
  /** Resolves when nothing waits to be written any more. */
  settled(): Promise<void>;
}

/**
 * Writes the draft after every change, one write at a time. Says "saved" only when the newest change is on disk.
 *
 * @param save   resolves when the draft is on disk, rejects when it is not
 * @param ready  waited for before writing begins; what is answered meanwhile is in the first write
 */
export function keeping(
  save: (draft: Draft) => Promise<void>,
  now: () => Date,
  say: (state: KeepingState) => void,
  ready?: () => Promise<unknown>,
): Keeping {
  let newest: Draft | undefined;
  let writing: Promise<void> | undefined;

  async function writeUntilNothingWaits(): Promise<void> {
    if (ready !== undefined) await ready().catch(() => undefined);
    while (newest !== undefined) {
      const draft = newest;
      newest = undefined;
      const isOnDisk = await save(draft).then(
        () => true,
        () => false,
      );
      if (newest === undefined) say(isOnDisk ? { kind: "saved", at: now() } : { kind: "not-saved" });
    }
    writing = undefined;
  }

  return {
    keep(draft) {
      newest = draft;
      writing ??= writeUntilNothingWaits();
      say({ kind: "saving" });
    },
    settled: () => writing ?? Promise.resolve(),
  };
}
