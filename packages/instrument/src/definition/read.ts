import type { z } from "zod";
import { digest } from "../digest/index.ts";
import type { Instrument, Page } from "./instrument.ts";
import type { Item } from "./item.ts";
import { isObject } from "./json.ts";
import { InstrumentManifest } from "./manifest.ts";
import { Measures } from "./measures.ts";
import { readPages } from "./pages.ts";
import { at, checkProperties } from "./properties.ts";
import { Findings } from "./refusal.ts";
import { checkMeasures, checkRoles } from "./roles.ts";

/** The parsed JSON files of one instrument version. */
export interface InstrumentFiles {
  readonly manifest: unknown;
  readonly questionnaire: unknown;
  readonly measures: unknown;
}

/**
 * Reads a SurveyJS questionnaire with its manifest and measures into items.
 *
 * @throws  DefinitionError that lists every place this version of Tiltas does not know or cannot trust
 */
export function readInstrument({ manifest, questionnaire, measures }: InstrumentFiles): Instrument {
  const findings = new Findings();
  const checkedManifest = parse(InstrumentManifest, manifest, "manifest", findings);
  const checkedMeasures = parse(Measures, measures, "measures", findings);
  const languages = checkedManifest?.languages ?? [];
  const { pages, items } = readQuestionnaire(questionnaire, languages, checkedMeasures, findings);
  if (checkedMeasures) checkMeasures(checkedMeasures, items, findings);
  checkRoles(items, findings);
  findings.throwIfAny();
  if (!checkedManifest) throw new Error("A manifest without findings was not read.");
  return { manifest: checkedManifest, digest: digest(questionnaire), questionnaire, pages, items };
}

function readQuestionnaire(
  questionnaire: unknown,
  languages: readonly string[],
  measures: Measures | undefined,
  findings: Findings,
): { pages: Page[]; items: Item[] } {
  if (!isObject(questionnaire)) {
    findings.add("questionnaire", "A SurveyJS definition is expected here: one JSON object.");
    return { pages: [], items: [] };
  }
  checkProperties(questionnaire, "questionnaire", "", findings);
  const { pages, items, isRouted } = readPages(questionnaire.pages, { languages, measures, findings });
  checkClearing(questionnaire.clearInvisibleValues, isRouted, findings);
  return { pages, items };
}

/**
 * An answer to an item that is no longer asked is let go at once, whether its own condition or the one of its page or
 * panel has changed: SurveyJS calls that "onHiddenContainer". Its "onHidden" keeps answers inside hidden pages and panels.
 */
function checkClearing(clearing: unknown, isRouted: boolean, findings: Findings): void {
  if (!isRouted || clearing === "onHiddenContainer") return;
  findings.add(
    "clearInvisibleValues",
    'Answers to items that are no longer asked are let go at once: write "onHiddenContainer".',
  );
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
