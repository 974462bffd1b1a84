import { codesOf, type KnownCode } from "./codes-of.ts";
import type { BothVersions } from "./counterparts.ts";
import { finding, type MappingFinding } from "./finding.ts";
import type { MappingEntry } from "./mapping.ts";

type Code = string | number | boolean | null;
type Pair = { readonly before: Code; readonly after: Code };

interface Codes {
  readonly pairs: readonly Pair[];
  readonly old: readonly KnownCode[];
  readonly now: readonly KnownCode[];
  readonly path: string;
}

/** What the pairs of codes of one entry say that cannot be. */
export function codeFindings(
  entry: MappingEntry,
  i: number,
  { before, after, source }: BothVersions,
): MappingFinding[] {
  const pairs = "codes" in entry ? entry.codes : undefined;
  if (pairs === undefined) return [];
  const codes: Codes = {
    pairs,
    old: entry.before.flatMap((address) => codesOf(address, before, source)),
    now: entry.after.flatMap((address) => codesOf(address, after, source)),
    path: `entries[${i}].codes`,
  };
  const strangers = unknownCodes(codes);
  if (strangers.length > 0) return strangers;
  return [
    ...forgottenCodes(codes),
    ...untouchedCodes(codes),
    ...(entry.kind === "recoded" ? sharedCodes(codes) : []),
  ];
}

/** Stored answers are compared strictly: "1" is not the code 1. */
function unknownCodes({ pairs, old, now, path }: Codes): MappingFinding[] {
  return (["before", "after"] as const).flatMap((side) => {
    const known = side === "before" ? old : now;
    if (known.length === 0) return [];
    const strange = pairs.find(
      (pair) => pair[side] !== null && !known.some(({ code }) => code === pair[side]),
    );
    if (strange === undefined) return [];
    const code = JSON.stringify(strange[side]);
    return [
      finding("unknown", path, {
        en: `The ${side === "before" ? "earlier" : "later"} version offers no code ${code} here (numbers stand without quotes). Correct the code.`,
        lt: `${side === "before" ? "Ankstesnėje" : "Vėlesnėje"} versijoje čia kodo ${code} nėra (skaičiai rašomi be kabučių). Pataisykite kodą.`,
      }),
    ];
  });
}

/** Points of a scale that is no longer there: each needs a counterpart, or null. */
function forgottenCodes({ pairs, old, now, path }: Codes): MappingFinding[] {
  const forgotten = old
    .filter(({ isCounted }) => isCounted)
    .map(({ code }) => code)
    .filter((code) => !pairs.some(({ before }) => before === code) && !now.some((one) => one.code === code));
  if (forgotten.length === 0) return [];
  const codes = forgotten.map((code) => JSON.stringify(code)).join(", ");
  return [
    finding("code-missing", path, {
      en: `The later version has no ${codes}. Give each its counterpart, or null where there is none.`,
      lt: `Vėlesnėje versijoje nėra ${codes}. Kiekvienam nurodykite atitikmenį arba null, jei jo nėra.`,
    }),
  ];
}

/** A code that both versions offer with the same words stays what it is. */
function untouchedCodes({ pairs, old, now, path }: Codes): MappingFinding[] {
  const moved = pairs.find(({ before }) => {
    const [from, to] = [old, now].map((codes) => codes.find(({ code }) => code === before));
    const isSame = from?.text !== undefined && from.text === to?.text;
    return isSame && !pairs.some((pair) => pair.before === before && pair.after === before);
  });
  if (moved === undefined) return [];
  const code = JSON.stringify(moved.before);
  return [
    finding("contradiction", path, {
      en: `The code ${code} stands for the same words in both versions, and this entry makes it ${JSON.stringify(moved.after)}. Take the pair out.`,
      lt: `Kodas ${code} abiejose versijose reiškia tuos pačius žodžius, o šis įrašas jį verčia ${JSON.stringify(moved.after)}. Išimkite šią porą.`,
    }),
  ];
}

/** A recoding is one to one: where two old codes end in one, answers are merged. */
function sharedCodes({ pairs, old, path }: Codes): MappingFinding[] {
  const named = new Set(pairs.map(({ before }) => before));
  const kept = old.map(({ code }) => code).filter((code) => !named.has(code as Code));
  const ends = [...pairs.flatMap(({ after }) => (after === null ? [] : [after])), ...new Set(kept)];
  const twice = ends.find((code, at) => ends.indexOf(code) < at && pairs.some(({ after }) => after === code));
  if (twice === undefined) return [];
  return [
    finding("contradiction", path, {
      en: `Two earlier codes become ${JSON.stringify(twice)}: answers are merged, not recoded. Say "merged", so that the series carries the note.`,
      lt: `Du ankstesni kodai tampa ${JSON.stringify(twice)}: atsakymai sujungiami, o ne perkoduojami. Rašykite „merged“, kad eilutė turėtų pastabą.`,
    }),
  ];
}
