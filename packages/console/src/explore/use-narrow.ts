import { useSyncExternalStore } from "react";

const narrow = "(max-width: 46rem)";

/** True on screens on which a tile has room for three letters only. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => matchMedia(narrow).matches);
}

function watch(tell: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
}
