import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type InterviewCoverage, interviewCoverage, type Share } from "@tiltas/instrument/agreement";
import { Interviews } from "@tiltas/instrument/interview";
import type { FindingLanguage } from "@tiltas/instrument/lint";
import { CommandError, readNamedFile } from "../../terminal/index.ts";

/** What the example interviews of a folder reach; undefined for a file, or a folder without interviews. */
export function coverageIn(path: string, questionnaire: unknown): InterviewCoverage | undefined {
  const file = join(path, "interviews.json");
  if (!statSync(path).isDirectory() || !existsSync(file) || !isObject(questionnaire)) return undefined;
  const interviews = Interviews.safeParse(parsed(file));
  if (!interviews.success)
    throw new CommandError(
      `${file}: ${interviews.error.issues[0]?.path.join(".") || "the list"} is no example interview: a name, and steps that set answers or expect items.`,
    );
  return interviews.data.length === 0 ? undefined : interviewCoverage(questionnaire, interviews.data);
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readNamedFile(file));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file} is no JSON. Correct it first.`);
  }
}

function isObject(value: unknown): value is Record<string, never> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Most gaps that are told at length; `--json` tells all. */
const mostTold = 20;

/** The coverage in words: what is reached, which interviews fail, and the first gaps. */
export function coverageTold(coverage: InterviewCoverage, language: FindingLanguage): string {
  const { interviews, failing, items, conditions, missing } = coverage;
  const words =
    language === "lt"
      ? `Pavyzdiniai interviu: ${interviews}; pasiekti klausimai ${share(items)}, sąlygų baigtys ${share(conditions)}`
      : `Example interviews: ${interviews}; items reached ${share(items)}, outcomes of conditions ${share(conditions)}`;
  const more = missing.length - mostTold;
  const quoted = (name: string) => (language === "lt" ? `„${name}“` : `“${name}”`);
  return [
    words,
    ...failing.map(({ name, message }) => `  ${quoted(name)} – ${message}`),
    ...missing.slice(0, mostTold).map((line) => `  ${language === "lt" ? inLithuanian(line) : line}`),
    ...(more > 0 ? [language === "lt" ? `  … ir dar ${more}` : `  … and ${more} more`] : []),
  ].join("\n");
}

function inLithuanian(gap: string): string {
  return gap
    .replace(/ is never asked$/, " niekada neklausiama")
    .replace(/ never true$/, " niekada netenkinama")
    .replace(/ never false$/, " visada tenkinama");
}

function share({ seen, of }: Share): string {
  return of === 0 ? "–" : `${seen}/${of} (${((100 * seen) / of).toFixed(0)} %)`;
}
