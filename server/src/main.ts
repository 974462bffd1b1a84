import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lastLine } from "./door/log.ts";
import { failedStart } from "./failed-start.ts";
import { prepareApplications } from "./pages/prepare.ts";
import { type Served, serve } from "./serve.ts";
import { help } from "./settings/options.ts";
import { described, readSettings, type Settings } from "./settings/settings.ts";
import { useFolder } from "./settings/usable-folder.ts";

const instrumentsFolder = fileURLToPath(new URL("../../instruments", import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs the server until it is told to stop. Exit codes: 0 stopped as asked, 1 could not start, 2 asked wrongly. */
export async function main(argumentsGiven: readonly string[]): Promise<void> {
  process.umask(0o077);
  process.on("uncaughtException", endWithOneLine);
  if (argumentsGiven.includes("--help") || argumentsGiven.includes("-h")) return void say(help);
  let settings: Settings | undefined;
  try {
    settings = readSettings(argumentsGiven, process.env);
    await useFolder(settings.data);
    const built = await prepareApplications();
    const clock = () => new Date();
    const served = await serve({ settings, built, instrumentsFolder, clock, logLevel: "info", say });
    stopOnSignal(served.close);
    welcome(settings, served);
  } catch (error) {
    const { sentence, exitCode } = failedStart(error, settings);
    process.stderr.write(`${sentence}\n`);
    process.exit(exitCode);
  }
}

function welcome(settings: Settings, { origin, firstLink, signIns }: Served): void {
  say(`Settings: ${JSON.stringify(described(settings))}`);
  if (settings.demonstration) {
    say("This is a demonstration: every respondent is synthetic. Sign-ins:");
    for (const { role, email, password } of signIns)
      say(`  ${role.padEnd(14)} ${email.padEnd(30)} ${password}`);
    say(`  (kept in ${join(settings.data, "demo-sign-ins.txt")})`);
    say(`Respondents answer at ${origin}/w/demo`);
    say(`A poster in Kaunas would say ${origin}/w/demo?lang=uk&channel=poster-19-uk`);
    say(`Tablets are paired at ${origin}/console/tablets, and take their code at ${origin}/tablet`);
  }
  if (firstLink)
    say(`The first administrator chooses a password here, once, within 24 hours:\n  ${firstLink}`);
  say(`Tiltas is ready at ${origin}/`);
}

/** Node would print the message of the error, and an error may repeat an answer. What was acknowledged is on disk. */
function endWithOneLine(error: unknown): void {
  process.stderr.write(lastLine(error, new Date()), () => process.exit(1));
}

/** The first signal drains, at most ten seconds; a second one ends the process at once. */
function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  whenNpmEnds(stop);
}

/** Between npm and the server stands a shell that passes no signal on; so a server that npm started watches its parent. */
function whenNpmEnds(stop: () => void): void {
  if (process.env.npm_lifecycle_event !== "start") return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}
