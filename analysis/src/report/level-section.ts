import { type IndicatorDefinition, type Level, levels } from "../indicators/index.ts";
import type { Section, Texts } from "./texts.ts";
import { wording } from "./wording.ts";

/** Of every indicator that says its lowest level, that level and why; those with the same reason in one paragraph. */
export function levelSection(
  indicators: readonly IndicatorDefinition[],
  language: Texts["language"],
  names: Readonly<Record<Level, string>>,
  heading: string,
): Section[] {
  const said = indicators.flatMap(({ id, level }) =>
    level ? [{ id, lowest: level.lowest, why: wording(level.why, language) }] : [],
  );
  if (said.length === 0) return [];
  const paragraphs = levels.flatMap((lowest) =>
    [
      ...Map.groupBy(
        said.filter((one) => one.lowest === lowest),
        ({ why }) => why,
      ),
    ].map(([why, ones]) => `${sentence(names[lowest])} – ${ones.map(({ id }) => id).join(", ")}: ${why}`),
  );
  return [{ heading, paragraphs }];
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
