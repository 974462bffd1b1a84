import type { TranslationCheck } from "./check.ts";
import densities from "./densities.json" with { type: "json" };

const byLanguage = new Map<string, number>(Object.entries(densities));

/**
 * Bounds for the length of a translation, relative to what its language usually needs, by length of the source.
 * Measured on the 93 to 97 interface strings of survey-core 3.0.0 in 53 languages: `densities.json` holds characters
 * per English character of each catalogue; the bounds are the 0.5th and 99.5th percentiles of 5,000 strings around
 * that, rounded outwards. Of the 855 translations of our own
 * instrument in en, uk and ru they point at two.
 */
const bounds: readonly (readonly [from: number, least: number, most: number])[] = [
  [60, 0.45, 1.45],
  [40, 0.4, 1.6],
  [25, 0.45, 1.75],
  [15, 0.28, 2.2],
  [8, 0.25, 3],
];

export const length: TranslationCheck = {
  id: "length",
  why: "A translation far shorter or longer than usual has often lost or gained a part of the question.",
  severity: "warning",
  *check({ source, sourceLanguage, target, language }) {
    const from = [...source.trim()].length;
    const bound = bounds.find(([least]) => from >= least);
    if (bound === undefined) return;
    const usual = densityOf(language) / densityOf(sourceLanguage);
    const ratio = [...withoutKeptNames(target, source).trim()].length / from / usual;
    if (ratio < bound[1])
      yield `The translation is ${percent(ratio)} of the usual length; is a part missing?`;
    if (ratio > bound[2])
      yield `The translation is ${percent(ratio)} of the usual length; is something added?`;
  },
};

/** Names of institutions and documents stay in brackets in the source language; they are no part of the translation. */
function withoutKeptNames(target: string, source: string): string {
  const known = source.toLowerCase();
  return target.replace(/\s*\(([^()]*)\)/g, (whole, inside: string) =>
    known.includes(inside.trim().toLowerCase()) ? "" : whole,
  );
}

/** Characters per character of English; of a language that was not measured, the median of those that were. */
function densityOf(language: string): number {
  return byLanguage.get(language) ?? byLanguage.get(language.split(/[-_]/)[0] ?? "") ?? 1.07;
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}
