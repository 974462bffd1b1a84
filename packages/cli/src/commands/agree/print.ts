import type { Agreement, Share } from "@tiltas/instrument/agreement";

/** What one file came to. */
export interface FileAgreement extends Agreement {
  readonly file: string;
}

export interface Totals {
  readonly agreed: number;
  readonly disagreed: number;
  readonly refused: number;
  readonly conditions: Share;
  readonly rules: Share;
}

export function totalsOf(results: readonly FileAgreement[]): Totals {
  const compiled = results.filter((result) => result.compiled);
  const sum = (pick: (result: FileAgreement) => Share): Share =>
    compiled.map(pick).reduce((a, b) => ({ seen: a.seen + b.seen, of: a.of + b.of }), { seen: 0, of: 0 });
  const disagreed = compiled.filter(({ disagreements }) => disagreements.length > 0).length;
  return {
    agreed: compiled.length - disagreed,
    disagreed,
    refused: results.length - compiled.length,
    conditions: sum(({ coverage }) => coverage.conditions),
    rules: sum(({ coverage }) => coverage.rules),
  };
}

export function agreementAsJson(results: readonly FileAgreement[]): string {
  return JSON.stringify({ files: results, totals: totalsOf(results) }, null, 1);
}

/** What all files came to; the last line is `N agreed, M disagreed, K refused`. */
export function summaryOf(results: readonly FileAgreement[]): string {
  const { agreed, disagreed, refused, conditions, rules } = totalsOf(results);
  return [
    `Outcomes seen: conditions ${shareInWords(conditions)}, rules ${shareInWords(rules)}.`,
    `${agreed} agreed, ${disagreed} disagreed, ${refused} refused`,
  ].join("\n");
}

/** What one file came to, with an empty line after it. */
export function paragraphOf(result: FileAgreement): string {
  return [result.file, ...statusLines(result), ...coverageLines(result), ...failureLines(result), ""].join(
    "\n",
  );
}

function statusLines({
  compiled,
  refusals,
  passedOver,
  runs,
  disagreeingRuns,
  disagreements,
  faults,
}: FileAgreement): string[] {
  const refused = refusals.map(inWords);
  if (!compiled) return ["  refused:", ...refused];
  const passed = passedOver.length > 0 ? ["  taken without effect:", ...passedOver.map(inWords)] : [];
  const known = Object.entries(faults).map(
    ([fault, count]) => `    ${count} runs show survey-core's known fault "${fault}".`,
  );
  const parted = disagreements.flatMap(({ runs: count, answers, differences }) => [
    `    ${count} runs like this: ${JSON.stringify(answers)}`,
    ...differences.map(({ aspect, path, text }) => `      ${aspect} ${path}: ${text}`),
  ]);
  return [
    `  compiled; ${runs} runs, ${disagreeingRuns} disagree`,
    ...refused,
    ...parted,
    ...known,
    ...passed,
  ];
}

function inWords({ path, construct, message }: FileAgreement["refusals"][number]): string {
  return `    ${path}: ${construct}. ${message}`;
}

function coverageLines({ coverage: { conditions, rules, missing, unreachable } }: FileAgreement): string[] {
  return [
    `  outcomes seen: conditions ${shareInWords(conditions)}, rules ${shareInWords(rules)}`,
    ...missing.map((line) => `    ${line}`),
    ...unreachable.map((line) => `    not counted: ${line}`),
  ];
}

function failureLines({ failures }: FileAgreement): string[] {
  return failures.map(
    ({ threw, runs, answers }) =>
      `  survey-core breaks in ${runs} runs (${threw}), such as on ${JSON.stringify(answers)}`,
  );
}

function shareInWords({ seen, of }: Share): string {
  return of === 0 ? "none to see" : `${seen} of ${of} (${((100 * seen) / of).toFixed(1)} %)`;
}
