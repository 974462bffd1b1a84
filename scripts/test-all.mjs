// Runs every runner in turn and ends with one line that adds them up: "N passed, M failed, K skipped".
//   node scripts/test-all.mjs          a fixed-seed sample of the long suites, as .ci/run does
//   node scripts/test-all.mjs --full   everything, nothing sampled (npm run test:full)
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const full = process.argv.includes("--full");
const output = "test-output";
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const env = { ...process.env, ...(full ? { TILTAS_FULL: "1" } : {}) };

const runners = [
  { name: "format and lint", command: ["npm", "run", "--silent", "format:check"] },
  { name: "types", command: ["npm", "run", "--silent", "typecheck"] },
  { name: "dead code", command: ["npm", "run", "--silent", "knip"] },
  { name: "unit", report: "unit", command: ["npm", "test", "--silent", "--"] },
  { name: "postgres", report: "postgres", command: ["npm", "run", "--silent", "test:postgres", "--"] },
  { name: "browser", report: "browser", command: ["npm", "run", "--silent", "test:browser", "--"] },
  { name: "faults", report: "faults", command: ["npm", "run", "--silent", "test:faults", "--"] },
];

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const runner of runners) {
  const started = Date.now();
  console.log(`\n== ${runner.name}`);
  const counted = runner.report ? runVitest(runner) : runCheck(runner);
  for (const key of Object.keys(sum)) sum[key] += counted[key];
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `== ${runner.name}: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped (${seconds} s)`,
  );
}
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

function runCheck({ command }) {
  const { status } = spawnSync(command[0], command.slice(1), { stdio: "inherit", env });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

function runVitest({ report, command }) {
  const file = join(output, `${report}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { status } = spawnSync(command[0], [...command.slice(1), ...reporters], { stdio: "inherit", env });
  const counts = readCounts(file);
  // A runner that fell over without a failing test (a crash, an unhandled rejection) counts as one failure.
  const crashed = status !== 0 && counts.failed === 0 ? 1 : 0;
  return { ...counts, failed: counts.failed + crashed };
}

function readCounts(file) {
  try {
    const result = JSON.parse(readFileSync(file, "utf8"));
    const skipped = result.numPendingTests + result.numTodoTests;
    const suitesFailed = result.testResults.filter(
      (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
    ).length;
    return { passed: result.numPassedTests, failed: result.numFailedTests + suitesFailed, skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
