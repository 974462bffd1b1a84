import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const flag = "--no-memory-protection-keys";
const module = fileURLToPath(new URL("without-page-keys.mjs", import.meta.url));

/** What a process says that begins like the server. */
function started(words: readonly string[] = []) {
  const said = "process.stdout.write(JSON.stringify([process.execArgv, process.argv.slice(2)]))";
  const program = `import(${JSON.stringify(module)}).then(() => ${said})`;
  const child = spawnSync(process.execPath, [...words, "--eval", program, "x", "--port", "0"], {
    encoding: "utf8",
  });
  return { ...child, said: JSON.parse(child.stdout) };
}

test.skipIf(process.platform !== "linux" || process.arch !== "x64" || process.execve === undefined)(
  "the server's process begins again in its own place with the flag, once, and says nothing of it",
  () => {
    const { said, stderr, status } = started();
    expect([said[0].filter((word: string) => word === flag), stderr, status]).toEqual([[flag], "", 0]);
    expect(said[1]).toEqual(["--port", "0"]);
  },
);

test("whoever gave the flag keeps their words as they are", () => {
  if (process.platform !== "linux" || process.arch !== "x64") return;
  expect(started([flag]).said[0].filter((word: string) => word === flag)).toEqual([flag]);
});
