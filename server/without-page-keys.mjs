import { spawnSync } from "node:child_process";

const flag = "--no-memory-protection-keys";

/** A Node that does not know the flag would not start. */
const isKnown = () => spawnSync(process.execPath, [flag, "--version"], { stdio: "ignore" }).status === 0;

// V8 forgets now and then which code pages it protects when threads end, and ends the whole process ("jit_page.has_value").
// A flag of V8 holds from the first moment or not at all, so the process puts itself anew in its own place: the same
// process id, the same parent, the same output. Only Linux on x64 has such keys.
if (
  process.platform === "linux" &&
  process.arch === "x64" &&
  process.execve !== undefined &&
  !process.execArgv.includes(flag) &&
  isKnown()
) {
  const words = [process.execPath, flag, ...process.execArgv, ...process.argv.slice(1)];
  process.execve(process.execPath, words, process.env);
}
