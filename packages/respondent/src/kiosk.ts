import type { Place } from "./journey.ts";
import type { Link } from "./start/index.ts";
import type { Tools } from "./tools.ts";
import type { Keeper } from "./use-keeper.ts";

/** Seconds without a sign of life after which a kiosk asks whether anybody is there. */
export function calmSeconds({ screen }: Place): number {
  return screen === "receipt" || screen === "office" || screen === "moved" ? 30 : 180;
}

/** Clears the screen at once, destroys what was begun, and begins anew with the choice of language. */
export async function forTheNextPerson(link: Link, keeper: Keeper, { device }: Tools): Promise<void> {
  document.body.replaceChildren();
  const begun = keeper.newest();
  await keeper.settled();
  if (begun !== undefined) await device.removeDraft(begun.responseId).catch(() => undefined);
  window.location.replace(startOf(link));
}

/** The link without a language: whoever comes next chooses. */
export function startOf({ wave = "", channel }: Link): string {
  const query = new URLSearchParams({ mode: "kiosk", ...(channel === null ? {} : { channel }) });
  return `/w/${encodeURIComponent(wave)}?${query}`;
}
