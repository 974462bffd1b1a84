const page = document.getElementById("first");
const kept = new Map<string, HTMLElement>();

/** The screen that is shown now. */
export function current(): HTMLElement | null {
  return page?.querySelector("main") ?? null;
}

/** By which `show` finds a screen again. */
export function nameOf({ dataset }: HTMLElement): string {
  return dataset.section ?? dataset.screen ?? "";
}

/** Puts a screen in the place of the one that is shown; what was ticked on either stays as it is. */
export function show(name: string): HTMLElement | null {
  const shown = current();
  if (shown === null) return null;
  kept.set(nameOf(shown), shown);
  const next = kept.get(name) ?? unpacked(name);
  if (next === undefined) return null;
  shown.replaceWith(next);
  next.querySelector(".content")?.scrollTo({ top: 0 });
  window.scrollTo({ top: 0 });
  next.querySelector("h1")?.focus({ preventScroll: true });
  return next;
}

export function isThere(name: string): boolean {
  return kept.has(name) || templateOf(name) !== null;
}

function unpacked(name: string): HTMLElement | undefined {
  const screen = templateOf(name)?.content.querySelector("main");
  if (!screen) return undefined;
  screen.dataset.section = name;
  return screen;
}

function templateOf(name: string): HTMLTemplateElement | null {
  return document.querySelector(`template[data-section="${name}"]`);
}
