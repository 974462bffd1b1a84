import { type ILintFinding, lintSurvey } from "survey-core-next/linter";
import { isObject } from "../../definition/index.ts";
import type { Finding, FindingLanguage, Severity } from "../finding.ts";
import type { Subject } from "../subject.ts";
import { prepared } from "./prepared.ts";
import { surveyjsRules } from "./strings/rules.ts";

/** What the linter of survey-core 3.1.1 objects to, in our shape. Never throws. */
export function surveyjsFindings({ questionnaire, excess }: Subject, language: FindingLanguage): Finding[] {
  if (!isObject(questionnaire)) return [];
  if (excess !== undefined) return [];
  try {
    return lintSurvey(prepared(questionnaire))
      .findings.filter((finding) => !isFalseAlarm(finding))
      .map((finding) => findingOf(finding, language));
  } catch {
    return [gaveUp(language)];
  }
}

/** Languages and browser hints that exist beyond the lists this linter was given. */
function isFalseAlarm({ ruleId, path }: ILintFinding): boolean {
  return ruleId === "property/invalid-value" && /(^|\.)(locale|autocomplete)$/.test(path);
}

const severities: Readonly<Record<ILintFinding["severity"], Severity>> = {
  error: "error",
  warning: "warning",
  info: "advice",
};

function findingOf(
  { ruleId, severity, path, message, suggestion }: ILintFinding,
  language: FindingLanguage,
): Finding {
  const rule = surveyjsRules.get(ruleId);
  const advice = rule?.advice[language] ?? "";
  return {
    rule: ruleId,
    severity: rule?.severity ?? severities[severity],
    path,
    message: language === "lt" && rule ? `${rule.reason.lt} (survey-core: ${message})` : message,
    advice: suggestion && language === "en" ? `${advice} Suggested: ${suggestion}.`.trim() : advice,
  };
}

function gaveUp(language: FindingLanguage): Finding {
  const says = {
    en: [
      "The linter of survey-core could not read this definition; our own rules alone looked at it.",
      "Put the other findings right and check again.",
    ],
    lt: [
      "survey-core tikrintuvas šio apibrėžimo neperskaitė; jį peržiūrėjo tik mūsų taisyklės.",
      "Ištaisykite kitas pastabas ir patikrinkite dar kartą.",
    ],
  } as const;
  const [message, advice] = says[language];
  return { rule: "surveyjs/not-run", severity: "warning", path: "", message, advice };
}
