// Runs every runner in turn and ends with one line that adds them up: "N passed, M failed, K skipped".
//   node scripts/test-all.mjs          a fixed-seed sample of the long suites, as .ci/run does
//   node scripts/test-all.mjs --full   everything, nothing sampled (npm run test:full)
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

const full = process.argv.includes("--full");
const output = "test-output";
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const env = { ...process.env, ...(full ? { TILTAS_FULL: "1" } : {}) };

const vitest = (name) => ({
  name,
  report: name,
  command: ["npm", "run", "--silent", `test:${name}`, "--"],
});
const browserThird = (third) => {
  const whole = vitest("browser");
  return {
    name: `browser, third ${third}`,
    report: `browser-${third}`,
    command: [...whole.command, `--shard=${third}/3`],
  };
};

// Lanes of one round run at the same time: browsers and faults mostly wait.
const rounds = [
  [[{ name: "format and lint", command: ["npm", "run", "--silent", "format:check"] }]],
  [[{ name: "types", command: ["npm", "run", "--silent", "typecheck"] }]],
  [[{ name: "dead code", command: ["npm", "run", "--silent", "knip"] }]],
  [[{ ...vitest("unit"), command: ["npm", "test", "--silent", "--"] }]],
  [
    [browserThird(1), browserThird(2), vitest("postgres")],
    [vitest("faults"), browserThird(3)],
  ],
];

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const lanes of rounds) await Promise.all(lanes.map((lane) => runLane(lane, lanes.length > 1)));
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

async function runLane(runners, apart) {
  for (const runner of runners) await count(runner, apart);
}

async function count(runner, apart) {
  const started = Date.now();
  console.log(`\n== ${runner.name}${apart ? `, told in ${logOf(runner)}` : ""}`);
  const counted = runner.report ? await runVitest(runner, apart) : await runCheck(runner);
  for (const key of Object.keys(sum)) sum[key] += counted[key];
  const seconds = Math.round((Date.now() - started) / 1000);
  if (apart && counted.failed > 0) console.log(readFileSync(logOf(runner), "utf8"));
  console.log(
    `== ${runner.name}: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped (${seconds} s)`,
  );
}

async function runCheck({ command }) {
  const status = await run(command);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

async function runVitest(runner, apart) {
  const first = await runOnce(runner, runner.report, apart);
  const ended = endedByEngine(runner);
  if (first.status === 0 || ended.length === 0) return counted(first);
  console.log(`\nV8 ended the process of ${ended.join(", ")}; these files are run once more.`);
  const again = await runOnce(runner, `${runner.report}-again`, apart, ended);
  return added(first.counts, counted(again));
}

async function runOnce(runner, report, apart, files = []) {
  const file = join(output, `${report}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const status = await run([...runner.command, ...reporters, ...files], logOf(runner), apart);
  return { status, counts: readCounts(file) };
}

/** A runner that fell over without a failing test (a crash, an unhandled rejection) counts as one failure. */
function counted({ status, counts }) {
  const crashed = status !== 0 && counts.failed === 0 ? 1 : 0;
  return { ...counts, failed: counts.failed + crashed };
}

function added(one, other) {
  return Object.fromEntries(Object.keys(sum).map((key) => [key, one[key] + other[key]]));
}

/**
 * Test files whose process V8 ended because it had lost a page of code ("jit_page.has_value"), a fault of Node that comes
 * now and then where threads end. Nothing if anything else was unhandled.
 */
function endedByEngine(runner) {
  const log = stripVTControlCharacters(readFileSync(logOf(runner), "utf8"));
  const errors = [...log.matchAll(/ Errors +(\d+) error/g)].reduce(
    (all, [, count]) => all + Number(count),
    0,
  );
  const files = [...log.matchAll(/with signal SIGTRAP [^\n]*test file (\S+)/g)].map(([, file]) => file);
  return log.includes("Check failed: jit_page") && files.length === errors ? files : [];
}

function logOf({ report }) {
  return join(output, `${report}.log`);
}

/** Runs one command; what it says goes to the file, if there is one, and is shown unless told apart. Resolves with its exit code. */
function run([program, ...words], log, apart = false) {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      stdio: ["ignore", log ? "pipe" : "inherit", log ? "pipe" : "inherit"],
      env,
    });
    if (log) {
      const file = createWriteStream(log, { flags: "a" });
      for (const said of [child.stdout, child.stderr]) {
        said.pipe(file, { end: false });
        if (!apart) said.pipe(process.stdout, { end: false });
      }
      child.on("close", (status) => file.end(() => resolve(status)));
    } else child.on("close", resolve);
    child.on("error", () => resolve(1));
  });
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
