import type { Instrument } from "@tiltas/instrument/definition";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { RowCells } from "../cells.ts";
import type { ResponseHead } from "../dataset.ts";
import {
  layoutsOf,
  type ResponseReader,
  readerInto,
  VersionRows,
  versionVariables,
} from "../version-rows.ts";
import { keyOf } from "./response-key.ts";
import { folderFor, type VersionFolder } from "./version-folder.ts";

/** Raised whenever the same answers would be read into other cells: what was kept before is then read anew. */
const readingRules = 2;

/** The responses of one version as they were kept, while they are compared with those that there are now. */
export class CachedVersion {
  readonly rows: VersionRows;
  readonly #folder: VersionFolder;
  readonly #reader: ResponseReader;
  /** Kept rows whose response is still there as it was read. */
  readonly #stillThere = new Set<number>();
  /** Keys of those that were looked for. */
  readonly #wanted = new WeakMap<ResponseHead, Buffer>();

  constructor(folder: string, instrument: Instrument) {
    const known = versionVariables(instrument);
    const reading = sha256(canonicalJson({ readingRules, items: instrument.items }));
    this.#folder = folderFor(folder, reading, layoutsOf(known));
    const { responses, lists } = this.#folder;
    this.rows = new VersionRows(
      known,
      responses.kept,
      lists.map(({ kept }) => kept),
    );
    this.#reader = readerInto(this.rows, instrument);
  }

  /** The row of a response; undefined where it must be read. */
  find(head: ResponseHead): number | undefined {
    const key = keyOf(head);
    this.#wanted.set(head, key);
    const slot = this.#folder.keys.find(key);
    if (slot !== undefined) this.#stillThere.add(slot);
    return slot;
  }

  /** Keeps the answers (JSON text) of a response. */
  read(head: ResponseHead, answers: string): number {
    const read = this.#reader(answers);
    const slot = read < 0 ? this.#blankRow() : read;
    if (read < 0) this.#folder.screenedOut.add(slot);
    this.#folder.keys.add(this.#wanted.get(head) ?? keyOf(head));
    this.#stillThere.add(slot);
    return slot;
  }

  isScreenedOut(slot: number): boolean {
    return this.#folder.screenedOut.has(slot);
  }

  /** Wipes what is no longer there, and keeps the rest. */
  save(): void {
    const { keys } = this.#folder;
    const gone = [];
    for (let slot = 0; slot < keys.rows; slot++)
      if (!this.#stillThere.has(slot) && !keys.isWiped(slot)) gone.push(slot);
    this.#folder.save();
    this.#folder.wipe(gone);
  }

  /** Somebody the study is not about: that is remembered, and nothing of the answers. */
  #blankRow(): number {
    const { responses, known } = this.rows;
    const cells = new RowCells(known.variables.length);
    cells.clear();
    const none = { chances: known.drawn.map(() => Number.NaN), links: known.lists.flatMap(() => [0, 0]) };
    return responses.append(cells, none.chances, none.links);
  }
}
