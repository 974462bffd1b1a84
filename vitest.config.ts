import { defineConfig } from "vitest/config";

// One clock, one place, one seed: results never depend on the machine that runs the tests.
process.env.TZ = "Europe/Vilnius";

// V8 forgets now and then which code pages it protects when threads end, and ends the whole process ("jit_page.has_value").
const withoutPageKeys =
  process.platform === "linux" && process.arch === "x64" ? ["--no-memory-protection-keys"] : [];

const slow = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Files of the unit project share two workers also where two processors are all there is.
    maxWorkers: 2,
    execArgv: withoutPageKeys,
    projects: [
      {
        test: {
          name: "unit",
          include: ["{packages,server,analysis,tests}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.{browser,postgres,faults}.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["**/*.browser.test.ts"],
          exclude: ["**/node_modules/**"],
          fileParallelism: false,
          ...slow,
        },
      },
      {
        test: {
          name: "postgres",
          include: ["**/*.postgres.test.ts"],
          exclude: ["**/node_modules/**"],
          fileParallelism: false,
          ...slow,
        },
      },
      {
        test: {
          name: "faults",
          include: ["**/*.faults.test.ts"],
          exclude: ["**/node_modules/**"],
          fileParallelism: false,
          ...slow,
          testTimeout: 600_000,
        },
      },
    ],
  },
});
