import type { SealingKey } from "@tiltas/contract/sealing";
import type { Store } from "@tiltas/store/port";
import { keyedHash } from "../codes/keyed-hash.ts";
import type { SealingKeys } from "./keys.ts";

interface Needs {
  readonly store: Pick<Store, "listKeyMarks" | "markKey">;
  readonly receiptKey: Uint8Array;
  readonly keys: SealingKeys;
}

/**
 * The same keys, once the database knows them. It is told by what each is known, so that a folder that lost its keys, and
 * a second server on the database that was given others, are noticed before they answer anybody.
 *
 * @throws Error with what to do, when the database was filled with keys that are not here
 */
export async function agreeOnKeys({ store, receiptKey, keys }: Needs): Promise<SealingKeys> {
  const marks = await marksOf(store);
  const own = keyedHash(receiptKey)("mark", "receipt.key");
  const standing =
    marks.get("receipt.key") ?? (await store.markKey({ name: "receipt.key", mark: own, after: [] }));
  if (standing !== own) throw new Error(otherReceiptKey);
  for (const [name, mark] of marks)
    if (isOfStudy(name) && !keys.find(mark)) throw new Error(withoutKey(name));
  const agreed = new Map<string, Promise<SealingKey>>();
  return {
    find: keys.find,
    of(study) {
      const known = agreed.get(study) ?? agreeOn(study, { store, keys });
      agreed.set(study, known);
      known.catch(() => agreed.delete(study));
      return known;
    },
  };
}

/** A key that was changed on purpose follows the earlier one, which still opens what was sealed to it. */
async function agreeOn(study: string, { store, keys }: Pick<Needs, "store" | "keys">): Promise<SealingKey> {
  const name = `keys/${study}.json`;
  const earlier = (await marksOf(store)).get(name);
  if (earlier !== undefined && !keys.find(earlier)) throw new Error(withoutKey(name));
  const key = await keys.of(study);
  if (earlier === key.id) return key;
  const standing = await store.markKey({ name, mark: key.id, after: earlier === undefined ? [] : [earlier] });
  if (!keys.find(standing)) throw new Error(withoutKey(name));
  return key;
}

async function marksOf(store: Needs["store"]): Promise<ReadonlyMap<string, string>> {
  return new Map((await store.listKeyMarks()).map(({ name, mark }) => [name, mark]));
}

const isOfStudy = (name: string) => name.startsWith("keys/");

const fromWhere =
  "Stop, and copy it from a backup, or from the other server that uses this database; if it is lost for good, see docs/guides/operate.md.";
const otherReceiptKey = `The file receipt.key of this data folder is not the one with which its database was filled: codes that people wrote down would find nothing. ${fromWhere}`;
const withoutKey = (name: string) =>
  `The data folder does not hold the key ${name} to which devices seal their answers: what they send could not be opened. ${fromWhere}`;
