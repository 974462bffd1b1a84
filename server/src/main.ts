import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FolderHeldError } from "@tiltas/store/port";
import { prepareApplications } from "./pages/prepare.ts";
import { type Served, serve } from "./serve.ts";
import { help } from "./settings/options.ts";
import { described, readSettings, type Settings } from "./settings/settings.ts";
import { UsageError } from "./settings/usage-error.ts";

const instrumentsFolder = fileURLToPath(new URL("../../instruments", import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs the server until it is told to stop. Exit codes: 0 stopped as asked, 1 could not start, 2 asked wrongly. */
export async function main(argumentsGiven: readonly string[]): Promise<void> {
  process.umask(0o077);
  if (argumentsGiven.includes("--help") || argumentsGiven.includes("-h")) return void say(help);
  try {
    const settings = readSettings(argumentsGiven, process.env);
    const built = await prepareApplications();
    const served = await serve({
      built,
      settings,
      instrumentsFolder,
      clock: () => new Date(),
      logLevel: "info",
      say,
    });
    welcome(settings, served);
    stopOnSignal(served.close);
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exit(error instanceof UsageError || error instanceof FolderHeldError ? 2 : 1);
  }
}

function welcome(settings: Settings, { origin, firstLink, signIns }: Served): void {
  say(`Settings: ${JSON.stringify(described(settings))}`);
  if (settings.demonstration) {
    say("This is a demonstration: every respondent is synthetic.");
    say(`  respondents      ${origin}/w/demo`);
    for (const { role, email, password } of signIns)
      say(`  ${role.padEnd(16)} ${email.padEnd(32)} ${password}`);
    say(`  (the sign-ins are kept in ${join(settings.data, "demo-sign-ins.txt")})`);
  }
  if (firstLink)
    say(`The first administrator chooses a password here, once and within 24 hours:\n  ${firstLink}`);
  say(`Tiltas is ready: ${origin}/`);
}

function stopOnSignal(close: () => Promise<void>): void {
  const stop = () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

function sentenceFor(error: unknown): string {
  const message = error instanceof Error ? error.message : "The reason is not known.";
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return "The port is in use by another program. Choose another with --port, or stop that program.";
  if (code === "EACCES") return `The server may not do what it needs to: ${message}.`;
  return message.split("\n")[0] ?? message;
}
