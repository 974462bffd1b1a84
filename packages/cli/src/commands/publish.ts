import type { WordLanguage } from "@tiltas/instrument/versions";
import type { InstrumentFolder } from "@tiltas/store/folders";
import { type Command, Option } from "commander";
import { CommandError, NegativeResult, type Output } from "../terminal/index.ts";
import { openFolder } from "./compare/files.ts";
import { refusalsBeside } from "./publish/earlier.ts";
import { type Refusal, refusalsOf } from "./publish/gates.ts";
import { indicatorRefusals } from "./publish/indicators.ts";
import {
  changedSince,
  digestsOf,
  enter,
  nameOf,
  openList,
  type PublishedList,
  publishedBefore,
  recordTranslations,
  refuseTornList,
} from "./publish/published.ts";

interface PublishOptions {
  readonly json?: true;
  readonly dryRun?: true;
  readonly language: WordLanguage;
}

/** `tiltas publish FOLDER [--dry-run] [--json] [--language lt|en]` */
export function publishCommand(program: Command, output: Output): void {
  program
    .command("publish")
    .description(
      "Freeze a version: refused while a break has no answer, a language is incomplete or stale, or an interview fails.",
    )
    .argument("<folder>", "folder of one instrument version, such as instruments/tcn-integration/0.2.0")
    .option("--dry-run", "say what stands in the way, and write nothing")
    .option("--json", "print the outcome as one JSON document")
    .addOption(
      new Option("--language <language>", "language of the sentences").choices(["en", "lt"]).default("en"),
    )
    .action((path: string, options: PublishOptions) => publish(openFolder(path), options, output));
}

interface Outcome {
  readonly state: "refused" | "published" | "publishable" | "already published";
  readonly refusals: readonly Refusal[];
  /** Entries that joined published.json. */
  readonly entered: readonly string[];
}

function publish(folder: InstrumentFolder, { json, dryRun, language }: PublishOptions, output: Output): void {
  const list = openList(folder);
  refuseTornList(folder, list);
  const outcome = list.digests.has(nameOf(folder))
    ? publishAgain(folder, list, dryRun === true)
    : publishFirst(folder, list, { language, dryRun: dryRun === true });
  output.print(json ? asJson(folder, outcome, language) : told(folder, outcome, language));
  if (outcome.state === "refused") throw new NegativeResult("The version is not published.");
}

function publishFirst(
  folder: InstrumentFolder,
  list: PublishedList,
  { language, dryRun }: { language: WordLanguage; dryRun: boolean },
): Outcome {
  const before = publishedBefore(folder, list);
  const refusals = [
    ...refusalsOf(folder, before),
    ...(before ? refusalsBeside(folder, before, language) : []),
  ];
  if (refusals.length > 0) return { state: "refused", refusals, entered: [] };
  if (dryRun) return { state: "publishable", refusals, entered: [] };
  recordTranslations(folder);
  const digests = digestsOf(openFolder(folder.path));
  enter(list, digests);
  return { state: "published", refusals, entered: [...digests.keys()] };
}

/** A published version stays as it is; numbered files that have joined it since are frozen too. */
function publishAgain(folder: InstrumentFolder, list: PublishedList, dryRun: boolean): Outcome {
  const digests = digestsOf(folder);
  const [changed] = changedSince(folder, list.digests);
  if (changed !== undefined)
    throw new CommandError(
      `${changed} has changed since it was published, or is gone. Undo the change, or copy the folder to a new version number and publish that.`,
    );
  const joined = new Map([...digests].filter(([name]) => !list.digests.has(name)));
  const refusals = joined.size > 0 ? indicatorRefusals(folder) : [];
  if (refusals.length > 0) return { state: "refused", refusals, entered: [] };
  if (dryRun) return { state: "already published", refusals: [], entered: [] };
  if (joined.size > 0) enter(list, joined);
  return { state: "already published", refusals: [], entered: [...joined.keys()] };
}

function told(
  folder: InstrumentFolder,
  { state, refusals, entered }: Outcome,
  language: WordLanguage,
): string {
  const name = nameOf(folder);
  const isLithuanian = language === "lt";
  if (state === "refused")
    return [
      isLithuanian
        ? `${name} publikuoti dar negalima (${refusals.length}):`
        : `${name} cannot be published yet (${refusals.length}):`,
      ...refusals.map(({ message }) => `  ${message[language]}`),
    ].join("\n");
  const joined =
    entered.length === 0
      ? ""
      : isLithuanian
        ? ` Užšaldyta failų: ${entered.length}.`
        : ` Files frozen: ${entered.length}.`;
  if (state === "published")
    return isLithuanian
      ? `${name} publikuota (${folder.digest.slice(0, 12)}…) ir nebesikeis.${joined}`
      : `${name} is published (${folder.digest.slice(0, 12)}…) and never changes again.${joined}`;
  if (state === "publishable")
    return isLithuanian
      ? `${name} galima publikuoti. Nieko neįrašyta.`
      : `${name} can be published. Nothing was written.`;
  return isLithuanian ? `${name} jau publikuota.${joined}` : `${name} is published already.${joined}`;
}

function asJson(
  folder: InstrumentFolder,
  { state, refusals, entered }: Outcome,
  language: WordLanguage,
): string {
  const told = refusals.map(({ gate, message }) => ({ gate, message: message[language] }));
  return JSON.stringify(
    { version: nameOf(folder), digest: folder.digest, state, refusals: told, entered },
    null,
    2,
  );
}
