import type { Words } from "@tiltas/instrument/words";
import { useSyncExternalStore } from "react";
import type { StorageState } from "./device/index.ts";
import { whereKept } from "./frame/index.ts";
import type { StorageNews } from "./storage-news.ts";

interface StorageStripProps {
  readonly news: StorageNews;
  readonly words: Words;
}

/** Says plainly what is wrong with keeping answers on this device, and what can be done about it. */
export function StorageStrip({ news, words }: StorageStripProps) {
  const state = useSyncExternalStore(news.listen, news.newest);
  const sentence = sentenceOn(state, words);
  return <div role="alert">{sentence !== undefined && <p className="storage-strip">{sentence}</p>}</div>;
}

/** A browser that keeps nothing is spoken of beside the answers; what concerns staff alone, on their tablet. */
function sentenceOn({ kind }: StorageState, words: Words): string | undefined {
  const where = whereKept(words);
  switch (kind) {
    case "full":
      return words.storageFull(where);
    case "lost":
      return words.storageLost(where);
    case "blocked":
      return words.storageBlocked;
    case "newer":
      return words.storageNewer;
    case "ok":
    case "refused":
    case "not-persisted":
      return undefined;
  }
}
