import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Call } from "./system-call-log.ts";

type Change = Extract<Call, { kind: "write" | "truncate" }>;

/** One file as the disk holds it, and what was asked since its last sync. */
interface DiskFile {
  kept: Buffer;
  unsynced: Change[];
}

/** A disk that forgets: plays calls, and can say what would be left if the power failed now. */
export class Disk {
  readonly #files = new Map<string, DiskFile>();
  readonly acknowledged = new Set<string>();

  play(call: Call): void {
    if (call.kind === "acknowledge") for (const id of call.responseIds) this.acknowledged.add(id);
    else if (call.kind === "remove") this.#files.delete(call.path);
    else if (call.kind === "rename") this.#rename(call.path, call.to);
    else if (call.kind === "sync") this.#sync(call.path);
    else if (call.kind === "failed-sync") this.#fileAt(call.path).unsynced = [];
    else this.#fileAt(call.path).unsynced.push(call);
  }

  /**
   * Writes into `folder` what a power cut at this moment leaves of the files below `root`.
   * Synced writes are there; each of the others is there if `survives` says so: a disk writes in any order it likes.
   */
  leave(root: string, folder: string, survives: () => boolean): void {
    mkdirSync(folder, { recursive: true });
    for (const [path, { kept, unsynced }] of this.#files) {
      const name = relative(root, path);
      const isIndex = name.endsWith("-shm");
      if (name.startsWith("..") || name.includes("/") || isIndex) continue;
      writeFileSync(join(folder, name), changed(kept, unsynced.filter(survives)));
    }
  }

  #sync(path: string): void {
    const file = this.#files.get(path);
    if (!file) return;
    file.kept = changed(file.kept, file.unsynced);
    file.unsynced = [];
  }

  /** Names are taken as kept at once; only contents are forgotten. */
  #rename(path: string, to: string): void {
    const file = this.#files.get(path);
    if (!file) return;
    this.#files.delete(path);
    this.#files.set(to, file);
  }

  #fileAt(path: string): DiskFile {
    const known = this.#files.get(path) ?? { kept: Buffer.alloc(0), unsynced: [] };
    this.#files.set(path, known);
    return known;
  }
}

function changed(kept: Buffer, changes: readonly Change[]): Buffer {
  let size = kept.length;
  for (const change of changes) size = sizeAfter(size, change);
  let most = kept.length;
  for (let at = 0, length = kept.length; at < changes.length; at++) {
    length = sizeAfter(length, changes[at]!);
    most = Math.max(most, length);
  }
  const content = Buffer.alloc(most);
  kept.copy(content);
  let length = kept.length;
  for (const change of changes) {
    if (change.kind === "write") change.bytes.copy(content, change.at ?? length);
    else content.fill(0, Math.min(length, change.size));
    length = sizeAfter(length, change);
  }
  return content.subarray(0, size);
}

function sizeAfter(size: number, change: Change): number {
  if (change.kind === "truncate") return change.size;
  return Math.max(size, (change.at ?? size) + change.bytes.length);
}
