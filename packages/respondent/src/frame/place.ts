import type { Words } from "@tiltas/instrument/words";

/** How to call the thing in the person's hand. */
export function whereKept(words: Words): string {
  const isPhone = window.matchMedia("(pointer: coarse) and (max-width: 40rem)").matches;
  return isPhone ? words.onThisPhone : words.onThisDevice;
}

/** Clears the screen at once, and leaves for an empty page as soon as the last answer is on disk. */
export async function leave(lastSaved: Promise<void>): Promise<void> {
  document.documentElement.replaceChildren();
  await lastSaved;
  window.location.replace("about:blank");
}
