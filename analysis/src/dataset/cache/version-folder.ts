import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { keptKinds, segmentRows } from "../row-layout.ts";
import type { VersionLayouts } from "../version-rows.ts";
import { Keys, keyBytes } from "./response-key.ts";
import { TableFile } from "./table-file.ts";

const Count = z.int().min(0);
const Layout = z.strictObject({ variables: z.array(z.enum(keptKinds)), chances: Count, links: Count });

const State = z.strictObject({
  /** By which rules answers were read into cells. */
  reading: z.string(),
  layouts: z.strictObject({ responses: Layout, lists: z.array(Layout) }),
  rows: Count,
  /** Members by list. */
  members: z.array(Count),
  /** Rows of people whom the study is not about. */
  screenedOut: z.array(Count),
});
type State = z.infer<typeof State>;

/**
 * The cells of all responses that pin one version, in a folder: `state.json` says how many rows count, and is written
 * last, so that whatever a stop leaves behind does not count.
 */
export class VersionFolder {
  readonly responses: TableFile;
  readonly lists: readonly TableFile[];
  readonly keys: Keys;
  readonly screenedOut: Set<number>;
  readonly #folder: string;
  readonly #state: State;

  constructor(folder: string, state: State) {
    const { layouts, rows, members } = state;
    const file = (name: string) => join(folder, name);
    this.#folder = folder;
    this.#state = state;
    this.responses = new TableFile(file("responses.bin"), layouts.responses, rows);
    this.lists = layouts.lists.map((list, i) => new TableFile(file(listFile(i)), list, members[i] ?? 0));
    this.keys = new Keys(readFileSync(file("keys.bin")).subarray(0, rows * keyBytes));
    this.screenedOut = new Set(state.screenedOut);
  }

  /** Overwrites everything kept of these rows: first their keys, so that nothing finds them any more. */
  wipe(slots: readonly number[]): void {
    if (slots.length === 0) return;
    for (const slot of slots) this.keys.wipe(slot);
    this.#replace("keys.bin", this.keys.bytes);
    for (const slot of slots) this.#wipeCells(slot);
  }

  #wipeCells(slot: number): void {
    const members = this.lists.map((list, i) => ({ list, ...this.#membersOf(slot, i) }));
    this.responses.wipe(slot);
    for (const { list, first, count } of members)
      for (let member = 0; member < count; member++) list.wipe(first + member);
  }

  #membersOf(slot: number, list: number): { readonly first: number; readonly count: number } {
    const segment = this.responses.kept.segments[Math.floor(slot / segmentRows)];
    const at = slot % segmentRows;
    return { first: segment?.link(2 * list)[at] ?? 0, count: segment?.link(2 * list + 1)[at] ?? 0 };
  }

  save(): void {
    for (const table of [this.responses, ...this.lists]) table.save();
    this.#replace("keys.bin", this.keys.bytes);
    const state: State = {
      ...this.#state,
      rows: this.responses.kept.rows,
      members: this.lists.map(({ kept }) => kept.rows),
      screenedOut: [...this.screenedOut],
    };
    this.#replace("state.json", JSON.stringify(state));
  }

  #replace(name: string, content: string | Uint8Array): void {
    const file = join(this.#folder, name);
    writeFileSync(`${file}.new`, content, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
}

const listFile = (list: number) => `list-${list}.bin`;

/** The folder as it was left; undefined where nothing in it counts, because the first look was stopped. */
export function openedFolder(folder: string): VersionFolder | undefined {
  const state = stateIn(folder);
  return state && new VersionFolder(folder, state);
}

/** The folder as it was left, where answers were read by these rules; else an empty one. */
export function folderFor(folder: string, reading: string, layouts: VersionLayouts): VersionFolder {
  const state = stateIn(folder);
  if (state?.reading === reading) return new VersionFolder(folder, state);
  const { responses, lists } = layouts;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ["responses.bin", "keys.bin", ...lists.map((_, i) => listFile(i))])
    writeFileSync(join(folder, name), "", { mode: 0o600 });
  const plain = { responses: copyOf(responses), lists: lists.map(copyOf) };
  const none = { rows: 0, members: lists.map(() => 0), screenedOut: [] };
  return new VersionFolder(folder, { reading, layouts: plain, ...none });
}

const copyOf = ({ variables, ...more }: VersionLayouts["responses"]) => ({
  variables: [...variables],
  ...more,
});

function stateIn(folder: string): State | undefined {
  const file = join(folder, "state.json");
  if (!existsSync(file)) return undefined;
  const state = State.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return state.success ? state.data : undefined;
}
