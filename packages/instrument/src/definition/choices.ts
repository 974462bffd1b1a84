import type { Choice, Code, Localized } from "./item.ts";
import { isList, isObject } from "./json.ts";
import { isReserved } from "./names.ts";
import { at, checkProperties } from "./properties.ts";
import type { Findings } from "./refusal.ts";
import { readText } from "./text.ts";

/** A list of options, columns or rows: codes, or objects with `value` and `text`. */
export function readChoices(
  value: unknown,
  languages: readonly string[],
  path: string,
  findings: Findings,
): Choice[] {
  if (!isList(value) || value.length === 0) {
    findings.add(path, "A list with at least one entry is expected here.");
    return [];
  }
  const choices = value.flatMap((entry, i) => readChoice(entry, languages, at(path, i), findings) ?? []);
  refuseRepeatedCodes(choices, path, findings);
  return choices;
}

function readChoice(
  entry: unknown,
  languages: readonly string[],
  path: string,
  findings: Findings,
): Choice | undefined {
  if (!isObject(entry)) {
    const code = readCode(entry, path, findings);
    return code === undefined
      ? undefined
      : describe(code, readText(String(code), languages, path, findings), false);
  }
  checkProperties(entry, "choice", path, findings);
  const code = readCode(entry.value, at(path, "value"), findings);
  if (code === undefined) return undefined;
  const labels = readText(entry.text ?? String(code), languages, at(path, "text"), findings);
  return describe(code, labels, entry.isExclusive === true);
}

/** A choice with the code "dont-know" or "refused" is a missing reason wherever it stands. */
export function describe(code: Code, labels: Localized, exclusive: boolean): Choice {
  const missing = code === "dont-know" || code === "refused" ? code : undefined;
  return {
    code,
    labels,
    ...(missing ? { missing } : {}),
    ...(exclusive || missing ? { exclusive: true } : {}),
  };
}

function readCode(value: unknown, path: string, findings: Findings): Code | undefined {
  if (typeof value === "number" && Number.isFinite(value) && !Object.is(value, -0)) return value;
  if (
    typeof value === "string" &&
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(value) &&
    !isReserved(value) &&
    !isOddNumber(value)
  )
    return value;
  findings.add(
    path,
    "A code is a number, or up to 64 letters, digits, _ and -, beginning with a letter or digit; no reserved word, and no number but in plain digits.",
  );
  return undefined;
}

/** Such as 1e3 and 0x1f: conditions would read them as numbers. */
function isOddNumber(text: string): boolean {
  return Number.isFinite(Number(text)) && !/^\d{1,15}$/.test(text);
}

function refuseRepeatedCodes(choices: readonly Choice[], path: string, findings: Findings): void {
  const seen = new Set<string>();
  for (const { code } of choices) {
    const key = String(code).toLowerCase();
    if (seen.has(key)) findings.add(path, `The code ${code} stands here twice.`);
    seen.add(key);
  }
}
