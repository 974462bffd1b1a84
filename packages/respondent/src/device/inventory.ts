import type { DeviceDatabase } from "./database.ts";
import { knownDeviceKey } from "./device-key.ts";
import { openUnder, sealUnder } from "./seal.ts";

type Kind = "drafts" | "waiting";
export interface Loss {
  readonly drafts: number;
  readonly waiting: number;
  readonly restored: number;
}

/** What this page knows to lie on the device, so that it notices when the browser takes it away. */
export interface Inventory {
  /** @param restore  writes it again; absent for what another visit wrote */
  expect(kind: Kind, id: string, restore?: () => Promise<void>): void;
  /** It was removed on purpose, here or in another tab. */
  release(id: string): void;
  /** Looks whether everything is still there, and writes again what can be. undefined when nothing is missing. */
  check(): Promise<Loss | undefined>;
}

interface Expected {
  readonly kind: Kind;
  readonly restore: (() => Promise<void>) | undefined;
}

const channelName = "tiltas device";
const everything = "everything";

/** Tells other tabs that all is removed on purpose: none of them writes it again. */
export function releaseEverywhere(): void {
  if (typeof BroadcastChannel === "undefined") return;
  const others = new BroadcastChannel(channelName);
  others.postMessage(everything);
  others.close();
}

export function inventory(database: DeviceDatabase): Inventory {
  const expected = new Map<string, Expected>();
  const others = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(channelName);
  (others as { unref?: () => void } | undefined)?.unref?.();
  others?.addEventListener("message", ({ data }) =>
    data === everything ? expected.clear() : expected.delete(String(data)),
  );
  let firstKey: CryptoKey | undefined;

  async function missing(): Promise<[string, Expected][]> {
    if (!(await database.exists())) return [...expected];
    const key = await knownDeviceKey(database);
    firstKey ??= key;
    if (firstKey !== undefined && key !== undefined && (await isSame(firstKey, key))) return [];
    const there = await database.read(["drafts", "outbox"], async (tx) => {
      const names = await Promise.all([
        tx.objectStore("drafts").getAllKeys(),
        tx.objectStore("outbox").getAllKeys(),
      ]);
      return new Set(names.flat());
    });
    return [...expected].filter(([id]) => !there.has(id));
  }
  return {
    expect(kind, id, restore) {
      const before = expected.get(id);
      if (restore === undefined && before !== undefined) return;
      expected.set(id, { kind, restore });
      // Whoever writes it now knows it best: no other tab brings an older one back.
      if (restore !== undefined && before?.restore === undefined) others?.postMessage(id);
    },
    release(id) {
      if (expected.delete(id)) others?.postMessage(id);
    },
    async check() {
      if (expected.size === 0) return undefined;
      const gone = await missing();
      if (gone.length === 0) return undefined;
      firstKey = undefined;
      const count = { drafts: 0, waiting: 0, restored: 0 };
      for (const [id, { kind, restore }] of gone) {
        expected.delete(id);
        const isRestored = await (restore?.().then(...toBoolean) ?? false);
        count[isRestored ? "restored" : kind] += 1;
      }
      return count;
    },
  };
}

const toBoolean = [() => true, () => false] as const;

/** The browser clears everything or nothing: while the key is the same, nothing was cleared. */
async function isSame(one: CryptoKey, other: CryptoKey): Promise<boolean> {
  return (await openUnder(other, await sealUnder(one, true, "key"), "key")) === true;
}
