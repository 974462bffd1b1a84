import type { Instrument } from "../definition/index.ts";
import { universeIn } from "../printing/index.ts";
import type { Codebook, CodebookVariable, EmptyReason } from "./codebook.ts";
import { type Sketch, sketchesOf } from "./described.ts";
import { drawnIn, roleIn } from "./drawn.ts";

/** One version of an instrument. */
export interface VersionOfCodebook {
  readonly instrument: Instrument;
}

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
    variables: merged(versions.map((version) => ({ version, variables: variablesOfVersion(version) }))),
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
      universe: { lt: words.lt(sketch.conditions), en: words.en(sketch.conditions) },
      empty: emptyReasons(sketch, required),
      ...(explaining === undefined ? {} : { explainedBy: explaining }),
      ...(role === undefined ? {} : { role }),
      ...(drawn.inRandomOrder.has(item.name) ? { randomOrder: true as const } : {}),
    }));
  });
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

/** Newest first decides what a variable is; all versions that hold it say so. */
function merged(
  versions: readonly { version: VersionOfCodebook; variables: readonly Omit<CodebookVariable, "asked">[] }[],
): CodebookVariable[] {
  const byKey = new Map<string, CodebookVariable>();
  for (const { version, variables } of [...versions].reverse())
    for (const variable of variables) {
      const key = `${variable.table}\n${variable.name}`;
      const known = byKey.get(key) ?? { ...variable, asked: [] };
      const asked = { version: version.instrument.manifest.version, notes: [] };
      byKey.set(key, { ...known, asked: [asked, ...known.asked] });
    }
  return [...byKey.values()].map((variable) =>
    variable.asked.length === versions.length
      ? variable
      : { ...variable, empty: [...variable.empty, "not-in-version"] },
  );
}
