import { type IndicatorDefinition, IndicatorSet } from "@tiltas/analysis/indicators";
import { DefinitionError, type Instrument, readInstrument } from "@tiltas/instrument/definition";
import { burdenOf, type FindingLanguage, subjectOf } from "@tiltas/instrument/lint";
import type { InstrumentFolder } from "@tiltas/store/folders";
import { type Command, Option } from "commander";
import { CommandError, NegativeResult, type Output } from "../terminal/index.ts";
import { burdenTable } from "./check/burden-table.ts";
import { readNamed } from "./check/files.ts";
import { openFolder } from "./compare/files.ts";
import { domainTable, itemsTable, unusedTold } from "./overview/tables.ts";
import { itemsRead, usesOf } from "./overview/uses.ts";

interface OverviewOptions {
  readonly json?: true;
  readonly language: FindingLanguage;
}

/** `tiltas overview FOLDER… [--json] [--language lt|en]` */
export function overviewCommand(program: Command, output: Output): void {
  program
    .command("overview")
    .description(
      "Show what an instrument delivers and asks: indicators by domain, type and lowest level, items of each, items without use, words and minutes. Exit code 1 when an item has no use.",
    )
    .argument("<folders...>", "folders of instrument versions, such as instruments/tcn-integration/1.0.0")
    .option("--json", "print everything as one JSON document")
    .addOption(
      new Option("--language <language>", "language of the words").choices(["en", "lt"]).default("en"),
    )
    .action((paths: readonly string[], options: OverviewOptions) => {
      const overviews = paths.map((path) => overviewOf(path));
      if (options.json) output.print(JSON.stringify(overviews.map(asJson), null, 2));
      else for (const overview of overviews) output.print(told(overview, options.language));
      const unused = overviews.flatMap((overview) => overview.unused);
      if (unused.length > 0) throw new NegativeResult(unusedTold(unused, options.language));
    });
}

interface Overview {
  readonly name: string;
  readonly path: string;
  readonly instrument: Instrument;
  readonly set: IndicatorSet;
  /** Items that nobody needs. */
  readonly unused: readonly string[];
}

function overviewOf(path: string): Overview {
  const folder = openFolder(path);
  const { manifest } = folder;
  const instrument = instrumentOf(folder);
  const set = newestSet(folder);
  const unused = usesOf(instrument, set.indicators)
    .filter(({ indicators, others }) => indicators.length + others.length === 0)
    .map(({ item }) => item);
  return { name: `${manifest.id} ${manifest.version}`, path, instrument, set, unused };
}

function instrumentOf({ path, manifest, questionnaire, measures }: InstrumentFolder): Instrument {
  try {
    return readInstrument({ manifest, questionnaire, measures });
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    throw new CommandError(`${path}: ${error.message} “npx tiltas check ${path}” names every place.`);
  }
}

function newestSet({ path, indicatorSets }: InstrumentFolder): IndicatorSet {
  const set = IndicatorSet.safeParse(indicatorSets.at(-1)?.set);
  if (set.success) return set.data;
  const place = set.error.issues[0]?.path.join(".") ?? "";
  throw new CommandError(
    `${path}: its newest indicators cannot be read (${place || "there are none"}). See docs/methods/indicators.md.`,
  );
}

function told({ name, path, instrument, set, unused }: Overview, language: FindingLanguage): string {
  return [
    name,
    domainTable(set, language),
    itemsTable(set.indicators, language),
    unusedTold(unused, language, instrument.items.length),
    burdenTable(burdenOf(subjectOf(readNamed(path))), language),
  ].join("\n\n");
}

function asJson({ name, path, instrument, set, unused }: Overview) {
  const level = ({ level: given }: IndicatorDefinition) => given?.lowest ?? null;
  return {
    name,
    items: instrument.items.length,
    unused,
    indicators: set.indicators.map((one) => ({
      id: one.id,
      domain: one.domain,
      type: one.estimand.type,
      lowestLevel: level(one),
      items: [...itemsRead(one)],
    })),
    burden: burdenOf(subjectOf(readNamed(path))),
  };
}
