import type { Finding, FindingLanguage, Severity } from "@tiltas/instrument/lint";

const headings: Readonly<Record<FindingLanguage, Readonly<Record<Severity, string>>>> = {
  en: { error: "Errors", warning: "Warnings", advice: "Advice" },
  lt: { error: "Klaidos", warning: "Įspėjimai", advice: "Patarimai" },
};

/** Most findings of one rule that are told at length; `--json` tells all. */
const mostOfOneRule = 5;

/** Findings for people, by severity, with place and advice. */
export function toldFindings(findings: readonly Finding[], language: FindingLanguage): string {
  const severities: readonly Severity[] = ["error", "warning", "advice"];
  return severities
    .map((severity) => findings.filter((finding) => finding.severity === severity))
    .filter((group) => group.length > 0)
    .map((group) => section(group, language))
    .join("\n\n");
}

function section(findings: readonly Finding[], language: FindingLanguage): string {
  const [first] = findings;
  const heading = first === undefined ? "" : `${headings[language][first.severity]} (${findings.length})`;
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return [
    heading,
    ...rules.flatMap((rule) =>
      ofRule(
        findings.filter((one) => one.rule === rule),
        language,
      ),
    ),
  ].join("\n");
}

function ofRule(findings: readonly Finding[], language: FindingLanguage): string[] {
  const told = findings.slice(0, mostOfOneRule).map(({ rule, path, name, message, advice }) => {
    const place = [path, name === undefined ? "" : `(${name})`].filter((word) => word !== "").join(" ");
    return [
      `  ${place || "–"}  [${rule}]`,
      `    ${message}`,
      ...(advice === "" ? [] : [`    → ${advice}`]),
    ].join("\n");
  });
  const more = findings.length - told.length;
  if (more <= 0) return told;
  const rule = findings[0]?.rule ?? "";
  return [
    ...told,
    language === "lt"
      ? `  … ir dar ${more} [${rule}]; visas rodo --json`
      : `  … and ${more} more [${rule}]; --json shows all`,
  ];
}

/** The last line: how many of each. */
export function summary(findings: readonly Finding[], language: FindingLanguage): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, advice] = [count("error"), count("warning"), count("advice")];
  if (language === "lt") return `Klaidų: ${errors}, įspėjimų: ${warnings}, patarimų: ${advice}.`;
  const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;
  return `${many(errors, "error", "errors")}, ${many(warnings, "warning", "warnings")}, ${many(advice, "piece of advice", "pieces of advice")}.`;
}
