import type { Finding, FindingLanguage, Severity } from "./finding.ts";
import { Places } from "./places.ts";
import type { Objection, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { tooLarge } from "./rules/too-large.ts";
import { unfit } from "./rules/unfit.ts";
import { withoutEffect } from "./rules/without-effect.ts";
import { type LintFiles, type Subject, subjectOf } from "./subject.ts";
import { surveyjsFindings } from "./surveyjs/index.ts";

/**
 * Everything that the linter of survey-core and our rules object to, errors first, in the order of the questionnaire.
 * Never throws, whatever the files hold.
 */
export function lint(files: LintFiles, language: FindingLanguage = "en"): Finding[] {
  return lintSubject(subjectOf(files), language);
}

/** As `lint`, for a subject that has been read already. */
export function lintSubject(subject: Subject, language: FindingLanguage = "en"): Finding[] {
  const applied = subject.excess === undefined ? rules : [tooLarge, unfit];
  const ours = applied.flatMap((rule) => findingsOf(rule, subject, language));
  const taken = new Set(ours.map(({ path }) => path));
  const foreign = surveyjsFindings(subject, language).filter(({ path, rule }) => !isTold(rule, path, taken));
  const unread = new Set(foreign.flatMap(({ path, rule }) => (unreadable.has(rule) ? [path] : [])));
  const own = ours.filter(({ path, rule }) => rule !== withoutEffect.id || !unread.has(path));
  const places = new Places(subject.outline);
  return [...foreign, ...own]
    .map((finding) => ({ finding, place: places.of(finding.path) }))
    .sort((a, b) => ranks[a.finding.severity] - ranks[b.finding.severity] || a.place.order - b.place.order)
    .map(({ finding, place: { name } }) => (name === undefined ? finding : { ...finding, name }));
}

/** Rules of survey-core's linter for what survey-core passes over. */
const unreadable = new Set(["expression/syntax", "expression/unknown-function"]);

/** What our reader tells with more words: options used twice, and names and types at the same place. */
function isTold(rule: string, path: string, taken: ReadonlySet<string>): boolean {
  if (rule === "choices/duplicate") return true;
  if (rule === "name/duplicate") return taken.has(`${path}.name`);
  return rule === "element/unknown-type" && (taken.has(path) || taken.has(`${path}.type`));
}

function findingsOf(rule: Rule, subject: Subject, language: FindingLanguage): Finding[] {
  return objectionsOf(rule, subject).map(({ path, severity, says }) => {
    const [message, advice] = says[language];
    return { rule: rule.id, severity: severity ?? rule.severity, path, message, advice };
  });
}

/** A rule that breaks says so and leaves the others their word. */
function objectionsOf(rule: Rule, subject: Subject): Objection[] {
  try {
    return [...rule.check(subject)];
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return [
      {
        path: "",
        severity: "warning",
        says: {
          en: [`This rule could not look at the questionnaire: ${what}`, "Please report it with the file."],
          lt: [
            `Ši taisyklė klausimyno peržiūrėti negalėjo: ${what}`,
            "Praneškite apie tai ir pridėkite failą.",
          ],
        },
      },
    ];
  }
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };
