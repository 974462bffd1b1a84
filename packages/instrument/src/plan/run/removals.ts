import type { Removal } from "../check.ts";

/** Most removals that are listed: strangers send lists of any length. */
const mostListed = 1000;

/** What was let go while one response is checked, and why; each place once. */
export class Removals {
  private readonly byPath = new Map<string, Removal["reason"]>();

  add(path: string, reason: Removal["reason"]): void {
    if (this.byPath.size < mostListed && !this.byPath.has(path)) this.byPath.set(path, reason);
  }
  clear(): void {
    this.byPath.clear();
  }
  list(): Removal[] {
    return [...this.byPath].map(([path, reason]) => ({ path, reason }));
  }
}
