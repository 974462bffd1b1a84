import { variablesOf } from "@tiltas/instrument/codebook";
import type { Code, Instrument } from "@tiltas/instrument/definition";
import type { Variable } from "./dataset.ts";

/**
 * The variables of all versions of an instrument, by name. Words are those of the first version that has the
 * variable; codes that only a later version has are added at the end.
 *
 * @throws Error when a variable is a number in one version and a code in another: they cannot share a column
 */
export function collectVariables(instruments: readonly Pick<Instrument, "items">[]): Variable[] {
  const collected = new Map<string, Variable>();
  for (const instrument of instruments)
    for (const { name, item, labels, kind, codes } of variablesOf(instrument)) {
      const known = collected.get(name);
      if (known && known.kind !== kind)
        throw new Error(
          `The variable "${name}" is a ${known.kind} in one version of the instrument and a ${kind} in another. Analyse the versions apart, or map one onto the other.`,
        );
      collected.set(name, known ? withCodes(known, codes) : { name, item, labels, kind, codes });
    }
  return [...collected.values()];
}

/** The variables of the members of each list, by item name, of all versions as those of respondents are. */
export function collectRosters(
  instruments: readonly Pick<Instrument, "items">[],
): ReadonlyMap<string, readonly Variable[]> {
  const lists = instruments.flatMap(({ items }) => items.filter(({ kind }) => kind === "roster"));
  return new Map(
    [...Map.groupBy(lists, ({ name }) => name)].map(([name, versions]) => [
      name,
      collectVariables(versions.map(({ parts = [] }) => ({ items: parts }))),
    ]),
  );
}

function withCodes(variable: Variable, codes: Variable["codes"]): Variable {
  const known = new Set<Code>(variable.codes.map(({ code }) => code));
  return { ...variable, codes: [...variable.codes, ...codes.filter(({ code }) => !known.has(code))] };
}
