import type { Figure, PilotReport, ScaleFigures } from "@tiltas/analysis/pilot";
import { sayEvidence, sayFigure, sayVerdict } from "./say.ts";
import type { PilotWords, Topic } from "./words.ts";

/** A line of the summary: its topic (written once), and a sentence. */
export type SummaryLine = readonly [topic: string, says: string];

/** The pilot in words: what to change first, then what else stands out. */
export function summaryOf(report: PilotReport, words: PilotWords, synthetic: boolean): SummaryLine[] {
  const line = (topic: Topic, says: readonly string[]): SummaryLine[] =>
    says.map((sentence, i) => [i === 0 ? words.topics[topic] : "", sentence]);
  const { sources } = report;
  return [
    ...line("what", [words.markLong, ...(synthetic ? [words.synthetic] : [])]),
    ...line("who", [
      `${report.instrument.id} ${report.instrument.version}: n = ${report.respondents} (${report.languages.map(({ language, respondents }) => `${language} ${respondents}`).join(", ")})`,
    ]),
    ...line("files", [
      (["notes", "ratings", "times", "retest", "interviewers", "arms"] as const)
        .map((source) =>
          sources.includes(source) ? words.sources[source] : `${words.sources[source]} – ${words.notGiven}`,
        )
        .join("; "),
    ]),
    ...line("verdicts", [countVerdicts(report, words)]),
    ...line("change", orNothing(changes(report, words), words)),
    ...line("scales", orNothing(scaleLines(report, words), words)),
    ...line("invariance", invarianceLines(report, words)),
    ...line("pages", orNothing(pageLines(report, words), words)),
    ...line("burden", sources.includes("times") ? burdenLines(report, words) : [words.notGiven]),
    ...line("respondents", respondentLines(report, words)),
    ...(sources.includes("interviewers")
      ? line("interviewers", orNothing(interviewerLines(report, words), words))
      : []),
    ...(sources.includes("ratings") ? line("experts", [`S-CVI/Ave ${sayExperts(report, words)}`]) : []),
    ...(sources.includes("notes") ? line("coders", [sayCoders(report, words)]) : []),
    ...(sources.includes("arms") ? line("arms", orNothing(armLines(report, words), words)) : []),
  ];
}

function orNothing(lines: readonly string[], { nothing }: PilotWords): readonly string[] {
  return lines.length === 0 ? [nothing] : lines;
}

function countVerdicts({ verdicts }: PilotReport, words: PilotWords): string {
  const whole = verdicts.filter(({ language }) => language === undefined);
  return (Object.keys(words.verdicts) as (keyof typeof words.verdicts)[])
    .map((verdict) => `${words.verdicts[verdict]}: ${whole.filter((one) => one.verdict === verdict).length}`)
    .join("; ");
}

function changes({ verdicts }: PilotReport, words: PilotWords): string[] {
  return verdicts
    .filter(
      ({ language, verdict }) => language === undefined && verdict !== "keep" && verdict !== "not-estimable",
    )
    .map((verdict) => {
      const reasons = verdict.evidence
        .filter(({ effect }) => effect !== "note")
        .map((one) => sayEvidence(one, words));
      return `${verdict.unit} – ${sayVerdict(verdict, words)}. ${reasons.join(". ")}`;
    });
}

/** What of a scale lies beyond its thresholds, by the names of the columns. */
export function beyondInScale(figures: ScaleFigures, { thresholds }: PilotReport): (keyof ScaleFigures)[] {
  const above = (figure: Figure, limit: number) => figure.known && (figure.low ?? figure.value) > limit;
  const below = (figure: Figure, limit: number) => figure.known && (figure.high ?? figure.value) < limit;
  const { alpha, omega, samplingAdequacy, cfi, rmsea, srmr, floor, ceiling } = figures;
  const found: [keyof ScaleFigures, boolean][] = [
    ["alpha", below(alpha, thresholds.alpha) || above(alpha, thresholds.alphaRedundant)],
    // Omega has no interval here: it counts where alpha agrees, or has no value.
    ["omega", below(omega, thresholds.alpha) && (!alpha.known || below(alpha, thresholds.alpha))],
    ["samplingAdequacy", below(samplingAdequacy, thresholds.samplingAdequacy)],
    ["cfi", below(cfi, thresholds.cfi)],
    ["rmsea", above(rmsea, thresholds.rmsea)],
    ["srmr", above(srmr, thresholds.srmr)],
    ["floor", above(floor, thresholds.floorCeiling)],
    ["ceiling", above(ceiling, thresholds.floorCeiling)],
  ];
  return found.flatMap(([name, beyond]) => (beyond ? [name] : []));
}

