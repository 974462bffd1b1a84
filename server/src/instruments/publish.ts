import { checkPublished, listPublishedFolders } from "@tiltas/store/folders";
import type { Store } from "@tiltas/store/port";
import { readPublished } from "./instruments.ts";
import { type Recordings, recordingsOf } from "./recordings.ts";

/**
 * Takes in the versions that `published.json` under `root` lists; drafts beside them are nobody's business yet.
 * Refuses if one differs from what was frozen, or a recording from its list.
 *
 * @returns the recordings of what was published
 */
export async function publishFolders(
  store: Pick<Store, "publishInstrument">,
  root: string,
): Promise<Recordings> {
  const folders = listPublishedFolders(root);
  const [deviation] = checkPublished(root, folders);
  if (deviation !== undefined) throw new FrozenVersionError(deviation);
  const recordings = recordingsOf(folders);
  for (const { manifest, digest, files } of folders) {
    const record = { digest, id: manifest.id, version: manifest.version, files };
    readPublished(record);
    await store.publishInstrument(record);
  }
  return recordings;
}

/** A published version has changed or is gone; the message says which and what to do. */
export class FrozenVersionError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "FrozenVersionError";
  }
}
