import { existsSync } from "node:fs";
import { IndicatorSet } from "@tiltas/analysis/indicators";
import { type PilotScale, PilotThresholds, type PilotUnit } from "@tiltas/analysis/pilot";
import { InstrumentFolderError, readInstrumentFolder } from "@tiltas/store/folders";
import { z } from "zod";
import { CommandError, readNamedFile } from "../../terminal/index.ts";
import { nearest } from "./read-table.ts";

const Scales = z.array(
  z.strictObject({
    id: z.string().min(1),
    label: z.record(z.string(), z.string()),
    items: z
      .array(
        z.strictObject({
          variable: z.string(),
          minimum: z.number(),
          maximum: z.number(),
          reversed: z.boolean().optional(),
        }),
      )
      .min(2),
  }),
);

/** Scales of an instrument, and the units for which "don't know" is an answer. */
export interface ScalesAndKnowledge {
  readonly scales: readonly PilotScale[];
  readonly knowledge: ReadonlySet<string>;
}

/** The index indicators of the newest set in the folder. */
export function scalesOfFolder(folder: string): ScalesAndKnowledge {
  if (!existsSync(folder)) return { scales: [], knowledge: new Set() };
  const newest = indicatorSetsIn(folder).at(-1);
  const parsed = IndicatorSet.safeParse(newest?.set);
  if (!parsed.success) return { scales: [], knowledge: new Set() };
  const { indicators } = parsed.data;
  return {
    scales: indicators.flatMap(({ id, label, estimand }) =>
      estimand.type === "index" ? [{ id, label, items: estimand.items }] : [],
    ),
    knowledge: new Set(
      indicators.flatMap(({ estimand }) =>
        estimand.type === "proportion" && "variable" in estimand && estimand.keep?.includes("dont-know")
          ? [estimand.variable]
          : [],
      ),
    ),
  };
}

function indicatorSetsIn(folder: string) {
  try {
    return readInstrumentFolder(folder).indicatorSets;
  } catch (error) {
    // A questionnaire file, or a folder that is no finished version, has no indicators.
    if (error instanceof InstrumentFolderError) return [];
    throw error;
  }
}

/** @throws CommandError naming file, place and remedy */
export function readScales(path: string, units: readonly PilotUnit[]): readonly PilotScale[] {
  const scales = readJson(
    path,
    Scales,
    'Write a list of { "id", "label", "items": [{ "variable", "minimum", "maximum" }] }.',
  );
  const names = new Set(units.map(({ name }) => name));
  for (const { id, items } of scales)
    for (const { variable } of items)
      if (!names.has(variable)) {
        const offer = nearest(variable, names);
        throw new CommandError(
          `${path}: the scale "${id}" names "${variable}", which is no item of the questionnaire. ${offer ? `Did you mean "${offer}"?` : "Write item, or item.row for a row of a grid."}`,
        );
      }
  return scales;
}

/** Thresholds of a file in place of some defaults. @throws CommandError likewise */
export function readThresholds(path: string): PilotThresholds {
  return readJson(
    path,
    PilotThresholds,
    'Write an object such as { "alpha": 0.8 }; the names stand on the sheet of thresholds of any report.',
  );
}

function readJson<Schema extends z.ZodType>(path: string, schema: Schema, remedy: string): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(readNamedFile(path));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${path} is no JSON. ${remedy}`);
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new CommandError(
    `${path}: ${issue?.path.join(".") || "the whole file"}: ${issue?.message}. ${remedy}`,
  );
}
