import type { WordLanguage } from "@tiltas/instrument/versions";
import { type Command, Option } from "commander";
import type { Output } from "../terminal/index.ts";
import { compareSides } from "./compare/comparison.ts";
import { readCounts, readSide } from "./compare/files.ts";
import { asJson, told } from "./compare/print.ts";

interface CompareOptions {
  readonly json?: true;
  readonly language: WordLanguage;
  readonly responses?: string;
}

/** `tiltas compare A B [--json] [--language lt|en] [--responses counts.json]` */
export function compareCommand(program: Command, output: Output): void {
  program
    .command("compare")
    .description(
      "Say what differs between two versions, which number the later one must have, and what every change touches.",
    )
    .argument("<before>", "folder of a version, or any SurveyJS file")
    .argument("<after>", "folder of the version after it, or any SurveyJS file")
    .option("--json", "print everything as one JSON document")
    .option("--responses <file>", 'stored responses by version: {"1.0.0": 812}')
    .addOption(
      new Option("--language <language>", "language of the sentences").choices(["en", "lt"]).default("en"),
    )
    .action((before: string, after: string, { json, language, responses }: CompareOptions) => {
      const counts = responses === undefined ? {} : { responses: readCounts(responses) };
      const comparison = compareSides(readSide(before), readSide(after), { language, ...counts });
      output.print(json ? asJson(comparison, language) : told(comparison, language));
    });
}
