import { execFileSync } from "node:child_process";
import { newFolder } from "./store-kills.ts";

/** A disk of its own of so many MiB; undefined, after saying so, where this user may not mount one. */
export function smallDisk(size: number): string | undefined {
  const folder = newFolder();
  try {
    run("mount", "-t", "tmpfs", "-o", `size=${size}m`, "tmpfs", folder);
    return folder;
  } catch {
    console.warn("Skipped: a small disk can be mounted only by root on Linux.");
    return undefined;
  }
}

/** From now on nothing can be written there; no program may have a file open for writing. */
export function makeReadOnly(folder: string): void {
  run("mount", "-o", "remount,ro", folder);
}

export function giveBack(folder: string): void {
  run("umount", "-l", folder);
}

function run(...words: string[]): void {
  execFileSync("/usr/bin/env", words, { stdio: "ignore" });
}
