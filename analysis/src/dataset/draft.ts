import { createHash } from "node:crypto";
import type { Instrument } from "@tiltas/instrument/definition";
import { assemble } from "./assemble.ts";
import type { Dataset, ResponseHead } from "./dataset.ts";
import { GrowingCollected } from "./growing-collected.ts";
import type { Harmony } from "./harmony.ts";
import type { VersionRows } from "./version-rows.ts";

/** A dataset that is being put together from rows kept somewhere: their order, and who was left out. */
export class DatasetDraft {
  readonly #harmony: Harmony;
  readonly #places: ReadonlyMap<string, number>;
  readonly #collected: GrowingCollected;
  readonly #digest = createHash("sha256");
  #entered = "";
  readonly #exclusions: Record<string, number> = {};
  readonly #order: { readonly version: number[]; readonly slot: number[] } = { version: [], slot: [] };

  constructor(harmony: Harmony, instruments: readonly Instrument[]) {
    this.#harmony = harmony;
    this.#places = new Map([...harmony.versions.keys()].map((digest, place) => [digest, place]));
    this.#collected = new GrowingCollected(instruments, new Set(harmony.variables.map(({ name }) => name)));
  }

  enter(head: ResponseHead, slot: number): void {
    this.#order.version.push(this.#places.get(head.instrument) ?? 0);
    this.#order.slot.push(slot);
    this.#collected.append(head);
    this.#entered += `${head.revision} ${head.hash}\n`;
    if (this.#entered.length > digestedAtOnce) this.#digestEntered();
  }

  #digestEntered(): void {
    this.#digest.update(this.#entered);
    this.#entered = "";
  }

  leaveOut(reason: string): void {
    this.#exclusions[reason] = (this.#exclusions[reason] ?? 0) + 1;
  }

  /** @param kept rows by digest of their version */
  finished(kept: ReadonlyMap<string, VersionRows>): Dataset {
    const columns = assemble(this.#harmony, kept, this.#order, this.#collected.finished());
    this.#digestEntered();
    return { ...columns, digest: this.#digest.digest("hex"), exclusions: this.#exclusions };
  }
}

/** Characters: a call for each line would cost more than the digest. */
const digestedAtOnce = 1 << 16;
