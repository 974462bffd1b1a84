import { type Evidence, evidenceFor, inOneLanguage } from "./evidence.ts";
import type { PilotFigures } from "./figures.ts";
import type { PilotInput } from "./input.ts";
import { remedyOf } from "./problem-codes.ts";
import { questionsOfItem, questionsOfScales } from "./questions.ts";
import type { PilotUnit } from "./units.ts";

/** Everything that speaks against one unit. */
export function evidenceAgainst(unit: PilotUnit, figures: PilotFigures, input: PilotInput): Evidence[] {
  const source = input.instrument.manifest.languages[0] ?? "";
  const all = [...questionsOfItem(unit, figures), ...questionsOfScales(unit, figures)]
    .flatMap((question) => evidenceFor(question, input.thresholds, source))
    .map(namedBackwards);
  return [
    ...all.filter((one) => !all.some((other) => saysMore(other, one))),
    ...evidenceOfLanguages(unit, figures, input, source),
    ...evidenceOfNotes(unit, figures, input, source),
    ...evidenceOfExperts(unit, figures, input),
    ...evidenceOfRetest(unit, figures, input),
    ...evidenceOfField(unit, figures, input),
  ];
}

/** The same matter beyond a further limit, there or in all languages: the lesser need not be said. */
function saysMore(other: Evidence, one: Evidence): boolean {
  if (other === one || (other.language !== undefined && other.language !== one.language)) return false;
  if (one.rule === "one-option") return other.rule === "alike";
  return one.rule === "nonresponse" && other.rule === "nonresponse" && other.limit > one.limit;
}

/** An item that clearly runs against the others is another matter than one that hardly runs with them. */
function namedBackwards(evidence: Evidence): Evidence {
  const { rule, figure } = evidence;
  return rule === "item-rest" && (figure.high ?? 1) < 0 ? { ...evidence, rule: "backwards" } : evidence;
}

/** Where an item differs from the reference in every language, it is the reference that differs. */
function evidenceOfLanguages(
  { name }: PilotUnit,
  { dif }: PilotFigures,
  { thresholds }: PilotInput,
  source: string,
): Evidence[] {
  const own = dif.filter(({ unit, effect }) => unit === name && effect.known);
  return [...Map.groupBy(own, ({ scale }) => scale)].flatMap(([scale, tests]) => {
    const beyond = tests.filter(
      ({ effect, pValue }) =>
        effect.known && effect.value >= thresholds.difModerate && (pValue ?? 1) < thresholds.falseDiscovery,
    );
    const everywhere = tests.length > 1 && beyond.length === tests.length;
    return (everywhere ? beyond.slice(0, 1) : beyond).flatMap(
      ({ effect, language, reference }): Evidence[] => {
        if (!effect.known) return [];
        const at = everywhere ? reference : language;
        return [
          {
            rule: "dif",
            language: at,
            effect: inOneLanguage("retranslate", at, source),
            figure: effect,
            threshold: "difModerate",
            limit: thresholds.difModerate,
            side: "above",
            scale,
            reference: everywhere ? language : reference,
          },
        ];
      },
    );
  });
}

function evidenceOfNotes(
  { name }: PilotUnit,
  { notes }: PilotFigures,
  { thresholds }: PilotInput,
  source: string,
): Evidence[] {
  const own = notes.filter(({ unit, problemRate }) => unit === name && problemRate.known);
  const limit = thresholds.problemRate;
  const evidence = own.flatMap(({ language, problemRate, codes }): Evidence[] => {
    if (!problemRate.known || problemRate.value < limit || codes[0] === undefined) return [];
    const remedy = remedyOf(codes[0]);
    const effect = remedy === "retranslate" && language === source ? "reword" : remedy;
    return [
      {
        rule: "problems",
        ...(language === undefined ? {} : { language }),
        effect,
        figure: problemRate,
        threshold: "problemRate",
        limit,
        side: "above",
        codes,
      },
    ];
  });
  // What one language alone says is said there; what several say is about the item.
  const inLanguages = evidence.filter(({ language }) => language !== undefined);
  const judged = own.filter(({ language }) => language !== undefined).length;
  return inLanguages.length > 0 && inLanguages.length * 2 <= judged
    ? inLanguages
    : evidence.filter(({ language }) => language === undefined || judged < 2);
}

function evidenceOfExperts(
  { name }: PilotUnit,
  { ratings }: PilotFigures,
  { thresholds }: PilotInput,
): Evidence[] {
  return ratings.flatMap(({ unit, relevance }): Evidence[] =>
    unit === name && relevance.known && relevance.value < thresholds.itemRelevance
      ? [
          {
            rule: "relevance",
            effect: "reword",
            figure: relevance,
            threshold: "itemRelevance",
            limit: thresholds.itemRelevance,
            side: "below",
          },
        ]
      : [],
  );
}

function evidenceOfRetest(
  { name }: PilotUnit,
  { retest }: PilotFigures,
  { thresholds }: PilotInput,
): Evidence[] {
  return retest
    .filter((one) => one.name === name)
    .flatMap(({ figure, statistic }) => {
      const threshold = statistic === "icc" ? "retestCorrelation" : "retestKappa";
      return evidenceFor(
        { rule: "retest", threshold, side: "below", effect: "reword", pooled: figure, languages: new Map() },
        thresholds,
        "",
      );
    });
}

/** Where people leave, and whose interviewing shows in the answers: notes, unless the page holds nothing else. */
function evidenceOfField(
  unit: PilotUnit,
  { pages, interviewers }: PilotFigures,
  { thresholds }: PilotInput,
): Evidence[] {
  const page = pages.find((one) => one.page === unit.page && one.isBeyond);
  const effect = interviewers.effects.find((one) => one.unit === unit.name && one.isBeyond);
  return [
    ...(page?.hazard.known
      ? [
          {
            rule: "page-exits",
            effect: page.units === 1 ? "reword" : "note",
            figure: page.hazard,
            threshold: "hazardTimesMedian",
            limit: thresholds.hazardTimesMedian,
            side: "above",
            page: page.page,
          } as const,
        ]
      : []),
    ...(effect?.rho.known
      ? [
          {
            rule: "interviewer-variance",
            effect: "note",
            figure: effect.rho,
            threshold: "interviewerVariance",
            limit: thresholds.interviewerVariance,
            side: "above",
          } as const,
        ]
      : []),
  ];
}
