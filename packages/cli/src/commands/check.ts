import {
  burdenOf,
  explain,
  type FindingLanguage,
  lintSubject,
  ruleExplanations,
  subjectOf,
} from "@tiltas/instrument/lint";
import { type Command, Option } from "commander";
import { CommandError, NegativeResult, type Output } from "../terminal/index.ts";
import { burdenTable } from "./check/burden-table.ts";
import { readNamed } from "./check/files.ts";
import { summary, toldFindings } from "./check/wording.ts";

interface CheckOptions {
  readonly json?: true;
  readonly language: FindingLanguage;
  readonly explain?: string;
}

/** `tiltas check FOLDER|FILE [--json] [--language lt|en] [--explain RULE]` */
export function checkCommand(program: Command, output: Output): void {
  program
    .command("check")
    .description(
      "Look a questionnaire over: mistakes, missing translations, wording, names, and how long it takes. Exit code 1 when there are errors.",
    )
    .argument("[folder-or-file]", "folder of one instrument version, or any SurveyJS file")
    .option("--json", "print everything as one JSON document")
    .addOption(
      new Option("--language <language>", "language of the findings").choices(["en", "lt"]).default("en"),
    )
    .option("--explain <rule>", "say what a rule is for; “all” lists every rule")
    .action((path: string | undefined, options: CheckOptions) => {
      if (options.explain !== undefined) output.print(explained(options.explain, options));
      else check(path, options, output);
    });
}

function check(path: string | undefined, { json, language }: CheckOptions, output: Output): void {
  if (path === undefined)
    throw new CommandError("Name the folder of an instrument version or a SurveyJS file to check.");
  const subject = subjectOf(readNamed(path));
  const findings = lintSubject(subject, language);
  const burden = burdenOf(subject);
  output.print(
    json
      ? JSON.stringify({ path, findings, burden }, null, 2)
      : [toldFindings(findings, language), burdenTable(burden, language), summary(findings, language)]
          .filter((part) => part !== "")
          .join("\n\n"),
  );
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0) throw new NegativeResult(summary(findings, language));
}

function explained(rule: string, { json, language }: CheckOptions): string {
  if (rule === "all") {
    const all = ruleExplanations(language);
    return json
      ? JSON.stringify(all, null, 2)
      : all.map(({ rule: id, reason }) => `${id}\n  ${reason}`).join("\n");
  }
  const explanation = explain(rule, language);
  if (explanation === undefined)
    throw new CommandError(`There is no rule "${rule}". “npx tiltas check --explain all” lists them.`);
  if (json) return JSON.stringify(explanation, null, 2);
  return [explanation.rule, explanation.reason, explanation.advice].filter(Boolean).join("\n  ");
}
