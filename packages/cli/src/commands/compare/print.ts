import { type DamageLine, describe, reasons, type WordLanguage } from "@tiltas/instrument/versions";
import type { VersionComparison } from "./comparison.ts";
import { words } from "./words.ts";

/** So many changes of one group are told in full. */
const toldOfEach = 200;

/** A comparison for people: the number, what breaks and what does not, what it touches, what is left to answer. */
export function told(comparison: VersionComparison, language: WordLanguage): string {
  const say = words[language];
  const { required, damage, findings, proposed } = comparison;
  if (required.bump === "none") return [title(comparison), say.nothing].join("\n");
  const groups = Map.groupBy(damage.lines, groupOf);
  const rest = findings.filter(({ kind }) => kind !== "unanswered");
  return [
    [title(comparison), number(comparison, language)].join("\n"),
    ...order.map((name) => group(name, groups.get(name) ?? [], language)),
    say.summary(damage.indicators.length, damage.responses),
    rest.length === 0 ? "" : `${say.mapping}:`,
    ...rest.map(({ path, message }) => `  ${path}: ${message[language]}`),
    proposed ? `${say.proposal(proposed.number)}\n${JSON.stringify(proposed, null, 2)}` : "",
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

type GroupName = "open" | "answered" | "minor" | "patch";
const order: readonly GroupName[] = ["open", "answered", "minor", "patch"];

function groupOf({ isBreak, answer, bump }: DamageLine): GroupName {
  if (isBreak) return answer ? "answered" : "open";
  return bump === "minor" ? "minor" : "patch";
}

function title({ before, after }: VersionComparison): string {
  const [from, to] = [before, after].map(({ id, version, path }) => (version ? `${id} ${version}` : path));
  return `${from} → ${to}`;
}

function number({ required, before, after, isEnough }: VersionComparison, language: WordLanguage): string {
  const { bump, version } = required;
  if (bump === "none") return "";
  const say = words[language];
  const sentence = say.required(before.version === undefined ? undefined : version, bump);
  if (isEnough === undefined || after.version === undefined) return sentence;
  return `${sentence} ${isEnough ? say.enough(after.version) : say.tooLow(after.version)}`;
}

function group(name: GroupName, lines: readonly DamageLine[], language: WordLanguage): string {
  if (lines.length === 0) return "";
  const say = words[language];
  const rest = lines.length - toldOfEach;
  return [
    say.groups[name](lines.length),
    ...lines.slice(0, toldOfEach).flatMap((line) => toldLine(line, language)),
    ...(rest > 0 ? [`  ${say.more(rest)}`] : []),
  ].join("\n");
}

function toldLine(line: DamageLine, language: WordLanguage): string[] {
  const { change, reason, answer, bump } = line;
  const touched = touches(line, language);
  return [
    `  ${describe(change)[language]}`,
    ...(bump === "patch" && !answer ? [] : [`      ${reasons[reason][language]}`]),
    ...(answer
      ? [`      ${words[language].answeredBy}: ${answer.kind}${answer.note ? `: ${answer.note}` : ""}`]
      : []),
    ...(touched === "" ? [] : [`      ${words[language].touches}: ${touched}`]),
  ];
}

function touches(line: DamageLine, language: WordLanguage): string {
  const say = words[language];
  const { indicators, roles, translations, responses, trend, isBreak } = line;
  const ids = [...new Set(indicators.map(({ indicator }) => indicator))];
  const byState = Map.groupBy(translations, ({ state }) => state);
  return [
    ...(isBreak ? [say.standing[trend]] : []),
    ...(ids.length > 0 ? [`${say.indicators} ${some(ids)}`] : []),
    ...(roles.length > 0 ? [`${say.roles} ${roles.join(", ")}`] : []),
    ...[...byState].map(
      ([state, of]) => `${say.translations[state]} ${of.map((one) => one.language).join(", ")}`,
    ),
    ...responses.map(({ count, version }) => say.responses(count, version)),
  ].join("; ");
}

function some(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join(", ")} … (${names.length})` : names.join(", ");
}

/** The same as one JSON document. */
export function asJson(comparison: VersionComparison, language: WordLanguage): string {
  const { before, after, required, isEnough, mapping, findings, proposed, damage } = comparison;
  const side = ({ path, id, version, digest }: VersionComparison["before"]) => ({
    path,
    id,
    version,
    digest,
  });
  return JSON.stringify(
    {
      before: side(before),
      after: side(after),
      required: {
        bump: required.bump,
        version: before.version === undefined ? undefined : required.version,
        isEnough,
        unanswered: required.unanswered.length,
      },
      changes: damage.lines.map(({ change, reason, ...line }) => ({
        ...change,
        described: describe(change)[language],
        reason,
        why: reasons[reason][language],
        ...line,
      })),
      damage: { indicators: damage.indicators, responses: damage.responses },
      mapping,
      findings: findings.map(({ message, ...finding }) => ({ ...finding, message: message[language] })),
      proposed,
    },
    null,
    2,
  );
}
