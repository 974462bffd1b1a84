import type { Words } from "@tiltas/instrument/words";
import { useSyncExternalStore } from "react";

/** A quiet strip while the device says that it has no network; answering goes on as before. */
export function Offline({ words }: { readonly words: Words }) {
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <p className={isOnline ? "visually-hidden" : "offline"} role="status">
      {isOnline ? "" : words.offline}
    </p>
  );
}

function listen(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