function scaleLines(report: PilotReport, words: PilotWords): string[] {
  const { heads } = words;
  const names: Partial<Record<keyof ScaleFigures, string>> = {
    alpha: heads.alpha,
    omega: heads.omega,
    samplingAdequacy: heads.kmo,
    cfi: heads.cfi,
    rmsea: heads.rmsea,
    srmr: heads.srmr,
    floor: heads.floor,
    ceiling: heads.ceiling,
  };
  return report.figures.scales.flatMap((figures) => {
    const beyond = beyondInScale(figures, report);
    if (beyond.length === 0) return [];
    const says = beyond.map((name) => {
      const percent = name === "floor" || name === "ceiling";
      return `${names[name]?.replace(/, %$/, "")} ${sayFigure(figures[name] as Figure, words, { percent })}`;
    });
    return [`${figures.scale} (${figures.language ?? words.all}): ${says.join("; ")}`];
  });
}

function invarianceLines(report: PilotReport, words: PilotWords): string[] {
  const { figures, thresholds } = report;
  const fails = (cfi: Figure, rmsea: Figure) =>
    cfi.known &&
    rmsea.known &&
    cfi.value >= thresholds.invarianceCfi &&
    rmsea.value >= thresholds.invarianceRmsea;
  return figures.invariance.map(({ scale, languages, metricCfi, metricRmsea, scalarCfi, scalarRmsea }) => {
    if (!metricCfi.known) return `${scale}: ${words.notEstimable} (${sayFigure(metricCfi, words)})`;
    const level = fails(metricCfi, metricRmsea)
      ? "configural"
      : fails(scalarCfi, scalarRmsea)
        ? "metric"
        : "scalar";
    return `${scale} (${languages.join(", ")}): ${words.invariance[level]}`;
  });
}

function pageLines({ figures }: PilotReport, words: PilotWords): string[] {
  return figures.pages
    .filter(({ isBeyond }) => isBeyond)
    .map(({ page, hazard }) => `${page}: ${sayFigure(hazard, words, { percent: true })}`);
}

function burdenLines({ figures, thresholds }: PilotReport, words: PilotWords): string[] {
  return figures.burden.map(({ language, mode, minutes, limit, isBeyond }) => {
    const says = minutes.known
      ? `${words.number(minutes.value, 1)} ${words.minutes}, n = ${minutes.n}`
      : `${words.notEstimable} (${sayFigure(minutes, words)})`;
    return `${language}, ${mode}: ${says}${isBeyond ? `; ${words.limit} > ${thresholds[limit]}` : ""}`;
  });
}

function respondentLines({ figures }: PilotReport, words: PilotWords): string[] {
  const { flags, judged } = figures.respondents;
  return (Object.keys(judged) as (keyof typeof judged)[]).map((rule) =>
    judged[rule] === 0
      ? `${words.respondentRules[rule]}: ${words.notEstimable}`
      : `${words.respondentRules[rule]}: ${words.flagged(flags.filter((flag) => flag.rule === rule).length, judged[rule])}`,
  );
}

function interviewerLines({ figures }: PilotReport, words: PilotWords): string[] {
  return figures.interviewers.people
    .filter(({ stands }) => stands === "out")
    .map(({ interviewer, similarity, usualSimilarity, interviews }) => {
      const say = (figure: Figure) => (figure.known ? words.number(100 * figure.value, 1) : "");
      return `${interviewer}: ${words.heads.similarity.replace(/, %$/, "")} ${say(similarity)} %; ${words.heads.usual.replace(/, %$/, "").toLowerCase()} ${say(usualSimilarity)} %; n = ${interviews}`;
    });
}

function sayCoders({ figures, thresholds }: PilotReport, words: PilotWords): string {
  if (!figures.coders.known) return `${words.notEstimable} (${sayFigure(figures.coders, words)})`;
  return `κ = ${sayFigure(figures.coders, words)}; ${words.limit} < ${words.number(thresholds.coderKappa, 2)}`;
}

function sayExperts({ figures, thresholds }: PilotReport, words: PilotWords): string {
  const { relevance } = figures;
  if (!relevance.known) return sayFigure(relevance, words);
  return `${words.number(relevance.value, 2)}, ${words.expertItems(relevance.n)}; ${words.limit} < ${words.number(thresholds.scaleRelevance, 2)}`;
}

function armLines({ figures, thresholds }: PilotReport, words: PilotWords): string[] {
  return figures.arms
    .filter(({ pValue }) => pValue !== null && pValue < thresholds.falseDiscovery)
    .map(({ unit, measure, difference, first, second }) => {
      const percent = measure !== "mean";
      return `${unit}, ${words.measures[measure].replace(/, %$/, "")}, ${second} − ${first}: ${sayFigure(difference, words, { percent })}`;
    });
}
