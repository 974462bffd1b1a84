import type { z } from "zod";
import { digest } from "../digest/index.ts";
import { checkKept } from "./filled.ts";
import type { Instrument, Page } from "./instrument.ts";
import type { Item } from "./item.ts";
import { readItems } from "./items.ts";
import { InstrumentManifest } from "./manifest.ts";
import { Measures } from "./measures.ts";
import { checkNames } from "./names.ts";
import { type Outline, outlineLimits, readOutline } from "./outline.ts";
import { at } from "./place.ts";
import { type DefinitionFinding, Findings } from "./refusal.ts";
import { checkMeasures, checkRoles } from "./roles.ts";
import { checkTexts } from "./text.ts";

/** The parsed JSON files of one instrument version. */
export interface InstrumentFiles {
  readonly manifest: unknown;
  readonly questionnaire: unknown;
  readonly measures: unknown;
}

/**
 * Reads a SurveyJS questionnaire with its manifest and measures into items. Any definition that survey-core loads
 * is read; what the plan cannot run is refused by the plan.
 *
 * @throws  DefinitionError that lists every place that makes these files unfit as an instrument
 */
export function readInstrument({ manifest, questionnaire, measures }: InstrumentFiles): Instrument {
  const findings = new Findings();
  const checkedManifest = parse(InstrumentManifest, manifest, "manifest", findings);
  const checkedMeasures = parse(Measures, measures, "measures", findings);
  const outline = readOutline(questionnaire);
  const { pages, items } = readAll(outline, checkedManifest?.languages ?? [], {
    measures: checkedMeasures,
    findings,
  });
  if (checkedMeasures) checkMeasures(checkedMeasures, items, findings);
  checkRoles(items, findings);
  checkKept(outline, items, findings);
  findings.throwIfAny();
  if (!checkedManifest) throw new Error("A manifest without findings was not read.");
  return { manifest: checkedManifest, digest: digest(questionnaire), questionnaire, pages, items };
}

/** Pages and items of a questionnaire, as far as it can be read. */
export interface QuestionnaireReading {
  readonly pages: readonly Page[];
  readonly items: readonly Item[];
  /** What would keep it from becoming an instrument, whatever its manifest and measures. */
  readonly findings: readonly DefinitionFinding[];
}

/** Reads the items of any SurveyJS questionnaire. Never throws; without measures items carry empty ones. */
export function readQuestionnaire(
  questionnaire: unknown,
  languages: readonly string[] = [],
  measures?: Measures,
): QuestionnaireReading {
  const findings = new Findings();
  const { pages, items } = readAll(readOutline(questionnaire), languages, { measures, findings });
  return { pages, items, findings: findings.list };
}

function readAll(
  outline: Outline,
  languages: readonly string[],
  { measures, findings }: { readonly measures: Measures | undefined; readonly findings: Findings },
): { pages: Page[]; items: Item[] } {
  for (const { path, message } of outline.problems) findings.add(path || "questionnaire", message);
  if (outline.nodes.length >= outlineLimits.nodes) return { pages: [], items: [] };
  for (const node of outline.nodes) checkTexts(node, findings);
  const { pages, items } = readItems(outline, { languages, measures, findings });
  if (items.length === 0 && outline.problems.length === 0)
    findings.add("questionnaire", "Nothing is asked here: a SurveyJS questionnaire has pages with elements.");
  checkNames(pages, items, findings);
  return { pages, items };
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  file: string,
  findings: Findings,
): z.infer<Schema> | undefined {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  for (const { path, message } of error.issues) findings.add(path.map(keyOf).reduce(at, file), message);
  return undefined;
}

function keyOf(key: PropertyKey): string | number {
  return typeof key === "symbol" ? key.toString() : key;
}
