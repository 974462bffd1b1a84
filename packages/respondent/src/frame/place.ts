import type { Words } from "@tiltas/instrument/words";
import { letGoOfHistory } from "./back-key.ts";

/** How to call the thing in the person's hand. */
export function whereKept(words: Words): string {
  const isPhone = window.matchMedia("(pointer: coarse) and (max-width: 40rem)").matches;
  return isPhone ? words.onThisPhone : words.onThisDevice;
}

/**
 * Clears the screen at once, and leaves for an empty page that takes this one's place in the history.
 *
 * @param lastWork  what must still happen to the answers: written to the end, or destroyed
 */
export async function leave(lastWork: Promise<unknown>): Promise<void> {
  document.documentElement.replaceChildren();
  await Promise.all([Promise.race([lastWork, patience()]).catch(() => undefined), letGoOfHistory()]);
  window.location.replace("about:blank");
}

/** Whoever has to leave cannot wait for a slow disk: what is under way is finished by the browser. */
const patience = () => new Promise((resolve) => setTimeout(resolve, 700));
