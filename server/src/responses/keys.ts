import { createECDH, createHash, type ECDH } from "node:crypto";
import { mkdir, open, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { SealingKey } from "@tiltas/contract/sealing";
import { z } from "zod";

const curve = "prime256v1";

/** `keys/<study>.json`: the key to which finished responses of a study are sealed. */
const KeyFile = z.strictObject({
  study: z.string(),
  id: z.string(),
  /** Uncompressed point and scalar, base64url. */
  publicKey: z.string(),
  privateKey: z.string(),
});
type KeyFile = z.infer<typeof KeyFile>;

/** The keys of all studies of this server, held open so that opening a response costs no reading. */
export interface SealingKeys {
  /** What devices seal to. The first call for a study makes its key and puts it on disk. */
  of(study: string): Promise<SealingKey>;
  /** Who can open what was sealed to the key of this id. */
  find(id: string): ECDH | undefined;
}

/**
 * Reads every key of the folder. Files with names other than their study's hold earlier keys: they open what was sealed
 * to them, and nothing new is.
 *
 * @throws with the name of a file that is damaged: without it sealed responses could never be opened
 */
export async function openSealingKeys(folder: string): Promise<SealingKeys> {
  const held = new Map<string, ECDH>();
  const current = new Map<string, Promise<SealingKey>>();
  const hold = ({ study, id, publicKey, privateKey }: KeyFile, isCurrent: boolean) => {
    held.set(id, keyPair(privateKey));
    if (isCurrent) current.set(study, Promise.resolve({ id, publicKey }));
  };
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
  for (const name of names.sort()) {
    const file = await readKeyFile(join(folder, name));
    hold(file, name === `${file.study}.json`);
  }
  return {
    of(study) {
      const known = current.get(study) ?? makeKeyFile(folder, study).then(kept);
      current.set(study, known);
      known.catch(() => current.delete(study));
      return known;
    },
    find: (id) => held.get(id),
  };

  function kept(file: KeyFile): SealingKey {
    hold(file, false);
    return { id: file.id, publicKey: file.publicKey };
  }
}

function keyPair(privateKey: string): ECDH {
  const pair = createECDH(curve);
  pair.setPrivateKey(Buffer.from(privateKey, "base64url"));
  return pair;
}

async function readKeyFile(path: string): Promise<KeyFile> {
  const file = await readFile(path, "utf8")
    .then((text) => KeyFile.parse(JSON.parse(text)))
    .catch(() => undefined);
  if (file && isWhole(file)) return file;
  throw new Error(
    `The file ${path} is damaged. Restore it from a backup: without it responses that were sealed on devices cannot be opened.`,
  );
}

/** The private key makes the public one, and that has the id. */
function isWhole({ id, publicKey, privateKey }: KeyFile): boolean {
  try {
    return keyPair(privateKey).getPublicKey("base64url") === publicKey && keyId(publicKey) === id;
  } catch {
    return false;
  }
}

/** First 16 hexadecimal digits of the SHA-256 of the public point. */
function keyId(publicKey: string): string {
  return createHash("sha256").update(Buffer.from(publicKey, "base64url")).digest("hex").slice(0, 16);
}

async function makeKeyFile(folder: string, study: string): Promise<KeyFile> {
  if (!/^[\w-]{1,64}$/.test(study)) throw new Error("A study's name cannot name its key file.");
  const pair = createECDH(curve);
  const publicKey = pair.generateKeys("base64url");
  // Leading zeros are part of the scalar, and Node leaves them out.
  const privateKey = Buffer.from(pair.getPrivateKey("hex").padStart(64, "0"), "hex").toString("base64url");
  const file: KeyFile = { study, id: keyId(publicKey), publicKey, privateKey };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${study}.json`);
  await writeDurably(`${path}.new`, `${JSON.stringify(file, null, 2)}\n`);
  await rename(`${path}.new`, path);
  await syncFolder(folder);
  return file;
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts the new name on disk too; Windows knows no such sync. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, "r").catch(() => undefined);
  await opened?.sync().catch(() => undefined);
  await opened?.close();
}
