import { type Item, isFilled } from "../definition/index.ts";
import { filledIn, universeIn } from "../printing/index.ts";
import type { Codebook, CodebookVariable, EmptyReason } from "./codebook.ts";
import { collectedVariables } from "./collected.ts";
import { type Sketch, sketchesOf } from "./described.ts";
import { drawnIn, roleIn } from "./drawn.ts";
import { askedIn, stepsBetween, type VersionOfCodebook } from "./trend.ts";

/**
 * The codebook of one or several versions of an instrument, oldest first. Each variable is described as the newest
 * version that asks it has it.
 *
 * @throws RangeError without any version
 */
export function codebook(versions: readonly VersionOfCodebook[]): Codebook {
  const newest = versions.at(-1)?.instrument;
  if (!newest) throw new RangeError("A codebook describes at least one version.");
  return {
    id: newest.manifest.id,
    titles: newest.manifest.title,
    languages: newest.manifest.languages,
    versions: versions.map(({ instrument: { manifest, digest } }) => ({
      version: manifest.version,
      digest,
      languages: manifest.languages,
      universe: manifest.universe,
      licence: manifest.licence,
    })),
    variables: merged(versions),
    collected: collectedVariables(newest.manifest.languages),
  };
}

/** Everything about the variables but the versions that ask them. */
function variablesOfVersion({ instrument }: VersionOfCodebook): Omit<CodebookVariable, "asked">[] {
  const words = {
    lt: universeIn(instrument.questionnaire, "lt"),
    en: universeIn(instrument.questionnaire, "en"),
  };
  const drawn = drawnIn(instrument.questionnaire);
  const explainedBy = new Map(
    instrument.items.flatMap((item) => (item.measure.explains ? [[item.measure.explains, item.name]] : [])),
  );
  return instrument.items.flatMap((item) => {
    const explaining = explainedBy.get(item.name);
    const role = roleIn(drawn, item);
    return sketchesOf(item).map(({ required, ...sketch }) => ({
      ...sketch,
      universe: {
        lt: universeOf(item, "lt", words.lt(sketch.conditions)),
        en: universeOf(item, "en", words.en(sketch.conditions)),
      },
      empty: emptyReasons(sketch, required || isFilled(item)),
      ...(explaining === undefined ? {} : { explainedBy: explaining }),
      ...(role === undefined ? {} : { role }),
      ...(drawn.inRandomOrder.has(item.name) ? { randomOrder: true as const } : {}),
    }));
  });
}

/** Nobody is asked what the application or chance fills in; the words say for whom, where it is not for everybody. */
function universeOf(item: Item, language: "lt" | "en", asked: string): string {
  const filled = filledIn(item.measure, language);
  if (filled === undefined) return asked;
  return item.conditions.length === 0 ? filled : `${filled}. ${asked}`;
}

function emptyReasons(
  { conditions, kind }: Pick<Sketch, "conditions" | "kind">,
  required: boolean,
): EmptyReason[] {
  if (kind === "calculated") return ["not-reached"];
  return [
    ...(required ? [] : ["no-answer" as const]),
    ...(conditions.length > 0 ? ["not-asked" as const] : []),
    "not-reached",
  ];
}

/**
 * Each variable as the newest version that asks it has it, also where it had another name before; those that only older
 * versions asked come last.
 */
function merged(versions: readonly VersionOfCodebook[]): CodebookVariable[] {
  const found = new Map<string, CodebookVariable>();
  const renamed = new Set<string>();
  for (let last = versions.length - 1; last >= 0; last--) {
    const version = versions[last];
    if (!version) continue;
    const steps = stepsBetween(versions.slice(0, last + 1));
    for (const variable of variablesOfVersion(version)) {
      const key = `${variable.table}\n${variable.name}`;
      if (found.has(key) || renamed.has(`${version.instrument.manifest.version} ${variable.item}`)) continue;
      const asked = askedIn(steps, variable.item, version.instrument.manifest.version);
      for (const { version: then, called } of asked)
        if (called !== undefined) renamed.add(`${then} ${called}`);
      const isAlways = asked.length === versions.length;
      found.set(key, {
        ...variable,
        asked,
        empty: isAlways ? variable.empty : [...variable.empty, "not-in-version"],
      });
    }
  }
  return [...found.values()];
}
